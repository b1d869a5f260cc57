import { describe, expect, it } from 'vitest';
import type { PriceEdit } from '../../../../src/domain/price-table/price-cell';
import type { PricesIntent } from '../../../../src/service/price-table/price-table-conflict';
import { NothingToUndo, UndoOutOfOrder } from '../../../../src/domain/license/license-errors';
import { PriceTableExists } from '../../../../src/domain/price-table/price-table-errors';
import { entryKey } from '../../../../src/domain/price-table/price-cell';
import { explainPriceTableConflict } from '../../../../src/service/price-table/price-table-conflict';
import {
  changePrices,
  recordPriceTable,
  removePriceDay,
  undoPrices,
} from '../../../../src/service/price-table/price-table-service';
import { NotFound, Stale, VersionAhead } from '../../../../src/service/errors';
import { aCommand } from '../../../builders/command-builders';
import { anId } from '../../../builders/license-builders';
import { anEdit, inCanada } from '../../../builders/price-table-builders';
import { refusalFrom } from '../../../builders/refusal';
import { FakePriceTableViews } from '../../../fakes/fake-price-table-views';
import { ReadableMemory } from '../../../fakes/readable-memory';

describe('a price table', () => {
  it('is recorded once for a studio, however its name is spelt', async () => {
    const { unitOfWork } = await givenTable('Élan Films');
    const again = {
      ...aCommand(),
      priceTableId: anId(),
      studio: 'elan  films',
      prices: [anEdit()],
    };

    await refusalFrom(PriceTableExists, recordPriceTable(again, unitOfWork));

    expect(Object.keys(unitOfWork.contents.priceTables)).toHaveLength(1);
  });

  it('is changed against its latest version only', async () => {
    const given = await givenTable();

    expect(await given.change(1, inCanada())).toMatchObject({ id: given.id, version: 2 });
    await refusalFrom(Stale, given.change(1, anEdit({ price: 1 })));
    await refusalFrom(VersionAhead, given.change(3, anEdit({ price: 1 })));
    const none = { ...aCommand(), priceTableId: anId(), expectedVersion: 1, prices: [anEdit()] };
    await refusalFrom(NotFound, changePrices(none, given.unitOfWork));
    expect(given.prices()).toEqual([anEdit(), inCanada()]);
  });

  it('gets no version by what changes nothing', async () => {
    const given = await givenTable();

    expect(await given.change(1, anEdit())).toMatchObject({ version: 1 });
    expect(given.unitOfWork.contents.history).toHaveLength(1);
  });

  it('answers a repeated key with the first answer', async () => {
    const { id, unitOfWork } = await givenTable();
    const command = { ...aCommand(), priceTableId: id, expectedVersion: 1, prices: [inCanada()] };
    await changePrices(command, unitOfWork);

    expect(await changePrices(command, unitOfWork)).toEqual({ id, version: 2, replayed: true });
  });

  it('loses a day', async () => {
    const given = await givenTable();
    await given.change(1, inCanada({ startsOn: '2027-01-01' }));

    await removePriceDay(
      { ...aCommand(), priceTableId: given.id, expectedVersion: 2, day: '2027-01-01' },
      given.unitOfWork,
    );

    expect(given.prices()).toEqual([anEdit()]);
  });

  it('takes changes back, one after the other', async () => {
    const given = await givenTable();
    await given.change(1, anEdit({ price: 1599 }));
    await given.change(2, anEdit({ price: 1699 }), inCanada());

    await given.undo(3);
    expect(given.prices()).toEqual([anEdit({ price: 1599 })]);
    await given.undo(4, 2);
    expect(given.prices()).toEqual([anEdit()]);
  });

  it('takes back neither its recording nor what other changes follow', async () => {
    const given = await givenTable();
    await refusalFrom(NothingToUndo, given.undo(1));
    await given.change(1, anEdit({ price: 1599 }));
    await given.change(2, inCanada());

    await refusalFrom(UndoOutOfOrder, given.undo(3, 2));
    await refusalFrom(Stale, given.undo(2));
  });
});

