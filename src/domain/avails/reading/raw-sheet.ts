/** Information about a cell in addition to its text. */
export type CellNote =
  /** A formula computed the text. */
  | { readonly kind: 'formula' }
  /** A formula without a saved value; the text is blank. */
  | { readonly kind: 'unsaved-formula' }
  /** The text is an error value: `#N/A`. */
  | { readonly kind: 'error' }
  /** A number with more digits than a spreadsheet program stores; its last ones were replaced by zeros. */
  | { readonly kind: 'cut-digits' }
  /** The cell's format displays something else than its value: a rounded number, or nothing. */
  | { readonly kind: 'shown'; readonly shown: string; readonly value: string }
  /** The text looks as if it was neutralized for CSV. */
  | { readonly kind: 'apostrophe' }
  /** The text comes from a merged cell that begins elsewhere. */
  | { readonly kind: 'merged'; readonly range: CellRange };

/** Adjacent cells. Columns count from 0, rows as in the spreadsheet program; the last ones are inclusive. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** One row of a sheet as text. */
export interface RawRow {
  /** As in the spreadsheet program, from 1. */
  readonly number: number;
  /** Positions of the filled cells, from 0, ascending. */
  readonly columns: readonly number[];
  /**
   * The texts of the cells at `columns`. Blank only for a formula without a saved value and for a value hidden by its
   * format.
   */
  readonly texts: readonly string[];
  /** Notes on single cells, by position. Nearly all rows share the empty map. */
  readonly notes: ReadonlyMap<number, CellNote>;
}

/** The notes of a row that has none. */
export const NO_NOTES: ReadonlyMap<number, CellNote> = new Map();

/** One sheet of a workbook, before its content is interpreted. */
export interface RawSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** The rows that have a filled cell, from the top. */
  readonly rows: readonly RawRow[];
  /** Merged cells. */
  readonly merges: readonly CellRange[];
}

/** The text at a position; empty when the cell is blank. */
export function textAt(row: RawRow | undefined, column: number): string {
  return row?.texts[row.columns.indexOf(column)] ?? '';
}

/** The letters of a position: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** The name of a range, as in spreadsheet programs: `D4:D6`. */
export function rangeName({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string {
  return `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
}
