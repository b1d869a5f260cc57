import type { PriceEdit } from '../../domain/price-table/price-cell';
import type { ComparedPrices, PricesByKey } from '../../domain/price-table/conflict';
import type { PricesChanged } from '../../domain/price-table/price-table-change';
import type { Words } from '../conflict/comparison';
import type { PriceTableConflict } from '../conflict/conflict';
import type { PriceTableViews, StoredPriceTable } from './price-table-views';
import type { Verdict } from '../../domain/conflict/verdict';
import { comparedPrices, judgePrices } from '../../domain/price-table/conflict';
import { entryKey, entryWords, priceEdit, priceWords } from '../../domain/price-table/price-cell';
import { editsRemovingDay, PriceTable } from '../../domain/price-table/price-table';
import {
  describePriceTableChange,
  inversePrices,
} from '../../domain/price-table/price-table-change';
import { fieldRows, NONE } from '../conflict/comparison';
import { explained } from '../conflict/conflict';
import { NotFound } from '../errors';

/** What was asked of a price table. */
export type PricesIntent =
  | { readonly kind: 'change'; readonly prices: readonly PriceEdit[] }
  | { readonly kind: 'remove-day'; readonly day: string }
  | { readonly kind: 'undo'; readonly undoes: number };

/** The most cells whose rows are told where nobody else changed them. */
const MAX_ROWS = 50;

/**
 * Explains what stale edits of a price table mean on the latest version, cell by cell, with what happened since.
 *
 * @param expectedVersion the version the command was made against
 * @throws NotFound, and whatever a price is refused with
 */
export async function explainPriceTableConflict(
  id: string,
  expectedVersion: number,
  intent: PricesIntent,
  views: Pick<PriceTableViews, 'tableSince'>,
): Promise<PriceTableConflict> {
  const from =
    intent.kind === 'undo' ? Math.min(intent.undoes - 1, expectedVersion) : expectedVersion;
  const found = await views.tableSince(id, from);
  if (found === null) throw new NotFound('price-table', id);
  const earlier = expectedVersion - from;
  const [changes, entries] = [found.changes.slice(earlier), found.entries.slice(earlier)];
  const table = PriceTable.reconstitute(id, found.version, found.studio, found.prices);
  const [undone] = found.changes;
  const edits = editsOf(intent, found, undone === undefined ? null : inversePrices(undone));
  const compared = comparedPrices(edits, table, changes);
  const verdict = judgePrices(edits, compared, table);
  return {
    ...explained('price-table', {
      id,
      madeAgainst: expectedVersion,
      latestVersion: found.version,
      entries,
      verdict,
      nameOf: describePriceTableChange,
    }),
    rows: rowsOf(edits, compared, verdict),
  };
}

function editsOf(
  intent: PricesIntent,
  { prices }: StoredPriceTable,
  back: PricesChanged | null,
): readonly PriceEdit[] {
  switch (intent.kind) {
    case 'change':
      return intent.prices.map(priceEdit);
    case 'remove-day': {
      const isThere = prices.some(({ startsOn }) => startsOn === intent.day);
      const table = PriceTable.reconstitute('', 1, '', prices);
      return isThere ? editsRemovingDay(table.prices, intent.day) : [];
    }
    case 'undo':
      return (back?.prices ?? []).map(({ before: _, ...edit }) => edit);
  }
}

/** A row for each cell that others changed as well, and for some of the others. */
function rowsOf(
  edits: readonly PriceEdit[],
  { base, mine, latest }: ComparedPrices,
  verdict: Verdict<PricesChanged, string>,
) {
  const isDisputed = verdict.kind === 'disputed';
  const result = isDisputed ? verdict.yours : verdict.kind === 'legal' ? verdict.change : null;
  const isElsewhere = (key: string) => base[key] !== latest[key];
  const rest = edits.filter((edit) => !isElsewhere(entryKey(edit)));
  const shown = new Set(rest.slice(0, MAX_ROWS));
  const told = edits.filter((edit) => isElsewhere(entryKey(edit)) || shown.has(edit));
  const inWords = (values: PricesByKey): Words<string> =>
    Object.fromEntries(
      told.map((edit) => {
        const price = values[entryKey(edit)] ?? null;
        return [entryKey(edit), price === null ? NONE : priceWords(price, edit.currency)];
      }),
    );
  const after = result?.prices.map((one) => [entryKey(one), one.price] as const) ?? [];
  return fieldRows<string>(
    Object.fromEntries(told.map((edit) => [entryKey(edit), entryWords(edit)])),
    {
      before: inWords(base),
      mine: inWords(mine),
      now: inWords(latest),
      result: result === null ? null : inWords({ ...latest, ...Object.fromEntries(after) }),
      disputed: isDisputed ? verdict.fields : [],
    },
  );
}