describe('the explanation of stale prices', () => {
  it('keeps what only one of the two changed', async () => {
    const given = await givenTable();
    await given.change(1, anEdit({ price: 1699 }));

    const conflict = await given.explained(1, { kind: 'change', prices: [inCanada()] });

    expect(conflict).toMatchObject({
      ...{ kind: 'price-table', id: given.id, madeAgainst: 1, latestVersion: 2 },
      ...{ verdict: 'legal', dispute: null, sinceTotal: 1 },
      since: [{ words: 'Tier 1, EST, all formats, all in USD from 1 Jan 2026: $14.99 → $16.99' }],
      ways: [{ change: { kind: 'prices-changed', prices: [{ ...inCanada(), before: null }] } }],
    });
    expect(conflict.rows).toEqual([
      {
        ...{
          field: entryKey(inCanada()),
          label: 'Tier 1, EST, all formats, Canada from 1 Jan 2026',
        },
        ...{ before: '–', yours: 'C$14.99', theirs: null, result: 'C$14.99', origin: 'yours' },
      },
    ]);
  });

  it('lets each cell that both changed be chosen', async () => {
    const given = await givenTable();
    await given.change(1, anEdit({ price: 1699 }), inCanada({ price: 1999 }));

    const conflict = await given.explained(1, {
      kind: 'change',
      prices: [anEdit({ price: 1799 }), inCanada({ price: 1999 }), inCanada({ format: 'HD' })],
    });

    expect(conflict.verdict).toBe('disputed');
    expect(conflict.dispute?.fields).toEqual([entryKey(anEdit())]);
    const pricesOf = (side: 'yours' | 'theirs') =>
      conflict.dispute?.[side].prices.map(({ price }) => price);
    expect([pricesOf('yours'), pricesOf('theirs')]).toEqual([
      [1799, 1999, 1499],
      [1699, 1999, 1499],
    ]);
    expect(conflict.rows.map(({ yours, theirs, result }) => [yours, theirs, result])).toEqual([
      ['$17.99', '$16.99', null],
      ['C$19.99', 'C$19.99', 'C$19.99'],
      ['C$14.99', null, 'C$14.99'],
    ]);
  });

  it('is settled where the table says what was wanted', async () => {
    const given = await givenTable();
    await given.change(1, anEdit({ price: 1699 }));

    const conflict = await given.explained(1, {
      kind: 'change',
      prices: [anEdit({ price: 1699 })],
    });

    expect(conflict).toMatchObject({ verdict: 'settled', ways: [] });
  });

  it('tells what removing a day, and undoing a change, would mean now', async () => {
    const given = await givenTable();
    await given.change(1, inCanada({ startsOn: '2027-01-01' }));
    await given.change(2, inCanada({ startsOn: '2027-01-01', price: 1999 }));

    const removal = await given.explained(2, { kind: 'remove-day', day: '2027-01-01' });
    const undo = await given.explained(2, { kind: 'undo', undoes: 2 });

    for (const conflict of [removal, undo])
      expect(conflict).toMatchObject({ latestVersion: 3, sinceTotal: 1, verdict: 'disputed' });
    expect(undo.dispute?.yours.prices.map(({ price }) => price)).toEqual([null]);
  });

  it('tells few of the cells that nobody else changed', async () => {
    const given = await givenTable();
    await given.change(1, anEdit({ price: 1699 }));
    const many = Array.from({ length: 2_000 }, (_, index) => inCanada({ tier: `Tier ${index}` }));

    const conflict = await given.explained(1, {
      kind: 'change',
      prices: [...many, anEdit({ price: 1 })],
    });

    expect(conflict.rows).toHaveLength(51);
    expect(conflict.dispute?.yours.prices).toHaveLength(2_001);
  });
});

async function givenTable(studio = 'Halcyon Pictures') {
  const unitOfWork = new ReadableMemory();
  const id = anId();
  await recordPriceTable(
    { ...aCommand(), priceTableId: id, studio, prices: [anEdit()] },
    unitOfWork,
  );
  return {
    unitOfWork,
    id,
    prices: () => unitOfWork.contents.priceTables[id]?.prices,
    change: (expectedVersion: number, ...prices: PriceEdit[]) =>
      changePrices({ ...aCommand(), priceTableId: id, expectedVersion, prices }, unitOfWork),
    undo: (expectedVersion: number, undoes?: number) =>
      undoPrices({ ...aCommand(), priceTableId: id, expectedVersion, undoes }, unitOfWork),
    explained: (version: number, intent: PricesIntent) =>
      explainPriceTableConflict(id, version, intent, new FakePriceTableViews(unitOfWork)),
  };
}
