import type { CellPrice, PriceEntry } from './price-cell';
import type { Prices } from './prices';
import { isDomainError } from '../errors';
import { compareNames, fold } from '../names/folding';
import { cellKey, entryKey, priceEdit, readCellPrice, typedCellPrice } from './price-cell';
import { MAX_PRICES } from './price-table-errors';

/** The columns of a price table as a sheet: a row says what a cell says from a day on. */
export const SHEET_COLUMNS = [
  'Tier',
  'Rights type',
  'Kind of price',
  'Format',
  'Territory',
  'Currency',
  'From',
  'Price',
] as const;

type Column = (typeof SHEET_COLUMNS)[number];

/** Stands for all formats, and for all territories that are priced in the currency. */
const ALL = 'all';

/** A row of a sheet as it was read, and what it would do. */
export type SheetLine = {
  /** `Row 12`. */
  readonly where: string;
  /** The price as it stands in the row. */
  readonly text: string;
} & (
  | { readonly fate: 'new' | 'changed' | 'same'; readonly entry: PriceEntry }
  | { readonly fate: 'unreadable'; readonly why: string }
);

/** A whole table as rows of text, by tier, cell and day, with a heading row: `readSheet` reads it back. */
export function sheetRows(entries: readonly PriceEntry[]): string[][] {
  const inOrder = [...entries].sort(
    (a, b) =>
      compareNames(a.tier, b.tier) ||
      compareNames(cellKey(a), cellKey(b)) ||
      compareNames(a.startsOn, b.startsOn),
  );
  return [
    [...SHEET_COLUMNS],
    ...inOrder.map(
      ({ tier, rightsType, kind, format, territory, currency, startsOn, price }): string[] => [
        ...[tier, rightsType, kind, format ?? ALL, territory ?? ALL, currency, startsOn],
        priceText(price, currency),
      ],
    ),
  ];
}

function priceText(price: CellPrice, currency: string): string {
  if (price === 'not-sold') return 'not sold';
  return price === 'same' ? price : typedCellPrice(price, currency);
}

/** Whether the first row has the columns of `sheetRows`, in any order. */
export function isSheet([head = []]: readonly (readonly string[])[]): boolean {
  return SHEET_COLUMNS.every((column) => placeOf(column, head) >= 0);
}

/**
 * Reads rows of `SHEET_COLUMNS` against a table. Rows without a price say nothing.
 *
 * @param rows the heading row first
 */
export function readSheet(
  rows: readonly (readonly string[])[],
  prices: Prices,
): { readonly lines: readonly SheetLine[]; readonly refusal: string | null } {
  const [head = [], ...body] = rows;
  if (body.length > MAX_PRICES) {
    const [given, most] = [body.length, MAX_PRICES].map((count) => count.toLocaleString('en-US'));
    return { lines: [], refusal: `${given} rows are too many. A price table has at most ${most}.` };
  }
  const places = new Map(SHEET_COLUMNS.map((column) => [column, placeOf(column, head)]));
  const seen = new Set<string>();
  const lines = body.flatMap((row, index): SheetLine[] => {
    const cell = (column: Column) => row[places.get(column) ?? -1]?.trim() ?? '';
    const line = { where: `Row ${index + 2}`, text: cell('Price') };
    if (line.text === '') return [];
    try {
      const entry = entryOf(cell);
      const key = entryKey(entry);
      if (seen.has(key))
        return [{ ...line, fate: 'unreadable', why: 'An earlier row says the same cell and day.' }];
      seen.add(key);
      const now = prices.entryOf(entry, entry.startsOn);
      const fate = now === entry.price ? 'same' : now === null ? 'new' : 'changed';
      return [{ ...line, fate, entry }];
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return [{ ...line, fate: 'unreadable', why: error.message }];
    }
  });
  return { lines, refusal: lines.length === 0 ? 'The file has no prices.' : null };
}

/** @throws DomainError of the first cell that is not valid */
function entryOf(cell: (column: Column) => string): PriceEntry {
  const currency = cell('Currency').toUpperCase();
  const orAll = (text: string) => (text === '' || fold(text) === ALL ? null : text.toUpperCase());
  const edit = priceEdit({
    ...{ tier: cell('Tier'), rightsType: cell('Rights type'), kind: cell('Kind of price') },
    ...{ format: orAll(cell('Format')), territory: orAll(cell('Territory')), currency },
    ...{ startsOn: cell('From'), price: null },
  });
  return { ...edit, price: readCellPrice(cell('Price'), currency) };
}

function placeOf(column: Column, head: readonly string[]): number {
  return head.findIndex((name) => fold(name) === fold(column));
}
