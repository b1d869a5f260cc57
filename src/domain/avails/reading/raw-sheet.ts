/** What a row has to say of a cell besides its text. */
export type CellNote =
  /** A formula computed the text. */
  | { readonly kind: 'formula' }
  /** A formula whose value was not saved; the text is blank. */
  | { readonly kind: 'unsaved-formula' }
  /** The text is an error of a spreadsheet program: `#N/A`. */
  | { readonly kind: 'error' }
  /** A number with more digits than a spreadsheet program keeps: its last ones are zeros that nobody wrote. */
  | { readonly kind: 'cut-digits' }
  /** The format of the cell shows something else than the number that it holds: a rounded one, or nothing. */
  | { readonly kind: 'shown'; readonly shown: string; readonly held: string }
  /** The text begins like one that was made safe for comma-separated text. */
  | { readonly kind: 'apostrophe' }
  /** The text is that of a merged cell, which begins at another place. */
  | { readonly kind: 'merged'; readonly range: CellRange };

/** Adjacent cells; positions from 0, rows as the spreadsheet program counts, the last ones inclusive. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** One row of a sheet as text. */
export interface RawRow {
  /** As the spreadsheet program counts, from 1. */
  readonly number: number;
  /** Positions of the filled cells, from 0 and rising. */
  readonly columns: readonly number[];
  /** What the cells at `columns` say. Blank only for a formula without a saved value and for what a format hides. */
  readonly texts: readonly string[];
  /** What is to be said of single cells, by position. Nearly every row shares the empty one. */
  readonly notes: ReadonlyMap<number, CellNote>;
}

/** The notes of a row of which there is nothing to say. */
export const NO_NOTES: ReadonlyMap<number, CellNote> = new Map();

/** One sheet of a workbook before anybody knows what it is. */
export interface RawSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Those with a filled cell, from the top. */
  readonly rows: readonly RawRow[];
  /** Cells that are merged into one. */
  readonly merges: readonly CellRange[];
}

/** The text at a position; empty when the row has none there. */
export function textAt(row: RawRow | undefined, column: number): string {
  return row?.texts[row.columns.indexOf(column)] ?? '';
}

/** The letters of a position: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** A range as spreadsheet programs write it: `D4:D6`. */
export function rangeName({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string {
  return `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
}
