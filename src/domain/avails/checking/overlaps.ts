import type { ImportRules } from '../import-rules';
import type { Dated } from './candidate';
import { FORMAT_PROFILES } from '../vocabulary';
import {
  areNeighbors,
  costTheSame,
  isSameKind,
  placeOf,
  rowName,
  sharedTerritories,
} from './row-likeness';

/** The first row that each row is at odds with: on the same days in the same place, at other terms. */
interface Conflicts {
  /** Rows of the same format and language. */
  readonly sameKind: ReadonlyMap<Dated, Dated>;
  /** Rows of other formats or languages, which our offers do not tell apart. */
  readonly otherKind: ReadonlyMap<Dated, Dated>;
}

/**
 * Windows of one title that overlap have to agree: W1 where format and language are the same, W4 where they are not and the
 * rules refuse that. Otherwise the best format stands, and the others are left out where it does.
 */
export function settleOverlaps(rows: readonly Dated[], formats: ImportRules['formats']): void {
  const { sameKind, otherKind } = conflictsOf(rows);
  for (const [row, other] of sameKind)
    row.findings.error(
      'W1',
      'AvailTrans/Start',
      `The window overlaps ${rowName(other)} of the same title, which has other terms.`,
      'Let windows of one title follow each other, or write the same terms in both.',
    );
  if (otherKind.size === 0) return;
  if (formats === 'best-format') {
    letBestFormatStand(rows.filter((row) => !sameKind.has(row)));
    return;
  }
  for (const [row, other] of otherKind)
    row.findings.error(
      'W4',
      'AvailTrans/FormatProfile',
      `At the same time ${rowName(other)} of the same title has other terms.`,
      'Write the same window and price for every format and language, or let the best format decide.',
    );
}

function conflictsOf(rows: readonly Dated[]): Conflicts {
  const sameKind = new Map<Dated, Dated>();
  const otherKind = new Map<Dated, Dated>();
  const places = new Map(rows.map((row) => [row, placeOf(row)]));
  const inOrder = [...rows].sort((a, b) => (a.window.start < b.window.start ? -1 : 1));
  let running: Dated[] = [];
  for (const row of inOrder) {
    const { start } = row.window;
    running = running.filter(({ window: { end } }) => end === null || end > start);
    for (const other of running) {
      const agree = places.get(other) === places.get(row) && costTheSame(other, row);
      if (agree || !areNeighbors(row, other)) continue;
      const conflicts = isSameKind(row, other) ? sameKind : otherKind;
      if (!conflicts.has(row)) conflicts.set(row, other);
      if (!conflicts.has(other)) conflicts.set(other, row);
    }
    running.push(row);
  }
  return { sameKind, otherKind };
}

function letBestFormatStand(rows: readonly Dated[]): void {
  const standing: Dated[] = [];
  const rank = ({ terms }: Dated) =>
    FORMAT_PROFILES.findIndex((profile) => profile === terms.format);
  for (const row of rows.toSorted((a, b) => rank(a) - rank(b))) {
    if (row.findings.isStopped) continue;
    const better = standing.find((other) => isAtOdds(row, other));
    if (better !== undefined) giveWay(row, better, standing);
    if (row.territories.length > 0) standing.push(row);
  }
}

function isAtOdds(row: Dated, other: Dated): boolean {
  return (
    row.window.overlaps(other.window) &&
    !(placeOf(row) === placeOf(other) && costTheSame(row, other)) &&
    sharedTerritories(row, other).length > 0
  );
}

/** Takes a row out of the territories where a better one stands. */
function giveWay(row: Dated, better: Dated, standing: readonly Dated[]): void {
  const lost = new Set(
    standing
      .filter((other) => isAtOdds(row, other))
      .flatMap((other) => sharedTerritories(row, other)),
  );
  const left = row.territories.filter((territory) => !lost.has(territory));
  const where = left.length === 0 ? '' : ` in ${[...lost].slice(0, 10).join(', ')}`;
  row.territories = left;
  row.findings.warn(
    'W4',
    'AvailTrans/FormatProfile',
    `At the same time ${rowName(better)} of the same title has other terms and stands; this row is left out${where}.`,
    'Write the same window and price for every format and language.',
  );
}
