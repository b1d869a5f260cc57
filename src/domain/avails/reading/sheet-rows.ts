import type { Problem, SheetRow } from '../sheet-row';
import type { RawRow, RawSheet } from './raw-sheet';
import type { SheetColumns } from './sheet-columns';
import { ENTRY_TYPES, LICENSE_TYPES } from '../vocabulary';
import { columnLetters } from './raw-sheet';
import { RowCells } from './row-cells';

/** The rows of an avails sheet, with what is odd about how they are written down. */
export interface SheetReading {
  readonly rows: readonly SheetRow[];
  readonly problems: readonly Problem[];
}

const FIRST_DATA_ROW = 4;
/** How a remark begins; a row that begins with one is a remark as a whole. */
const REMARK = '//';

/** Reads the data rows of a sheet: those from the fourth that fill a column of the standard and are no remark. */
export function sheetRows(sheet: RawSheet, columns: SheetColumns): SheetReading {
  const problems: Problem[] = [];
  const headless = new Set<number>();
  const rows: SheetRow[] = [];
  const rowCells = new RowCells();
  const warn = (row: number, column: string, value: string, message: string, remedy: string) =>
    problems.push({
      ...{ code: 'F3', severity: 'warning', sheet: sheet.name, row, column, value },
      ...{ message, remedy },
    });
  for (const raw of sheet.rows) {
    if (raw.number < FIRST_DATA_ROW) {
      if (raw.number === FIRST_DATA_ROW - 1 && isData(raw, columns))
        warn(raw.number, 'Disposition/EntryType', '', ...DATA_IN_ROW_3);
      continue;
    }
    if (raw.texts[0]?.trimStart().startsWith(REMARK) === true) continue;
    const [keys, texts]: [string[], string[]] = [[], []];
    let isKnown = false;
    for (let place = 0; place < raw.columns.length; place += 1) {
      const column = raw.columns[place] ?? 0;
      const text = raw.texts[place] ?? '';
      if (column === columns.reason || text.startsWith(REMARK)) continue;
      const key = columns.keys.get(column);
      keys.push(key ?? columnLetters(column));
      texts.push(text);
      if (key !== undefined && !columns.strange.has(column)) isKnown = true;
      if (key !== undefined || headless.has(column)) continue;
      headless.add(column);
      warn(raw.number, columnLetters(column), text, ...HEADLESS);
    }
    if (!isKnown) continue;
    const cells = rowCells.of(keys, texts);
    rows.push({ sheet: sheet.name, row: raw.number, cells });
    for (const column of raw.formulas) {
      const key = columns.keys.get(column) ?? columnLetters(column);
      warn(raw.number, key, cells[key] ?? '', ...FORMULA);
    }
  }
  return { rows, problems };
}

const DATA_IN_ROW_3 = [
  'The third row looks like data, but it belongs to the header and is not read.',
  'Move the row down: data starts in row 4.',
] as const;
const HEADLESS = [
  'This column has values but no header; it is kept, not read.',
  'Give the column a group and a name, or take it out.',
] as const;
const FORMULA = [
  'This is a formula; the value that was saved with it is taken.',
  'Write values instead of formulas.',
] as const;

/** Whether a row has what only data has: an entry type and a license type. */
function isData(raw: RawRow, { keys }: SheetColumns): boolean {
  const says = (key: string, values: Readonly<Record<string, unknown>>) =>
    raw.columns.some(
      (column, place) =>
        keys.get(column) === key && Object.hasOwn(values, raw.texts[place]?.trim() ?? ''),
    );
  return (
    says('Disposition/EntryType', ENTRY_TYPES) || says('AvailTrans/LicenseType', LICENSE_TYPES)
  );
}
