import type { AvailsVersion, Problem, SheetRow, SheetSummary } from '../sheet-row';
import type { RawSheet } from './raw-sheet';
import { AVAILS_VERSIONS } from '../sheet-row';
import { UnreadableWorkbook } from '../unreadable-workbook';
import { inferredVersion, statedVersion } from './avails-version';
import { textAt } from './raw-sheet';
import { sheetColumns } from './sheet-columns';
import { sheetRows } from './sheet-rows';

/** The avails in a workbook, row by row. */
export interface SheetsReading {
  readonly version: AvailsVersion;
  readonly versionStated: boolean;
  readonly sheets: readonly SheetSummary[];
  readonly rows: readonly SheetRow[];
  readonly problems: readonly Problem[];
}

const MOST_ROWS = 50_000;
const NO_HEADER = 'Its first two rows do not hold the columns ALID, Territory and LicenseType.';

/**
 * Reads every sheet that is an avails sheet.
 *
 * @throws UnreadableWorkbook when none is, when there are no data rows, or more than 50,000
 */
export function readSheets(sheets: readonly RawSheet[]): SheetsReading {
  const summaries: SheetSummary[] = [];
  const problems: Problem[] = [];
  const rows: SheetRow[] = [];
  const stated: AvailsVersion[] = [];
  const inferred: AvailsVersion[] = [];
  for (const sheet of sheets) {
    const columns = sheetColumns(sheet);
    if (columns === null) {
      summaries.push({ name: sheet.name, rows: 0, skipped: NO_HEADER });
      continue;
    }
    const reading = sheetRows(sheet, columns);
    summaries.push({ name: sheet.name, rows: reading.rows.length, skipped: null });
    if (sheet.isHidden) problems.push(hidden(sheet.name));
    problems.push(...columns.problems);
    for (const problem of reading.problems) problems.push(problem);
    for (const row of reading.rows) rows.push(row);
    const version = statedVersion(
      textAt(
        sheet.rows.find(({ number }) => number === 3),
        0,
      ),
    );
    if (version !== null) stated.push(version);
    const entryTypes = new Set(
      reading.rows.map(({ cells }) => cells['Disposition/EntryType'] ?? ''),
    );
    inferred.push(inferredVersion([...columns.keys.values()], entryTypes));
  }
  if (inferred.length === 0)
    throw new UnreadableWorkbook(
      'No sheet of this workbook is an avails sheet: its first row has to name the groups and its second the columns, with ALID, Territory and LicenseType among them.',
    );
  if (rows.length === 0)
    throw new UnreadableWorkbook(
      'This workbook has no avails in it: data starts in row 4, and there is none.',
    );
  if (rows.length > MOST_ROWS)
    throw new UnreadableWorkbook(
      `This workbook has ${rows.length.toLocaleString('en-US')} rows; 50,000 are read at most. Split it into several.`,
    );
  return {
    version: latest(stated.length > 0 ? stated : inferred),
    versionStated: stated.length > 0,
    sheets: summaries,
    rows,
    problems,
  };
}

function latest(versions: readonly AvailsVersion[]): AvailsVersion {
  return AVAILS_VERSIONS.findLast((version) => versions.includes(version)) ?? '1.7';
}

function hidden(sheet: string): Problem {
  return {
    ...{ code: 'F3', severity: 'warning', sheet, row: null, column: null, value: sheet },
    message: 'This sheet is hidden, and read like the others.',
    remedy: 'Take the sheet out if it is not meant to be sent.',
  };
}
