import type { ColumnKey } from '../vocabulary/columns';
import type { RawSheet } from './raw-sheet';
import { COLUMNS, HEADER_VARIANTS } from '../vocabulary/columns';
import { textAt } from './raw-sheet';

/** The header of an avails sheet, in any row. */
export interface SheetHeader {
  /** The row with the groups, as numbered by the spreadsheet program; the next one has the names. 1 in every template. */
  readonly row: number;
  readonly columns: readonly HeaderColumn[];
}

export interface HeaderColumn {
  readonly column: number;
  /** `Group/Name` as written; only the name where the group is blank. */
  readonly header: string;
  /** The matching column of the standard; `null` when there is none. */
  readonly key: ColumnKey | null;
}

/** The columns that identify an avails sheet. */
const NEEDED: readonly ColumnKey[] = [
  'Avail/ALID',
  'AvailTrans/Territory',
  'AvailTrans/LicenseType',
];
/** The last row in which a header is looked for. */
const LAST_HEADER_ROW = 20;

/** Marks that people add to a name, and separators of its words: `PriceValue*`, `License Type (required)`. */
const MARKS = /\((?:req|required|opt|optional)\.?\)|[\s*†_]/gi;

const keyByHeader = new Map<string, ColumnKey>(COLUMNS.map((key) => [key, key]));
const keyInAnySpelling = new Map(
  [...COLUMNS.map((key) => [key, key] as const), ...Object.entries(HEADER_VARIANTS)].map(
    ([header, key]) => [plain(header), key],
  ),
);
/** Names are unique across groups. */
const keyByName = new Map(COLUMNS.map((key) => [plain(nameIn(key)), key]));

/**
 * Finds the header of a sheet: in its first two rows or, below a legend, further down; `null` when it is not an avails
 * sheet.
 */
export function headerOf(sheet: RawSheet): SheetHeader | null {
  for (const row of headerRows(sheet)) {
    const columns = columnsAt(sheet, row);
    if (NEEDED.every((key) => columns.some((one) => one.key === key))) return { row, columns };
  }
  return null;
}

/** The reason why a sheet is not read, and what would make it an avails sheet, as sentences. */
export function notAvailsReason(sheet: RawSheet): string {
  const found = headerRows(sheet)
    .map((row) => ({ row, columns: columnsAt(sheet, row) }))
    .map(({ row, columns }) => ({ row, columns, count: knownIn(columns) }))
    .reduce((best, one) => (one.count > best.count ? one : best), NOTHING_FOUND);
  if (found.count < MIN_KNOWN)
    return 'Its first rows do not have the groups and names of avails columns, such as Avail and ALID.';
  const rows = `rows ${found.row} and ${found.row + 1}`;
  const missing = NEEDED.filter((key) => !found.columns.some((one) => one.key === key));
  if (missing.join() === 'Avail/ALID' && found.columns.some(({ header }) => OLD.test(header)))
    return `Its header in ${rows} is that of version 1.6 (StoreLanguage, no ALID). Versions 1.7 to 1.9 are read: ask the studio for one of them.`;
  return `Its header in ${rows} lacks ${missing.join(' and ')}. Add the missing columns.`;
}

const NOTHING_FOUND: SheetHeader & { readonly count: number } = { row: 1, columns: [], count: 0 };
/** The minimum number of known columns; a sheet with fewer is not considered. */
const MIN_KNOWN = 3;
const OLD = /\/StoreLanguage$/i;

function knownIn(columns: readonly HeaderColumn[]): number {
  return columns.filter(({ key }) => key !== null).length;
}

/** Possible header rows: the first row, then every filled row that is followed by another. */
function headerRows({ rows }: RawSheet): number[] {
  return rows
    .filter(
      ({ number }, place) => number <= LAST_HEADER_ROW && rows[place + 1]?.number === number + 1,
    )
    .map(({ number }) => number);
}

function columnsAt({ rows }: RawSheet, row: number): HeaderColumn[] {
  const [groups, names] = [row, row + 1].map((wanted) =>
    rows.find(({ number }) => number === wanted),
  );
  if (groups === undefined || names === undefined) return [];
  return names.columns.map((column, place) => {
    const name = names.texts[place]?.trim() ?? '';
    const group = textAt(groups, column).trim();
    // A cell merged across both rows is a name without a group.
    const header = group === '' || group === name ? name : `${group}/${name}`;
    return { column, header, key: keyOf(header) };
  });
}

function keyOf(header: string): ColumnKey | null {
  const spelled = keyByHeader.get(header) ?? keyInAnySpelling.get(plain(header));
  return spelled ?? (header.includes('/') ? null : (keyByName.get(plain(header)) ?? null));
}

function plain(header: string): string {
  return header.replace(MARKS, '').toLowerCase();
}

function nameIn(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}
