import type { CellNote, CellRange, RawRow, RawSheet } from './raw-sheet';

/**
 * Copies the value of merged cells into each of them. On screen they are one cell with the value of the first (ECMA-376-1,
 * 18.3.1.55). Values that a program left in the others are not visible, and ignored. Rows that contain only a part of a
 * merged cell stay blank.
 */
export function withMergedCells(sheet: RawSheet): RawSheet {
  const merges = sheet.merges.filter(isMerge);
  if (merges.length === 0) return sheet;
  const rowByNumber = new Map(sheet.rows.map((row) => [row.number, row]));
  const lastColumn = lastFilledColumn(sheet.rows);
  const changes = new Map<number, Map<number, Cell>>();
  for (const range of merges) {
    const first = cellAt(rowByNumber.get(range.firstRow), range.firstColumn);
    for (const row of rowsWithin(sheet.rows, range)) {
      const cells = changes.get(row.number) ?? new Map<number, Cell>();
      changes.set(row.number, cells);
      const last = Math.min(range.lastColumn, lastColumn);
      for (let column = range.firstColumn; column <= last; column += 1)
        if (column === range.firstColumn && row.number === range.firstRow)
          cells.set(column, range.lastColumn > column ? merged(first, range) : first);
        else cells.set(column, merged(first, range));
    }
  }
  const rows = sheet.rows.map((row) => {
    const cells = changes.get(row.number);
    return cells === undefined ? row : withCells(row, cells);
  });
  return { ...sheet, rows: rows.filter(({ columns }) => columns.length > 0) };
}

interface Cell {
  readonly text: string;
  readonly note: CellNote | null;
}

const BLANK: Cell = { text: '', note: null };

function isMerge({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): boolean {
  return firstRow < lastRow || firstColumn < lastColumn;
}

/** The last column with a header or a value: a merged cell may extend to the end of the sheet. */
function lastFilledColumn(rows: readonly RawRow[]): number {
  return rows.reduce((last, { columns }) => Math.max(last, columns.at(-1) ?? 0), 0);
}

function cellAt(row: RawRow | undefined, column: number): Cell {
  const place = row?.columns.indexOf(column) ?? -1;
  if (row === undefined || place < 0) return BLANK;
  return { text: row.texts[place] ?? '', note: row.notes.get(column) ?? null };
}

/** Notes for the other cells. An error or a missing value takes precedence over the note that the cell is merged. */
function merged({ text, note }: Cell, range: CellRange): Cell {
  if (text === '' && note === null) return BLANK;
  const isUnread = note?.kind === 'error' || note?.kind === 'unsaved-formula';
  return { text, note: isUnread ? note : { kind: 'merged', range } };
}

/** The existing rows of a range, by binary search, because a range may span a million rows. */
function* rowsWithin(rows: readonly RawRow[], { firstRow, lastRow }: CellRange) {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((rows[middle]?.number ?? 0) < firstRow) low = middle + 1;
    else high = middle;
  }
  for (let place = low; place < rows.length; place += 1) {
    const row = rows[place];
    if (row === undefined || row.number > lastRow) return;
    yield row;
  }
}

function withCells(row: RawRow, changed: ReadonlyMap<number, Cell>): RawRow {
  const cells = new Map<number, Cell>(row.columns.map((column) => [column, cellAt(row, column)]));
  for (const [column, cell] of changed) cells.set(column, cell);
  const filled = [...cells]
    .filter(([, { text, note }]) => text !== '' || note !== null)
    .sort(([a], [b]) => a - b);
  const notes = new Map<number, CellNote>();
  for (const [column, { note }] of filled) if (note !== null) notes.set(column, note);
  return {
    number: row.number,
    columns: filled.map(([column]) => column),
    texts: filled.map(([, { text }]) => text),
    notes,
  };
}
