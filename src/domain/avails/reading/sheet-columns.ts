import type { ColumnKey } from '../columns';
import type { Problem } from '../sheet-row';
import type { RawSheet } from './raw-sheet';
import { COLUMNS, HEADER_VARIANTS, REASON_COLUMN } from '../columns';
import { UnreadableWorkbook } from '../unreadable-workbook';
import { columnLetters, textAt } from './raw-sheet';

/** What the columns of an avails sheet are. */
export interface SheetColumns {
  /** Key by position; a column of the standard has its own, another the header it has. */
  readonly keys: ReadonlyMap<number, string>;
  /** Positions of columns that are not of the standard, or are there twice. */
  readonly strange: ReadonlySet<number>;
  /** Position of the column that says why a row was rejected before; `null` when there is none. */
  readonly reason: number | null;
  readonly problems: readonly Problem[];
}

/** A sheet that has these is an avails sheet. */
const NEEDED: readonly ColumnKey[] = [
  'Avail/ALID',
  'AvailTrans/Territory',
  'AvailTrans/LicenseType',
];
const MOST_COLUMNS = 300;

const keyByHeader = new Map<string, ColumnKey>(COLUMNS.map((key) => [key, key]));
const keyInAnyCase = new Map(
  [...COLUMNS.map((key) => [key, key] as const), ...Object.entries(HEADER_VARIANTS)].map(
    ([header, key]) => [header.toLowerCase(), key],
  ),
);

/**
 * Finds the columns of a sheet by group (first row) and name (second row), wherever they stand.
 *
 * @returns `null` for a sheet that is no avails sheet
 * @throws UnreadableWorkbook for more than 300 columns
 */
export function sheetColumns(sheet: RawSheet): SheetColumns | null {
  const headers = headersOf(sheet);
  const known = new Set(headers.map(({ header }) => keyByHeader.get(header) ?? variantOf(header)));
  if (!NEEDED.every((key) => known.has(key))) return null;
  if (headers.length > MOST_COLUMNS)
    throw new UnreadableWorkbook(
      `The sheet ${sheet.name} has ${headers.length.toLocaleString('en-US')} columns; ${MOST_COLUMNS} are read at most. Leave out those that are not of the avails standard.`,
    );
  const keys = new Map<number, string>();
  const strange = new Set<number>();
  const problems: Problem[] = [];
  const taken = new Set<string>();
  let reason: number | null = null;
  const warn = (column: string, value: string, message: string, remedy: string) => {
    const where = { sheet: sheet.name, row: null, column };
    problems.push({ code: 'F3', severity: 'warning', ...where, value, message, remedy });
  };
  for (const { column, header } of headers) {
    if (header === REASON_COLUMN) {
      reason = column;
      continue;
    }
    const key = keyByHeader.get(header) ?? variantOf(header);
    if (key === undefined) {
      const own = taken.has(header) ? `${header} (${columnLetters(column)})` : header;
      keys.set(column, own);
      strange.add(column);
      taken.add(own);
      warn(own, header, 'This column is not of the avails standard; it is kept, not read.', CHECK);
    } else if (taken.has(key)) {
      const own = `${key} (${columnLetters(column)})`;
      keys.set(column, own);
      strange.add(column);
      taken.add(own);
      warn(own, header, 'This column is there twice; only the first is read.', REMOVE);
    } else {
      keys.set(column, key);
      taken.add(key);
      if (header !== key)
        warn(key, header, `This header was read as ${key}.`, 'Write headers as the standard does.');
    }
  }
  return { keys, strange, reason, problems };
}

const CHECK = 'Check the header if the column matters; otherwise nothing needs to be done.';
const REMOVE = 'Take the second column out.';

function variantOf(header: string): ColumnKey | undefined {
  return keyInAnyCase.get(header.toLowerCase());
}

/** `Group/Name` of every column that has a name, in order; the name alone where the group is blank. */
function headersOf(sheet: RawSheet): { column: number; header: string }[] {
  const [groups, names] = [1, 2].map((number) => sheet.rows.find((row) => row.number === number));
  if (groups === undefined || names === undefined) return [];
  return names.columns.map((column, place) => {
    const group = textAt(groups, column).trim();
    const name = names.texts[place]?.trim() ?? '';
    return { column, header: group === '' ? name : `${group}/${name}` };
  });
}
