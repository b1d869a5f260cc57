/** One row of a sheet as text. */
export interface RawRow {
  /** As the spreadsheet program counts, from 1. */
  readonly number: number;
  /** Positions of the filled cells, from 0 and rising. */
  readonly columns: readonly number[];
  /** What the cells at `columns` say. Never blank. */
  readonly texts: readonly string[];
  /** Positions of those whose text a formula has computed. */
  readonly formulas: readonly number[];
}

/** One sheet of a workbook before anybody knows what it is. */
export interface RawSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Those with a filled cell, from the top. */
  readonly rows: readonly RawRow[];
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
