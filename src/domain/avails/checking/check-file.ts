import type { DateRange, DateRangeData, IsoDate } from '../../values/date-range';
import type { AvailEntry, CheckedFile } from '../avail-entry';
import type { ImportRules } from '../import-rules';
import type { LanguageTags } from '../vocabulary/language-tags';
import type { RawSheet } from '../reading/raw-sheet';
import type { Problem, SheetRow } from '../sheet-row';
import type { RowReading } from './read-row';
import { readSheets } from '../reading/read-sheets';
import { byAlid, checkAgreement, checkDeletion, checkEntryTypes } from './alid-checks';
import { isDated } from './candidate';
import { checkAvailIds, checkContentIds, checkFeatures, checkParents } from './id-checks';
import { LanguageCells } from './cells/language-cells';
import { Licensees } from './licensees';
import { readRow } from './read-row';
import { refusedRows } from './refused-rows';
import { resolveWindows } from './resolve-windows';
import { TerritoryCells } from './cells/territory-cells';
import { SeasonNumbers } from './season-numbers';
import { resolveTitleWindows } from './title-windows';
import { Works } from './works';

/**
 * Checks a workbook: every row by itself, the rows of every title together, and the file as a whole. Reports all problems
 * at once. Rows with an error have no entry.
 *
 * @param today the value of `Immediate`; windows that end by this day are over
 * @param languages the registered language tags
 * @throws UnreadableWorkbook when it contains no avails, or too many
 */
export function checkFile(
  sheets: readonly RawSheet[],
  rules: ImportRules,
  today: IsoDate,
  languages: LanguageTags,
): CheckedFile {
  const { rows: all, unread, problems, ...about } = readSheets(sheets);
  const licensees = new Licensees(all, rules.licensees);
  const rows = all.filter((row) => licensees.isOurs(row) !== false);
  const isOfOurs = exceptOf(all.filter((row) => licensees.isOurs(row) === false));
  const context = {
    rules,
    today,
    territories: new TerritoryCells(),
    languages: new LanguageCells(languages),
    seasonNumbers: new SeasonNumbers(rows),
    unread,
  };
  const readings = rows.map((row) => readRow(row, context));
  const ours = readings.filter(({ findings }) => licensees.isOurs(findings.row) === true);
  for (const reading of readings)
    if (licensees.isOurs(reading.findings.row) === null) askLicensee(reading);
  const groups = byAlid(ours);
  for (const group of groups.values()) {
    checkAgreement(group);
    checkEntryTypes(group);
    checkDeletion(group);
  }
  for (const reading of ours) checkParents(reading);
  checkContentIds(groups);
  checkFeatures(ours, groups);
  checkAvailIds(ours);
  const candidates = ours.flatMap(({ candidate }) => candidate ?? []);
  resolveWindows(candidates, today);
  resolveTitleWindows(candidates, rules);
  const works = new Works(ours);
  const windows = new Map<DateRange, DateRangeData>();
  const dataOf = (window: DateRange): DateRangeData => {
    const known = windows.get(window) ?? window.toData();
    windows.set(window, known);
    return known;
  };
  return {
    ...about,
    rows: readings.map((reading) => ({
      row: reading.findings.row,
      entry: entryOf(reading, works, dataOf),
    })),
    refused: refusedRows(readings),
    licensees: licensees.shares,
    leftOut: all.length - rows.length,
    problems: [
      ...problems.filter(isOfOurs),
      ...readings.flatMap(({ findings }) => findings.problems),
    ],
  };
}

/** Tells problems of other rows than these. */
function exceptOf(others: readonly SheetRow[]): (problem: Problem) => boolean {
  const places = new Set(others.map(({ sheet, row }) => `${sheet}\n${row}`));
  return ({ sheet, row }) => !places.has(`${sheet ?? ''}\n${row ?? ''}`);
}

/** L3: a row of a licensee of whom nobody has said whether it is us. */
function askLicensee({ findings }: RowReading): void {
  const column = 'Avail/Licensee';
  const message =
    'The file has rows for several licensees, and it is not known whether this one is us.';
  findings.error('L3', column, message, 'Choose which licensees are us.');
}

/** @param dataOf the plain form of a window, once for each */
function entryOf(
  { findings, candidate }: RowReading,
  works: Works,
  dataOf: (window: DateRange) => DateRangeData,
): AvailEntry | null {
  if (candidate === null || findings.isStopped || !isDated(candidate)) return null;
  const { rights, format, price, reduction, languages, exclusive } = candidate.terms;
  const work = works.of(candidate.alid);
  if (work === null || candidate.territories.length === 0) return null;
  return {
    sheet: findings.row.sheet,
    row: findings.row.row,
    action: candidate.action,
    studio: candidate.studio,
    contract: candidate.contract,
    availId: candidate.availId,
    work,
    rightsType: rights.rightsType,
    description: rights.description,
    territories: candidate.territories,
    format,
    window: dataOf(candidate.window),
    hasStarted: (candidate.terms.cells?.startWord ?? null) !== null,
    languages,
    exclusive,
    price,
    reduction,
    exception: candidate.exception,
  };
}
