import type { ColumnKey } from '../vocabulary/columns';
import type { RowReading } from './read-row';
import { quoted } from '../../values/words';
import { businessFamily, truth } from '../vocabulary/vocabulary';
import { contentIdColumn } from './cells/required-cells';
import { columnName } from './row-findings';

/** Columns that must agree in all rows of one ALID; blank cells are ignored. */
const SAME: readonly ColumnKey[] = [
  'Avail/DisplayName',
  'Avail/ServiceProvider',
  'Avail/ExceptionFlag',
  'AvailAsset/WorkType',
  'AvailMetadata/SeasonNumber',
  'AvailMetadata/EpisodeNumber',
  'AvailAsset/SeasonContentID',
  'AvailAsset/SeriesContentID',
];

/** The names of a title, which may be in the language of the row. */
const NAMES: readonly ColumnKey[] = [
  'AvailMetadata/TitleInternalAlias',
  'AvailMetadata/EpisodeTitleInternalAlias',
];

/** Groups rows by ALID, in file order. Rows without an ALID are omitted. */
export function byAlid(
  readings: readonly RowReading[],
): ReadonlyMap<string, readonly RowReading[]> {
  const groups = new Map<string, RowReading[]>();
  for (const reading of readings) {
    const alid = reading.findings.text('Avail/ALID');
    if (alid === '') continue;
    const group = groups.get(alid);
    if (group === undefined) groups.set(alid, [reading]);
    else group.push(reading);
  }
  return groups;
}

/**
 * A1: the rows of one ALID must describe the same title. When they disagree there is no telling which is right, so all of
 * them get an error. Rows that only name it differently get a warning: the first name is stored.
 */
export function checkAgreement(group: readonly RowReading[]): void {
  const [example] = group;
  const contentId = example === undefined ? null : contentIdColumn(example.findings);
  for (const column of new Set([...SAME, ...(contentId === null ? [] : [contentId])])) {
    const [first, other] = firstTwo(group, column);
    if (first === undefined || other === undefined) continue;
    const message = `The rows of this ALID disagree on ${columnName(column)}: ${quotedValue(first, column)} and ${quotedValue(other, column)}.`;
    for (const { findings } of group)
      findings.error(
        'A1',
        column,
        message,
        `Enter the same ${columnName(column)} in all rows of one ALID.`,
      );
  }
  for (const column of NAMES) checkNames(group, column);
}

function checkNames(group: readonly RowReading[], column: ColumnKey): void {
  const [first, other] = firstTwo(group, column);
  if (first === undefined || other === undefined) return;
  const message = `The rows of this ALID have different names: ${quotedValue(first, column)} is stored; exports keep the name of each row.`;
  for (const reading of group)
    if (!['', meaning(first, column)].includes(meaning(reading, column)))
      reading.findings.warn('A1', column, message, `Check that the rows are of one title.`);
}

/** The first row that says something, and the first that says something else. */
function firstTwo(group: readonly RowReading[], column: ColumnKey) {
  let first: RowReading | undefined;
  let expected = '';
  for (const reading of group) {
    const said = meaning(reading, column);
    if (said === '' || said === expected) continue;
    if (first !== undefined) return [first, reading] as const;
    first = reading;
    expected = said;
  }
  return [first, undefined] as const;
}

function meaning({ findings }: RowReading, column: ColumnKey): string {
  const text = findings.text(column);
  return column === 'Avail/ExceptionFlag' ? String(truth(text) === true) : text;
}

function quotedValue({ findings }: RowReading, column: ColumnKey): string {
  const { sheet, row } = findings.row;
  return `${quoted([findings.text(column)])} in row ${row} of ${sheet}`;
}

/** F4: the rows of one ALID either replace everything, or change single rows. */
export function checkEntryTypes(group: readonly RowReading[]): void {
  const isWhole = (reading: RowReading) => entryType(reading).startsWith('Full ');
  const types = group.filter((reading) => entryType(reading) !== '');
  if (!types.some(isWhole) || types.every(isWhole)) return;
  for (const { findings } of group)
    findings.error(
      'F4',
      'Disposition/EntryType',
      'This ALID is both sent as a whole and changed row by row.',
      'Use either Full Extract and Full Delete or Create, Update and Delete for one ALID.',
    );
}

function entryType({ findings }: RowReading): string {
  return findings.text('Disposition/EntryType');
}

/** F4: an ALID that is deleted completely has no other rows in the file. */
export function checkDeletion(group: readonly RowReading[]): void {
  const candidates = group.flatMap(({ candidate }) => candidate ?? []);
  const deleted = candidates.filter(({ action }) => action === 'delete');
  if (deleted.length === 0) return;
  const extracted = candidates.filter(({ action }) => action === 'extract');
  for (const one of extracted) {
    const territory = one.territories.find((code) =>
      deleted.some(
        (other) =>
          businessFamily(other.terms.rights.rightsType) ===
            businessFamily(one.terms.rights.rightsType) && other.territories.includes(code),
      ),
    );
    if (territory === undefined) continue;
    one.findings.error(
      'F4',
      'Disposition/EntryType',
      `The file has both a Full Extract and a Full Delete of this ALID in ${territory}.`,
      'Send only one of them for each title and territory.',
    );
  }
}
