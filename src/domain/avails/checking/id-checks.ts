import type { RowReading } from './read-row';
import { contentIdColumn } from './cells/required-cells';

type Groups = ReadonlyMap<string, readonly RowReading[]>;

/**
 * A2: a content id identifies one title. When two ALIDs share one and have the same title, they are two products of that
 * title, and the id stays with the first. When their titles differ, both get an error; one whose rows only remove rights gets
 * it alone.
 */
export function checkContentIds(groups: Groups): void {
  const owners = new Map<string, readonly RowReading[]>();
  const all = [...groups.values()];
  for (const group of [...all.filter((one) => !isTakenAway(one)), ...all.filter(isTakenAway)]) {
    const id = contentIdOf(group);
    if (id === null) continue;
    const owner = owners.get(id);
    if (owner === undefined) {
      owners.set(id, group);
      continue;
    }
    if (titleOf(owner) === titleOf(group)) shared(group, owner);
    else {
      claimed(group, owner);
      if (!isTakenAway(group)) claimed(owner, group);
    }
  }
}

/** Whether the rows of an ALID only remove rights; their other cells are often made up. */
function isTakenAway(group: readonly RowReading[]): boolean {
  return group.every(({ findings }) => ['Full Delete', 'Delete'].includes(entryType(findings)));
}

function shared(group: readonly RowReading[], owner: readonly RowReading[]): void {
  const [first] = group;
  if (first === undefined) return;
  first.findings.warn(
    'A2',
    contentIdColumn(first.findings),
    `${alidOf(owner)} has the same content id; the id is stored with that ALID.`,
    'Give each ALID its own content id.',
  );
}

function claimed(group: readonly RowReading[], other: readonly RowReading[]): void {
  const message = `${alidOf(other)} has the same content id but a different title.`;
  for (const { findings } of group)
    findings.error('A2', contentIdColumn(findings), message, 'Enter the content id of this title.');
}

/** The content id of the title sold, qualified by its column; `null` when the rows have none. */
function contentIdOf([first]: readonly RowReading[]): string | null {
  const column = first === undefined ? null : contentIdColumn(first.findings);
  if (first === undefined || column === null || first.findings.text(column) === '') return null;
  return `${column} ${first.findings.text(column)}`;
}

function titleOf(group: readonly RowReading[]): string | undefined {
  return group.find(({ work }) => work !== null)?.work?.title;
}

function alidOf(group: readonly RowReading[]): string {
  return group[0]?.findings.text('Avail/ALID') ?? '';
}

/** A2: an episode, its season and its series must have different content ids. */
export function checkParents({ findings, work }: RowReading): void {
  const ids: string[] = [];
  for (let one = work; one !== null; one = one.parent) ids.push(one.contentId);
  if (new Set(ids).size === ids.length) return;
  const message = 'An episode, its season and its series have the same content id.';
  const remedy = 'Give the episode, the season and the series different content ids.';
  findings.error('A2', contentIdColumn(findings), message, remedy);
}

/** R10: the parent of a bonus may already be stored; only parents in the file are known to exist. */
export function checkFeatures(readings: readonly RowReading[], groups: Groups): void {
  const column = 'Reference/RefALID';
  for (const { findings } of readings) {
    const feature = findings.text(column);
    if (feature === '' || groups.has(feature)) continue;
    const message = 'The parent title is not in the file; this title is stored without a parent.';
    findings.warn('R10', column, message, 'Add the rows of the parent title to the file.');
  }
}

/** A3: an AvailID identifies one row. If a row is changed by its AvailID, no other row may have it. */
export function checkAvailIds(readings: readonly RowReading[]): void {
  const rows = new Map<string, RowReading[]>();
  for (const reading of readings) {
    const id = reading.findings.text('Avail/AvailID');
    if (id === '') continue;
    const same = rows.get(id);
    if (same === undefined) rows.set(id, [reading]);
    else same.push(reading);
  }
  for (const same of rows.values()) {
    if (same.length === 1) continue;
    const isKey = same.some(({ findings }) => CHANGES.includes(entryType(findings)));
    const [first] = same;
    for (const { findings } of isKey ? same : same.slice(1)) {
      const message = isKey
        ? `${same.length} rows share this AvailID, and one of them changes the avail it names.`
        : `Row ${first?.findings.row.row ?? 0} has the same AvailID.`;
      const report = ['A3', 'Avail/AvailID', message, 'Give each row its own AvailID.'] as const;
      if (isKey) findings.error(...report);
      else findings.warn(...report);
    }
  }
}

const CHANGES = ['Create', 'Update', 'Delete'];

function entryType(findings: RowReading['findings']): string {
  return findings.text('Disposition/EntryType');
}
