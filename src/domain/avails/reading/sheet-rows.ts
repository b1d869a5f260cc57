import type { Problem, SheetRow } from '../sheet-row';
import type { CellProblem } from './cell-notes';
import type { CellRange, RawRow, RawSheet } from './raw-sheet';
import type { SheetColumns } from './sheet-columns';
import type { SheetHeader } from './sheet-header';
import { ENTRY_TYPES, LICENSE_TYPES } from '../vocabulary/vocabulary';
import { cellProblem, mergedAcross } from './cell-notes';
import { columnLetters, rangeName } from './raw-sheet';
import { RowCells } from './row-cells';
import { strayRow } from './stray-rows';

/** The columns of a row whose cells cannot be read, or `row` for a row that is refused as a whole. */
export type Unread = ReadonlySet<string> | 'row';

/** The rows of an avails sheet, with what is odd about how they are written down. */
export interface SheetReading {
  readonly rows: readonly SheetRow[];
  /** Rows of which something cannot be read; the problems have an error for each. */
  readonly unread: ReadonlyMap<SheetRow, Unread>;
  readonly problems: readonly Problem[];
}

/** How a remark begins; a row that begins with one is a remark as a whole. */
const REMARK = '//';
/** The row with marks follows the two of groups and names. */
const TO_MARKS = 2;

/** Reads the data rows of a sheet: those below the header that fill a column of the standard and are no remark. */
export function sheetRows(
  sheet: RawSheet,
  header: SheetHeader,
  columns: SheetColumns,
): SheetReading {
  const problems: Problem[] = [];
  const headless = new Set<number>();
  const rows: SheetRow[] = [];
  const unread = new Map<SheetRow, Unread>();
  const rowCells = new RowCells();
  const say = (row: number, column: string | null, value: string, problem: CellProblem) =>
    problems.push({ ...problem, sheet: sheet.name, row, column, value });
  for (const raw of sheet.rows) {
    if (raw.number < header.row + TO_MARKS) continue;
    if (raw.number === header.row + TO_MARKS) {
      const hasData = isData(raw, columns);
      if (hasData && header.row === 1) say(raw.number, 'Disposition/EntryType', '', DATA_IN_ROW_3);
      if (!hasData || header.row === 1) continue;
    }
    if (raw.texts[0]?.trimStart().startsWith(REMARK) === true) continue;
    const [keys, texts]: [string[], string[]] = [[], []];
    let isKnown = false;
    for (let place = 0; place < raw.columns.length; place += 1) {
      const column = raw.columns[place] ?? 0;
      const text = raw.texts[place] ?? '';
      if (column === columns.reason || text.startsWith(REMARK)) continue;
      const key = columns.keys.get(column);
      if (key !== undefined && !columns.strange.has(column)) isKnown = true;
      if (text === '') continue;
      keys.push(key ?? columnLetters(column));
      texts.push(text);
      if (key !== undefined || headless.has(column)) continue;
      headless.add(column);
      say(raw.number, columnLetters(column), text, HEADLESS);
    }
    if (!isKnown) continue;
    const cells = rowCells.of(keys, texts);
    const row = { sheet: sheet.name, row: raw.number, cells };
    rows.push(row);
    const across = raw.notes.size === 0 ? null : rangeAcross(raw, columns);
    const refusal = across === null ? strayRow(cells) : mergedAcross(rangeName(across));
    if (refusal !== null) {
      say(raw.number, null, '', refusal);
      unread.set(row, 'row');
    } else if (raw.notes.size > 0) {
      const cannotBeRead = sayNotes(raw, columns, cells, say);
      if (cannotBeRead.size > 0) unread.set(row, cannotBeRead);
    }
  }
  return { rows, unread, problems };
}

/** Says what there is to say of the cells of a row. @returns the columns of those that cannot be read */
function sayNotes(
  raw: RawRow,
  columns: SheetColumns,
  cells: Readonly<Record<string, string>>,
  say: (row: number, column: string, value: string, problem: CellProblem) => void,
): Set<string> {
  const unread = new Set<string>();
  for (const [column, note] of raw.notes) {
    const key = columns.keys.get(column) ?? columnLetters(column);
    if (!isRead(columns, column) && note.kind !== 'formula') continue;
    const text = cells[key] ?? '';
    const problem = cellProblem(note, text);
    say(raw.number, key, text, problem);
    if (problem.severity === 'error') unread.add(key);
  }
  return unread;
}

/** A merged cell of a row that stands in several columns of the standard. */
function rangeAcross({ notes }: RawRow, columns: SheetColumns): CellRange | null {
  for (const note of notes.values()) {
    if (note.kind !== 'merged') continue;
    const { firstColumn, lastColumn } = note.range;
    const covered = [...columns.keys.keys()].filter(
      (column) => column >= firstColumn && column <= lastColumn && isRead(columns, column),
    );
    if (covered.length > 1) return note.range;
  }
  return null;
}

function isRead({ keys, strange }: SheetColumns, column: number): boolean {
  return keys.has(column) && !strange.has(column);
}

const DATA_IN_ROW_3: CellProblem = {
  ...{ code: 'F3', severity: 'warning' },
  message: 'The third row looks like data, but it is part of the header and is not read.',
  remedy: 'Move the row down: data starts in row 4.',
};
const HEADLESS: CellProblem = {
  ...{ code: 'F3', severity: 'warning' },
  message: 'This column has values but no header; it is stored but not read.',
  remedy: 'Add a group and a name to the header, or remove the column.',
};

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
