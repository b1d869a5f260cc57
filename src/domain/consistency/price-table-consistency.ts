import type { PriceEntry } from '../price-table/price-cell';
import type { PriceTableChange } from '../price-table/price-table-change';
import type { Finding, Found, StoredChange } from './findings';
import { entryKey, priceEdit } from '../price-table/price-cell';
import { Prices } from '../price-table/prices';
import { shortText } from '../values/text';
import { attempt, invalid, versionProblems } from './findings';

/** Everything stored about one price table. */
export interface StoredPriceTable {
  readonly id: string;
  readonly version: number;
  readonly studio: string;
  readonly prices: readonly PriceEntry[];
  /** By ascending version. */
  readonly history: readonly StoredChange<PriceTableChange>[];
}

/** Finds violated rules in a price table. Empty when there are none. */
export function findingsInPriceTable(stored: StoredPriceTable): Finding[] {
  const { id, studio, prices, history } = stored;
  const found = [
    ...versionProblems(stored),
    ...invalid(() => shortText(studio, 'studio', 'A studio’s name'), studio, String),
    ...prices.flatMap((entry) => invalid(() => ({ ...entry, ...valid(entry) }), entry, entryText)),
    ...attempt('state-differs', () => historyProblems(prices, history)),
  ];
  return found.map((problem) => ({ aggregate: 'price-table', id, ...problem }));
}

function valid(entry: PriceEntry): PriceEntry {
  return { ...priceEdit(entry), price: entry.price };
}

function historyProblems(
  prices: readonly PriceEntry[],
  history: readonly StoredChange<PriceTableChange>[],
): Found[] {
  const found: Found[] = [];
  let replayed = Prices.NONE;
  for (const { version, change } of history) {
    if ((change.kind === 'price-table-recorded') !== (version === 1))
      found.push({
        problem: 'change-misplaced',
        words: `version ${version}: the table is recorded once, as version 1`,
      });
    if (change.kind === 'prices-changed')
      for (const one of change.prices)
        if (replayed.entryOf(one, one.startsOn) !== one.before)
          found.push({
            problem: 'change-misplaced',
            words: `version ${version}: ${entryKey(one)} said something else before`,
          });
    replayed = replayed.with(change.prices);
  }
  if (tableText(replayed.entries) !== tableText(prices))
    found.push({ problem: 'state-differs', words: 'its prices are not those of its history' });
  return found;
}

function tableText(entries: readonly PriceEntry[]): string {
  return entries.map(entryText).sort().join('\n');
}

function entryText(entry: PriceEntry): string {
  return `${entryKey(entry)} ${entry.tier}: ${entry.price}`;
}
