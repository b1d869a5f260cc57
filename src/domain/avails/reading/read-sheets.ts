import type { AvailsVersion, Problem, SheetRow, SheetSummary } from '../sheet-row';
import type { RawSheet } from './raw-sheet';
import type { SheetHeader } from './sheet-header';
import type { Unread } from './sheet-rows';
import { AVAILS_VERSIONS } from '../sheet-row';
import { UnreadableWorkbook } from '../unreadable-workbook';
import { inferredVersion, statedVersion } from './avails-version';
import { withMergedCells } from './merged-cells';
import { textAt } from './raw-sheet';
import { sheetColumns } from './sheet-columns';
import { headerOf, notAvailsReason } from './sheet-header';
import { sheetRows } from './sheet-rows';

/** The avails in a workbook, row by row. */
export interface SheetsReading {
  readonly version: AvailsVersion;
  readonly versionStated: boolean;
  readonly sheets: readonly SheetSummary[];
  readonly rows: readonly SheetRow[];
  /** Rows with unreadable cells; `problems` has an error for each. */
  readonly unread: ReadonlyMap<SheetRow, Unread>;
  readonly problems: readonly Problem[];
}

const MAX_ROWS = 50_000;

/**
 * Reads every avails sheet.
 *
 * @throws UnreadableWorkbook when there are no avails sheets, no data rows, or more than 50,000
 */
export function readSheets(sheets: readonly RawSheet[]): SheetsReading {
  const summaries: SheetSummary[] = [];
  const problems: Problem[] = [];
  const rows: SheetRow[] = [];
  const statedVersions: AvailsVersion[] = [];
  const inferred: AvailsVersion[] = [];
  const unread = new Map<SheetRow, Unread>();
  for (const given of sheets) {
    const sheet = withMergedCells(given);
    const header = headerOf(sheet);
    if (header === null) {
      summaries.push({ name: sheet.name, rows: 0, skipped: notAvailsReason(sheet) });
      continue;
    }
    const columns = sheetColumns(sheet, header);
    const reading = sheetRows(sheet, header, columns);
    summaries.push({ name: sheet.name, rows: reading.rows.length, skipped: null });
    if (sheet.isHidden) problems.push(hidden(sheet.name));
    if (header.row > 1) problems.push(movedDown(sheet.name, header));
    problems.push(...columns.problems);
    for (const problem of reading.problems) problems.push(problem);
    for (const row of reading.rows) rows.push(row);
    for (const [row, what] of reading.unread) unread.set(row, what);
    const version = statedVersion(
      textAt(
        sheet.rows.find(({ number }) => number === header.row + 2),
        0,
      ),
    );
    if (version !== null) statedVersions.push(version);
    const entryTypes = new Set(
      reading.rows.map(({ cells }) => cells['Disposition/EntryType'] ?? ''),
    );
    inferred.push(inferredVersion([...columns.keys.values()], entryTypes));
  }
  if (inferred.length === 0) throw new UnreadableWorkbook(noAvails(summaries));
  if (rows.length === 0)
    throw new UnreadableWorkbook(
      'This workbook has no avails: data starts in row 4, and there are no rows below it.',
    );
  if (rows.length > MAX_ROWS)
    throw new UnreadableWorkbook(
      `This workbook has ${rows.length.toLocaleString('en-US')} rows; the limit is 50,000. Split it into several workbooks.`,
    );
  return {
    version: latest(statedVersions.length > 0 ? statedVersions : inferred),
    versionStated: statedVersions.length > 0,
    sheets: summaries,
    rows,
    unread,
    problems,
  };
}

function latest(versions: readonly AvailsVersion[]): AvailsVersion {
  return AVAILS_VERSIONS.findLast((version) => versions.includes(version)) ?? '1.7';
}

/** The reason why a workbook has no avails, sheet by sheet. */
function noAvails(sheets: readonly SheetSummary[]): string {
  const reasons = sheets
    .slice(0, MAX_NAMED_SHEETS)
    .map(({ name, skipped }) => `${name}: ${skipped ?? ''}`);
  return [
    'This workbook has no avails sheet. The first row of an avails sheet names the groups; the second row names the columns, including ALID, Territory and LicenseType.',
    ...reasons,
  ].join(' ');
}

const MAX_NAMED_SHEETS = 3;

function movedDown(sheet: string, { row }: SheetHeader): Problem {
  return {
    ...{ code: 'F3', severity: 'warning', sheet, row: null, column: null },
    value: `${row}`,
    message: `The header of this sheet is in rows ${row} and ${row + 1}; the rows above are ignored.`,
    remedy: 'Remove the rows above the header: other programs look for it in rows 1 and 2.',
  };
}

function hidden(sheet: string): Problem {
  return {
    ...{ code: 'F3', severity: 'warning', sheet, row: null, column: null, value: sheet },
    message: 'This sheet is hidden; it is read like the others.',
    remedy: 'Remove the sheet if it is not part of the avails.',
  };
}
