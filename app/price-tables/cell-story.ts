import type { PriceCellData } from '../../src/domain/price-table/price-cell';
import type { Prices } from '../../src/domain/price-table/prices';
import { priceWords } from '../../src/domain/price-table/price-cell';
import { formatDay } from '../../src/domain/values/date-range';

/**
 * What a cell is and since when, and what it becomes once what is typed is saved:
 * `$14.99 since 1 Jul 2026. From 1 Jan 2027: $16.99, not saved.`
 *
 * @param day ISO 8601
 * @param stored without what is typed
 * @param prices with what is typed and can be read
 * @param waiting how many titles wait for its amount
 */
export function cellStory(
  cell: PriceCellData,
  day: string,
  { stored, prices, waiting }: { stored: Prices; prices: Prices; waiting: number },
): string {
  const [before, after] = [stored.on(day).own(cell), prices.on(day).own(cell)];
  const start = stored.startOf(cell, day);
  const now =
    before === null || start === null
      ? inheritedWords(stored.on(day).general(cell), cell.currency, waiting)
      : `${priceWords(before, cell.currency)} since ${formatDay(start)}.`;
  if (before === after) return now;
  return `${now} From ${formatDay(day)}: ${priceWords(after ?? 'same', cell.currency)}, not saved.`;
}

function inheritedWords(
  general: number | 'not-sold' | null,
  currency: string,
  waiting: number,
): string {
  if (general !== null) return `Same as for all: ${priceWords(general, currency)}.`;
  return waiting === 0 ? 'No amount yet.' : `No amount yet; ${waitingWords(waiting)}.`;
}

/** `1 title waits`, `96 titles wait`. */
export function waitingWords(titles: number): string {
  return titles === 1 ? '1 title waits' : `${titles.toLocaleString('en-US')} titles wait`;
}

/** What is said about missing amounts, beside their number. */
export function missingWords(missing: number, waitedFor: number): string {
  if (waitedFor === 0) return 'No title waits for them yet.';
  const which = waitedFor === missing ? 'them' : `${waitedFor.toLocaleString('en-US')} of them`;
  return `Titles wait for ${which}. Their offers stand, and availability answers yes, with no amount yet.`;
}
