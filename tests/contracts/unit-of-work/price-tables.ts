import { describe, expect, it } from 'vitest';
import type { PriceEdit, PriceEntry } from '../../../src/domain/price-table/price-cell';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import type { Storage } from './storage';
import { entryKey } from '../../../src/domain/price-table/price-cell';
import { PriceTable } from '../../../src/domain/price-table/price-table';
import { PriceTableExists } from '../../../src/domain/price-table/price-table-errors';
import { Stale } from '../../../src/service/errors';
import { aCommand } from '../../builders/command-builders';
import { aName, anId } from '../../builders/license-builders';
import { anEdit, inCanada } from '../../builders/price-table-builders';
import { refusalFrom } from '../../builders/refusal';
import { gate } from '../gate';

/** What every unit of work keeps of price tables, whatever it stores in. */
export function priceTablesContract(name: string, create: () => Promise<Storage>): void {
  describe(`${name} keeps price tables:`, () => {
    it('a table that was added is returned with its prices, at version 1', async () => {
      const { unitOfWork, historyOf } = await create();
      const [id, studio] = [anId(), aName('Studio')];
      const prices = [
        anEdit(),
        inCanada({ format: 'UHD', price: 'not-sold' }),
        inCanada({ startsOn: '2027-01-01', price: 'same' }),
      ];

      await record(unitOfWork, id, studio, prices);

      expect(await stateOf(unitOfWork, id)).toEqual({ version: 1, studio, prices: sorted(prices) });
      expect((await historyOf(id)).map(({ version, change }) => [version, change])).toEqual([
        [1, { kind: 'price-table-recorded', studio, prices }],
      ]);
    });

    it('prices are set, changed and taken away in one version', async () => {
      const { unitOfWork } = await create();
      const [id, studio] = [anId(), aName('Studio')];
      await record(unitOfWork, id, studio, [anEdit(), inCanada(), inCanada({ format: 'UHD' })]);

      await change(unitOfWork, id, [
        anEdit({ price: 'not-sold' }),
        inCanada({ tier: 'TIER 1', price: null }),
        inCanada({ format: 'UHD', price: 1 }),
        anEdit({ tier: 'Élan', startsOn: '2027-01-01' }),
      ]);

      expect(await stateOf(unitOfWork, id)).toEqual({
        ...{ version: 2, studio },
        prices: sorted([
          anEdit({ price: 'not-sold' }),
          inCanada({ format: 'UHD', price: 1 }),
          anEdit({ tier: 'Élan', startsOn: '2027-01-01' }),
        ]),
      });
      const after = await unitOfWork.run(aCommand(), async ({ priceTables }) => ({
        kinds: (await priceTables.changesAfter(id, 1)).map(({ kind }) => kind),
      }));
      expect(after.kinds).toEqual(['prices-changed']);
    });

    it('a studio has one table, however its name is spelt', async () => {
      const { unitOfWork } = await create();
      const studio = aName('Élan');
      await record(unitOfWork, anId(), studio, [anEdit()]);
      const other = studio.toUpperCase().replace('É', 'E');

      const refusal = await refusalFrom(
        PriceTableExists,
        record(unitOfWork, anId(), other, [anEdit()]),
      );

      expect(refusal.studio).toBe(other);
    });

    it('a new table of an id that there is is stale', async () => {
      const { unitOfWork } = await create();
      const id = anId();
      await record(unitOfWork, id, aName('Studio'), [anEdit()]);

      await refusalFrom(Stale, record(unitOfWork, id, aName('Studio'), [anEdit()]));
    });

    it('of two changes of one version one wins, and the other is stale and writes nothing', async () => {
      const { unitOfWork, historyOf } = await create();
      const [id, studio] = [anId(), aName('Studio')];
      await record(unitOfWork, id, studio, [anEdit()]);
      const bothHaveRead = gate(2);

      const outcomes = await Promise.allSettled(
        [anEdit({ price: 1 }), inCanada()].map((edit) =>
          change(unitOfWork, id, [edit], bothHaveRead),
        ),
      );

      const rejected = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
      );
      expect(rejected).toEqual([
        expect.objectContaining({ code: 'stale', what: 'price-table', id }),
      ]);
      expect(await historyOf(id)).toHaveLength(2);
      const { version, prices } = await stateOf(unitOfWork, id);
      expect([version, prices.length]).toEqual([2, outcomes[0]?.status === 'fulfilled' ? 1 : 2]);
    });

    it('2,000 prices are written at once', async () => {
      const { unitOfWork } = await create();
      const id = anId();
      const many = Array.from({ length: 2_000 }, (_, index) => anEdit({ tier: `Tier ${index}` }));
      await record(unitOfWork, id, aName('Studio'), many);

      expect((await stateOf(unitOfWork, id)).prices).toHaveLength(2_000);
    });
  });
}

function record(unitOfWork: UnitOfWork, id: string, studio: string, prices: readonly PriceEdit[]) {
  return unitOfWork.run(aCommand(), ({ priceTables }) => {
    priceTables.add(PriceTable.record(id, studio, prices));
    return Promise.resolve({ id });
  });
}

function change(
  unitOfWork: UnitOfWork,
  id: string,
  edits: readonly PriceEdit[],
  afterReading: () => Promise<void> = () => Promise.resolve(),
) {
  return unitOfWork.run(aCommand(), async ({ priceTables }) => {
    const table = await priceTables.get(id);
    await afterReading();
    if (table === null) throw new Error('There is no such table.');
    table.changePrices(edits);
    priceTables.save(table);
    return { id };
  });
}

async function stateOf(unitOfWork: UnitOfWork, id: string) {
  const { state } = await unitOfWork.run(aCommand(), async ({ priceTables }) => {
    const table = await priceTables.get(id);
    if (table === null) throw new Error('There is no such table.');
    const { version, studio, prices } = table;
    return { state: { version, studio, prices: sorted(prices.entries) } };
  });
  return state;
}

function sorted<Entry extends PriceEdit | PriceEntry>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => (entryKey(a) < entryKey(b) ? -1 : 1));
}
