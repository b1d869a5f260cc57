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

/** The columns of a row whose cells are unreadable, or `row` when the whole row is. */
export type Unread = ReadonlySet<string> | 'row';

/** The rows of an avails sheet, with problems of their format. */
export interface SheetReading {
  readonly rows: readonly SheetRow[];
  /** Rows with unreadable cells; `problems` has an error for each. */
  readonly unread: ReadonlyMap<SheetRow, Unread>;
  readonly problems: readonly Problem[];
}

/** The prefix of a comment. A row that begins with it is a comment as a whole. */
const REMARK = '//';
/** Offset of the row with marks, which follows the rows of groups and names. */
const TO_MARKS = 2;

/** Reads the data rows of a sheet: rows below the header that fill a column of the standard and are not comments. */
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
      const cannotBeRead = reportNotes(raw, columns, cells, say);
      if (cannotBeRead.size > 0) unread.set(row, cannotBeRead);
    }
  }
  return { rows, unread, problems };
}

/**
 * Reports the notes on the cells of a row.
 *
 * @returns the columns of unreadable cells
 */
function reportNotes(
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

/** The range of a merged cell that spans several standard columns of a row. */
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

/** Whether a row has cells that only data rows have: an entry type and a license type. */
function isData(raw: RawRow, { keys }: SheetColumns): boolean {
  const has = (key: string, values: Readonly<Record<string, unknown>>) =>
    raw.columns.some(
      (column, place) =>
        keys.get(column) === key && Object.hasOwn(values, raw.texts[place]?.trim() ?? ''),
    );
  return has('Disposition/EntryType', ENTRY_TYPES) || has('AvailTrans/LicenseType', LICENSE_TYPES);
}
