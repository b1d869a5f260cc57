import { describe, expect, it } from 'vitest';
import type { PriceEdit } from '../../../src/domain/price-table/price-cell';
import type { Finding } from '../../../src/domain/consistency/findings';
import { inSnapshot } from '../../../src/adapters/postgres/consistency-source';
import { PrismaHistoryViews } from '../../../src/adapters/postgres/history-views';
import { PrismaPriceTableViews } from '../../../src/adapters/postgres/price-table/price-table-views';
import { findingsInPriceTable } from '../../../src/domain/consistency/price-table-consistency';
import { recordContract } from '../../../src/service/contract/contract-service';
import {
  changePrices,
  recordPriceTable,
} from '../../../src/service/price-table/price-table-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { aName, anId } from '../../builders/license-builders';
import { anEdit, inCanada } from '../../builders/price-table-builders';
import { testDatabase } from '../support';

const database = await testDatabase();
const views = new PrismaPriceTableViews(database.prisma);

describe('price tables', () => {
  it('are listed by studio, with their tiers and days, page by page', async () => {
    const word = aName('word');
    const [b, a] = [
      await aTable(`B ${word}`, [anEdit()]),
      await aTable(`a ${word}`, [
        anEdit(),
        inCanada({ tier: 'tier 1', startsOn: '2027-01-01' }),
        anEdit({ tier: 'Tier 2' }),
      ]),
    ];

    const first = await views.list({ text: word.toUpperCase(), pageSize: 1 });
    const second = await views.list({ text: word, pageSize: 1, cursor: first.next ?? '' });

    expect([...first.rows, ...second.rows]).toEqual([
      {
        ...{ id: a, studio: `a ${word}`, version: 1, tiers: 2 },
        ...{ firstDay: '2026-01-01', lastDay: '2027-01-01' },
      },
      {
        ...{ id: b, studio: `B ${word}`, version: 1, tiers: 1 },
        ...{ firstDay: '2026-01-01', lastDay: '2026-01-01' },
      },
    ]);
    expect([first.total, second.next]).toEqual([2, null]);
  });

  it('are found by id and by studio, however that is spelt', async () => {
    const studio = aName('Élan');
    const id = await aTable(studio, [anEdit()]);

    const table = { id, studio, version: 1, prices: [anEdit()] };
    expect(await views.table(id)).toEqual(table);
    expect(await views.ofStudio(studio.replace('É', 'e'))).toEqual(table);
    expect(await views.ofStudio(`${studio} 2`)).toBeNull();
    expect(await views.table(anId())).toBeNull();
  });

  it('are missing for studios that have a contract and no table', async () => {
    const [one, other] = [aName('Élan'), aName('Studio')];
    for (const studio of [one, other])
      await recordContract(
        { ...aCommand(), contractId: anId(), details: contractDetails({ studio }) },
        database.unitOfWork,
      );
    await aTable(one.replace('É', 'e'), [anEdit()]);

    const missing = await views.studiosWithout();

    expect([missing.includes(one), missing.includes(other)]).toEqual([false, true]);
  });

  it('are told of several studios, without what concerns no rights type or territory wanted', async () => {
    const [one, other] = [aName('Élan'), aName('Studio')];
    await aTable(one, [
      anEdit(),
      inCanada({ startsOn: '2027-01-01' }),
      anEdit({ territory: 'JP', currency: 'JPY' }),
      anEdit({ rightsType: 'TVOD' }),
    ]);
    await aTable(other, [anEdit()]);
    const wanted = { rightsType: 'EST', territories: ['CA', 'US'] };

    const pricesOf = await views.pricesOf([
      { ...wanted, studio: one.replace('É', 'e') },
      { ...wanted, studio: aName('Nowhere') },
    ]);

    expect(pricesOf(one).entries).toEqual([anEdit(), inCanada({ startsOn: '2027-01-01' })]);
    expect(pricesOf(other).size).toBe(0);
    expect((await views.pricesOf([]))(one).size).toBe(0);
  });

  it('are told with what happened since a version', async () => {
    const id = await aTable(aName('Studio'), [anEdit()]);
    await change(id, anEdit({ price: 1699 }));
    const { prices } = await change(id, inCanada(), 2);

    const since = await views.tableSince(id, 1);

    expect(since).toMatchObject({ id, version: 3, prices });
    expect(since?.changes.map((one) => one.prices.length)).toEqual([1, 1]);
    expect(since?.entries.map(({ version, words }) => [version, words])).toEqual([
      [2, 'Tier 1, EST, all formats, all in USD from 1 Jan 2026: $14.99 → $16.99'],
      [3, 'Tier 1, EST, all formats, Canada from 1 Jan 2026: C$14.99'],
    ]);
    expect(await views.tableSince(anId(), 1)).toBeNull();
  });

  it('are in the history under the name of their studio', async () => {
    const studio = aName('Studio');
    const id = await aTable(studio, [anEdit()]);

    const { entries } = await new PrismaHistoryViews(database.prisma).history({
      ...{ aggregateId: id, pageSize: 5 },
    });

    expect(entries).toMatchObject([
      {
        ...{ aggregate: 'price-table', name: studio, version: 1, isGone: false },
        words: `Price table of ${studio} recorded with 1 price`,
      },
    ]);
  });
});

describe('the check of price tables', () => {
  it('finds nothing where only the product wrote', async () => {
    const id = await aTable(aName('Studio'), [anEdit()]);
    const edits = [anEdit({ price: null }), inCanada({ price: 'not-sold' })];
    await changePrices(
      { ...aCommand(), priceTableId: id, expectedVersion: 1, prices: edits },
      database.unitOfWork,
    );

    expect(await findings(id)).toEqual([]);
  });

  it('finds prices that are not those of the history, and values that are none', async () => {
    const id = await aTable(aName('Studio'), [anEdit()]);
    await database.rows('ALTER TABLE prices DISABLE TRIGGER USER');
    await database.rows(
      "UPDATE prices SET amount = 1, currency = 'XXX' WHERE price_table_id = $1",
      [id],
    );
    await database.rows('ALTER TABLE prices ENABLE TRIGGER USER');

    expect((await findings(id)).map(({ problem }) => problem).sort()).toEqual([
      'invalid-value',
      'state-differs',
    ]);
  });
});

async function aTable(studio: string, prices: readonly PriceEdit[]): Promise<string> {
  const priceTableId = anId();
  await recordPriceTable({ ...aCommand(), priceTableId, studio, prices }, database.unitOfWork);
  return priceTableId;
}

async function change(id: string, edit: PriceEdit, expectedVersion = 1) {
  await changePrices(
    { ...aCommand(), priceTableId: id, expectedVersion, prices: [edit] },
    database.unitOfWork,
  );
  return { prices: (await views.table(id))?.prices };
}

async function findings(id: string): Promise<Finding[]> {
  return inSnapshot(database.url, async (source) => {
    const found: Finding[] = [];
    for await (const table of source.priceTables())
      if (table.id === id) found.push(...findingsInPriceTable(table));
    return found;
  });
}
