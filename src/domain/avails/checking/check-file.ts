import type { IsoDate } from '../../values/date-range';
import type { AvailEntry, CheckedFile } from '../avail-entry';
import type { ImportRules } from '../import-rules';
import type { LanguageTags } from '../vocabulary/language-tags';
import type { RawSheet } from '../reading/raw-sheet';
import type { RowReading } from './read-row';
import { readSheets } from '../reading/read-sheets';
import { byAlid, checkAgreement, checkDeletion, checkEntryTypes } from './alid-checks';
import { isDated } from './candidate';
import { checkAvailIds, checkContentIds, checkFeatures, checkParents } from './id-checks';
import { LanguageCells } from './cells/language-cells';
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
  const { rows, unread, problems, ...about } = readSheets(sheets);
  const context = {
    rules,
    today,
    territories: new TerritoryCells(),
    languages: new LanguageCells(languages),
    seasonNumbers: new SeasonNumbers(rows),
    unread,
  };
  const readings = rows.map((row) => readRow(row, context));
  const groups = byAlid(readings);
  for (const group of groups.values()) {
    checkAgreement(group);
    checkEntryTypes(group);
    checkDeletion(group);
  }
  for (const reading of readings) checkParents(reading);
  checkContentIds(groups);
  checkFeatures(readings, groups);
  checkAvailIds(readings);
  const candidates = readings.flatMap(({ candidate }) => candidate ?? []);
  resolveWindows(candidates, today);
  resolveTitleWindows(candidates, rules);
  const works = new Works(readings);
  return {
    ...about,
    rows: readings.map((reading) => ({
      row: reading.findings.row,
      entry: entryOf(reading, works),
    })),
    refused: refusedRows(readings),
    problems: [...problems, ...readings.flatMap(({ findings }) => findings.problems)],
  };
}

function entryOf({ findings, candidate }: RowReading, works: Works): AvailEntry | null {
  if (candidate === null || findings.isStopped || !isDated(candidate)) return null;
  const { rights, format, price, reduction } = candidate.terms;
  const work = works.of(candidate.alid);
  if (work === null || price === null || candidate.territories.length === 0) return null;
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
    window: candidate.window.toData(),
    hasStarted: (candidate.terms.cells?.startWord ?? null) !== null,
    price,
    reduction,
    exception: candidate.exception,
  };
}
