/** The releases of the avails spreadsheet that are read; the version is shown, and nothing else depends on it. */
export const AVAILS_VERSIONS = ['1.7', '1.7.2', '1.7.3', '1.8', '1.9'] as const;

export type AvailsVersion = (typeof AVAILS_VERSIONS)[number];

/**
 * One row of an avails sheet as text. A key is a column's group and name, `AvailTrans/Territory`; a column that is not one
 * of the standard keeps the header it has. Blank cells are absent. Dates are `YYYY-MM-DD`, whatever the cell showed.
 */
export interface SheetRow {
  readonly sheet: string;
  /** As the spreadsheet program counts: the first data row is 4. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Something about a file that somebody has to put right, or should know. */
export interface Problem {
  /** A short code per rule: `F1` to `F5` of the file, `R1` to `R13` of a row, `A1` to `A3` of an ALID, `W1` to `W3` of windows. */
  readonly code: string;
  /** An error stops its row; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** `null` when it is about the whole file. */
  readonly sheet: string | null;
  /** `null` when it is about the whole sheet. */
  readonly row: number | null;
  /** Column key, `null` when it is about the whole row. */
  readonly column: string | null;
  /** What stands there. */
  readonly value: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What would be right, as a sentence. Problems with the same text are repaired by the same thing. */
  readonly remedy: string;
}

/** What one sheet of a workbook was taken for. */
export interface SheetSummary {
  readonly name: string;
  /** Data rows; 0 for a sheet that was skipped. */
  readonly rows: number;
  /** Why it was skipped, as a sentence; `null` for an avails sheet. */
  readonly skipped: string | null;
}
