/** The supported releases of the avails spreadsheet. The version is only displayed; nothing depends on it. */
export const AVAILS_VERSIONS = ['1.7', '1.7.2', '1.7.3', '1.8', '1.9'] as const;

export type AvailsVersion = (typeof AVAILS_VERSIONS)[number];

/**
 * One row of an avails sheet as text. A key is a column's group and name, `AvailTrans/Territory`; a column that is not in
 * the standard keeps its header. Blank cells are absent. Dates are `YYYY-MM-DD`, whatever the display format of the cell.
 */
export interface SheetRow {
  readonly sheet: string;
  /** Row number as in the spreadsheet program: the first data row is 4. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A problem in a file that must be fixed, or that people should know about. */
export interface Problem {
  /**
   * A short code of the rule: `F1` to `F5` for the file, `R1` to `R13` for a row, `A1` to `A3` for an ALID, `W1` to `W3`
   * for windows.
   */
  readonly code: string;
  /** An error excludes its row; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** `null` for a problem of the whole file. */
  readonly sheet: string | null;
  /** `null` for a problem of the whole sheet. */
  readonly row: number | null;
  /** Column key; `null` for a problem of the whole row. */
  readonly column: string | null;
  /** The value of the cell. */
  readonly value: string;
  /** The problem, as a sentence. */
  readonly message: string;
  /** The fix, as a sentence. Problems with the same text have the same fix. */
  readonly remedy: string;
}

/** The classification of one sheet of a workbook. */
export interface SheetSummary {
  readonly name: string;
  /** The number of data rows; 0 for a skipped sheet. */
  readonly rows: number;
  /** The reason for skipping the sheet, as a sentence; `null` for an avails sheet. */
  readonly skipped: string | null;
}
