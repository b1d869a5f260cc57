import type { ImportRules } from '../import-rules';
import type { Dated } from './candidate';
import type { LikeRows } from './like-rows';
import { FORMAT_PROFILES } from '../vocabulary/vocabulary';
import { likeRows } from './like-rows';
import {
  areNeighbors,
  cellNames,
  costTheSame,
  differenceInWords,
  differingCells,
  isSameKind,
  placeOf,
  rowName,
  sharedTerritories,
} from './row-likeness';

/** The first row that conflicts with each group: same days and territories, different terms. */
interface Conflicts {
  /** With the same format and language. */
  readonly sameKind: ReadonlyMap<LikeRows, Dated>;
  /** With another format or language, which our offers do not distinguish. */
  readonly otherKind: ReadonlyMap<LikeRows, Dated>;
}

/**
 * Checks that overlapping windows of one title have the same terms: W1 where format and language are the same, W4 where
 * they differ and the rules refuse that. Otherwise the best format takes precedence, and the other rows are ignored where
 * they conflict with it.
 */
export function resolveOverlaps(rows: readonly Dated[], formats: ImportRules['formats']): void {
  const groups = likeRows(rows);
  const { sameKind, otherKind } = conflictsOf(groups);
  for (const [group, other] of sameKind)
    for (const { findings } of group.rows)
      findings.error(
        'W1',
        'AvailTrans/Start',
        `The window overlaps ${rowName(other)} of the same title, which ${differenceInWords(group.example, other)}.`,
        `Make the windows of one title consecutive, or enter the same ${cellNames(differingCells(group.example, other))} in both.`,
      );
  if (otherKind.size === 0) return;
  if (formats === 'best-format') {
    preferBestFormat(groups.filter((group) => !sameKind.has(group)));
    return;
  }
  for (const [group, other] of otherKind)
    for (const { findings } of group.rows)
      findings.error(
        'W4',
        'AvailTrans/FormatProfile',
        `On the same days, ${rowName(other)} of the same title ${differenceInWords(group.example, other)}.`,
        `Enter the same ${cellNames(differingCells(group.example, other))} for every format and language, or choose “Take the best format” in the rules.`,
      );
}

function conflictsOf(groups: readonly LikeRows[]): Conflicts {
  const sameKind = new Map<LikeRows, Dated>();
  const otherKind = new Map<LikeRows, Dated>();
  const inOrder = groups.toSorted((a, b) =>
    a.example.window.startsOn < b.example.window.startsOn ? -1 : 1,
  );
  let running: LikeRows[] = [];
  for (const group of inOrder) {
    const { startsOn: start } = group.example.window;
    running = running.filter(
      ({ example: { window } }) => window.endsOn === null || window.endsOn > start,
    );
    for (const other of running) {
      if (agree(other.example, group.example) || !areNeighbors(group.example, other.example))
        continue;
      const conflicts = isSameKind(group.example, other.example) ? sameKind : otherKind;
      if (!conflicts.has(group)) conflicts.set(group, other.example);
      if (!conflicts.has(other)) conflicts.set(other, group.example);
    }
    running.push(group);
  }
  return { sameKind, otherKind };
}

function agree(a: Dated, b: Dated): boolean {
  return costTheSame(a, b) && placeOf(a) === placeOf(b);
}

function preferBestFormat(groups: readonly LikeRows[]): void {
  const accepted: Dated[] = [];
  const rank = ({ example }: LikeRows) =>
    FORMAT_PROFILES.findIndex((profile) => profile === example.terms.format);
  for (const { example, rows } of groups.toSorted((a, b) => rank(a) - rank(b))) {
    const taken = rows.filter(({ findings }) => !findings.isStopped);
    const better = accepted.filter((other) => conflictsWith(example, other));
    for (const row of taken) yieldTo(row, better);
    const [first] = taken;
    if (first !== undefined && first.territories.length > 0) accepted.push(first);
  }
}

function conflictsWith(row: Dated, other: Dated): boolean {
  return (
    row.window.overlaps(other.window) &&
    !agree(row, other) &&
    sharedTerritories(row, other).length > 0
  );
}

/** Removes the territories of a row in which better formats take precedence. */
function yieldTo(row: Dated, better: readonly Dated[]): void {
  const [best] = better;
  if (best === undefined) return;
  const yielded = new Set(better.flatMap((other) => sharedTerritories(row, other)));
  const left = row.territories.filter((territory) => !yielded.has(territory));
  const where = left.length === 0 ? '' : ` in ${[...yielded].slice(0, 10).join(', ')}`;
  row.territories = left;
  row.findings.warn(
    'W4',
    'AvailTrans/FormatProfile',
    `On the same days, ${rowName(best)} of the same title takes precedence, and ${differenceInWords(row, best)}; this row is ignored${where}.`,
    `Enter the same ${cellNames(differingCells(row, best))} for every format and language.`,
  );
}
