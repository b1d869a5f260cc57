import type { Dated } from './candidate';
import type { LikeRows } from './like-rows';
import { likeRows } from './like-rows';
import {
  areNeighbors,
  cellNames,
  costTheSame,
  differenceInWords,
  differingCells,
  isOneContract,
  isSameKind,
  languagesMeet,
  placeOf,
  rowName,
} from './row-likeness';

/**
 * Checks rows of one title that run on the same days in the same territories. Rows of one format and of languages that meet
 * have the same terms: W1 where they are alike otherwise, W4 where qualifiers such as HDR, which our offers do not
 * distinguish, tell them apart. Rows of different formats are prices of one offer, in one currency (W4).
 */
export function checkOverlaps(rows: readonly Dated[]): void {
  const groups = likeRows(rows);
  const told = new Set<LikeRows>();
  const tell = (group: LikeRows, other: Dated) => {
    if (told.has(group)) return;
    told.add(group);
    const isAlike = isSameKind(group.example, other);
    const difference = differenceInWords(group.example, other);
    for (const { findings } of group.rows)
      findings.error(
        isAlike ? 'W1' : 'W4',
        isAlike ? 'AvailTrans/Start' : 'AvailTrans/FormatProfile',
        isAlike
          ? `The window overlaps ${rowName(other)} of the same title, which ${difference}.`
          : `On the same days, ${rowName(other)} of the same title ${difference}.`,
        `${isAlike ? 'Make the windows of one title consecutive, or enter' : 'Enter'} the same ${cellNames(differingCells(group.example, other))} in both.`,
      );
  };
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
      if (!areNeighbors(group.example, other.example)) continue;
      if (!conflict(group.example, other.example)) continue;
      tell(group, other.example);
      tell(other, group.example);
    }
    running.push(group);
  }
}

/** Whether two rows that run on one day cannot both stand. */
function conflict(a: Dated, b: Dated): boolean {
  if (!languagesMeet(a, b)) return false;
  if (a.terms.format === b.terms.format) return !agree(a, b);
  const [one, other] = [a, b].map(({ terms }) => terms.price.amount?.currency);
  return isOneContract(a, b) && one !== undefined && other !== undefined && one !== other;
}

function agree(a: Dated, b: Dated): boolean {
  return costTheSame(a, b) && placeOf(a) === placeOf(b);
}
