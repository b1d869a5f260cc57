import type { CellPrice, PriceEdit } from './price-cell';
import { formatDay } from '../values/date-range';
import { entryKey, entryWords, priceWords } from './price-cell';

/** An accepted edit, with what the cell said on that day before. */
export interface PriceChange extends PriceEdit {
  readonly before: CellPrice | null;
}

/** Prices that are set or taken away together. */
export interface PricesChanged {
  readonly kind: 'prices-changed';
  readonly prices: readonly PriceChange[];
}

/** One accepted change of a price table, as stored in history. */
export type PriceTableChange =
  | {
      readonly kind: 'price-table-recorded';
      readonly studio: string;
      readonly prices: readonly PriceEdit[];
    }
  | PricesChanged;

/** The change that takes one back; `null` for the recording of a table. */
export function inversePrices(change: PriceTableChange): PricesChanged | null {
  if (change.kind === 'price-table-recorded') return null;
  return {
    kind: 'prices-changed',
    prices: change.prices.map(({ before, price, ...cell }) => ({
      ...cell,
      price: before,
      before: price,
    })),
  };
}

/** Whether a change takes exactly the earlier one back. */
export function takesPricesBack(change: PriceTableChange, earlier: PriceTableChange): boolean {
  const back = inversePrices(earlier);
  return (
    back !== null &&
    change.kind === back.kind &&
    canonical(back.prices) === canonical(change.prices)
  );
}

function canonical(prices: readonly PriceChange[]): string {
  const texts = prices.map((one) => `${entryKey(one)} ${String(one.before)} ${String(one.price)}`);
  return texts.sort().join('\n');
}

/** Describes a change in one line, for the history. */
export function describePriceTableChange(change: PriceTableChange): string {
  const count = pricesText(change.prices.length);
  if (change.kind === 'price-table-recorded')
    return `Price table of ${change.studio} recorded with ${count}`;
  const [first, ...more] = change.prices;
  if (first !== undefined && more.length === 0) return describeOne(first);
  const days = [...new Set(change.prices.map(({ startsOn }) => startsOn))];
  const when = days.length === 1 ? `from ${formatDay(days[0] ?? '')}` : `on ${days.length} days`;
  const isRemoval = change.prices.every(({ price }) => price === null);
  return `${isRemoval ? 'Removed' : 'Changed'} ${count} ${when}`;
}

function describeOne(change: PriceChange): string {
  const { before, price, currency } = change;
  const [was, is] = [before, price].map((one) => (one === null ? null : priceWords(one, currency)));
  const what = entryWords(change);
  if (is === null) return `${what}: ${was ?? ''} removed`;
  return was === null ? `${what}: ${is}` : `${what}: ${was ?? ''} → ${is ?? ''}`;
}

function pricesText(count: number): string {
  return count === 1 ? '1 price' : `${count.toLocaleString('en-US')} prices`;
}
