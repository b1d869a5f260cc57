import type { Verdict } from '../conflict/verdict';
import type { CellPrice, PriceEdit } from './price-cell';
import type { PriceTable } from './price-table';
import type { PricesChanged, PriceTableChange } from './price-table-change';
import { judgeMerged, tried } from '../conflict/verdict';
import { entryKey } from './price-cell';
import { PriceTable as PriceTables } from './price-table';

/** What cells say on their days, by `entryKey`. */
export type PricesByKey = Readonly<Record<string, CellPrice | null>>;

/** What some cells say: as it was when the change was made, as the person wants it, and as it is now. */
export interface ComparedPrices {
  readonly base: PricesByKey;
  readonly mine: PricesByKey;
  readonly latest: PricesByKey;
}

/**
 * What the cells of some edits say.
 *
 * @param edits valid, as the person wants them
 * @param since the changes after the version that they were made against, in order
 */
export function comparedPrices(
  edits: readonly PriceEdit[],
  latest: PriceTable,
  since: readonly PriceTableChange[],
): ComparedPrices {
  const first = new Map<string, CellPrice | null>();
  for (const change of since)
    if (change.kind === 'prices-changed')
      for (const one of change.prices)
        if (!first.has(entryKey(one))) first.set(entryKey(one), one.before);
  const of = (say: (edit: PriceEdit, key: string) => CellPrice | null): PricesByKey =>
    Object.fromEntries(edits.map((edit) => [entryKey(edit), say(edit, entryKey(edit))]));
  const now = (edit: PriceEdit) => latest.prices.entryOf(edit, edit.startsOn);
  return {
    mine: of(({ price }) => price),
    latest: of(now),
    base: of((edit, key) => (first.has(key) ? (first.get(key) ?? null) : now(edit))),
  };
}

/** Judges edits made against an older version of a table, cell by cell. */
export function judgePrices(
  edits: readonly PriceEdit[],
  { base, mine, latest }: ComparedPrices,
  table: PriceTable,
): Verdict<PricesChanged, string> {
  const changeTo = (values: PricesByKey): PricesChanged => ({
    kind: 'prices-changed',
    prices: edits.map((edit) => {
      const key = entryKey(edit);
      return { ...edit, price: values[key] ?? null, before: latest[key] ?? null };
    }),
  });
  return judgeMerged<PricesByKey, PricesChanged>([base, mine, latest], changeTo, (change) =>
    tried(change, () => {
      const { id, version, studio, prices } = table;
      const copy = PriceTables.reconstitute(id, version, studio, prices.entries);
      copy.changePrices(change.prices.map(({ before: _, ...edit }) => edit));
      return copy.change?.kind === 'prices-changed' ? copy.change : null;
    }),
  );
}
