import type {
  ReviewCount,
  ReviewLine,
  ReviewOutcome,
  ReviewQuery,
} from '../../../src/service/import/import-views';
import type { ImportQuery } from '../import-address';
import type { Thing } from '../../../src/service/import/review';
import { THINGS } from '../../../src/service/import/review';
import { listed } from '../../../src/domain/values/words';

export const OUTCOME_NAMES: Record<ReviewOutcome, string> = {
  blocked: 'Blocked',
  stale: 'Stale',
  'taken-down': 'Taken down',
  withdrawn: 'Withdrawn',
  kept: 'Kept',
  created: 'Created',
  changed: 'Changed',
  'details-changed': 'Details changed',
  unchanged: 'Unchanged',
  'left-out': 'Left out',
};

export const THING_NAMES: Record<Thing, string> = {
  contract: 'Contracts',
  license: 'Licenses',
  offer: 'Offers',
  title: 'Titles',
};

/** `1 license`, `2,000 licenses`. */
export function countOf(count: number, thing: string): string {
  return `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;
}

/** What is saved by itself: a license with its titles, or, as soon as titles are taken down, a change. */
export function savedNoun(counts: readonly ReviewCount[]): 'license' | 'change' {
  const touched = counts.filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'kept');
  const isOfLicenses = touched.some(({ what }) => what === 'license');
  return isOfLicenses && lines(counts, { outcome: 'taken-down' }) === 0 ? 'license' : 'change';
}

/** How many lines of the review are of a kind and an outcome; of all kinds or outcomes where none is given. */
export function lines(
  counts: readonly ReviewCount[],
  { what, outcome }: { what?: Thing | undefined; outcome?: ReviewQuery['outcome'] },
): number {
  return counts
    .filter((each) => (what ?? each.what) === each.what)
    .filter((each) =>
      outcome === 'to-look-at'
        ? each.outcome !== 'unchanged'
        : (outcome ?? each.outcome) === each.outcome,
    )
    .reduce((sum, { count }) => sum + count, 0);
}

/** The lines that an address shows: without an outcome those to look at, where there are any among others. */
export function shownOutcome(
  counts: readonly ReviewCount[],
  { what, outcome }: Pick<ImportQuery, 'what' | 'outcome'>,
): ReviewQuery['outcome'] {
  if (outcome !== undefined) return outcome === 'all' ? undefined : outcome;
  const toLookAt = lines(counts, { what, outcome: 'to-look-at' });
  return toLookAt > 0 && toLookAt < lines(counts, { what }) ? 'to-look-at' : undefined;
}

/** Everything of an outcome in words: `1 license and 2 offers`; '' when there is nothing. */
export function thingsOf(counts: readonly ReviewCount[], outcome: ReviewOutcome): string {
  const parts = THINGS.map((what) => ({ what, count: lines(counts, { what, outcome }) }));
  return listed(
    parts.filter(({ count }) => count > 0).map(({ what, count }) => countOf(count, what)),
  );
}

/** Where a line of the review can be looked at; an offer on its license. */
export function lineAddress({ what, id }: Pick<ReviewLine, 'what' | 'id'>): string {
  switch (what) {
    case 'contract':
      return `/contracts/${id}`;
    case 'license':
    case 'offer':
      return `/licenses/${id}`;
    case 'title':
      return `/content/${id}`;
  }
}

/** So many runs of rows are read at a glance. */
const MAX_RUNS = 4;

/** Rows as people name them, in order, runs joined, sheets named where there are several: `4–9, 12`, `Movies 4, TV 6–7`. */
export function rowWords(rows: ReviewLine['rows'], isSheetNamed: boolean): string {
  const runs = runsOf(rows);
  const shown = runs.slice(0, MAX_RUNS).map(({ sheet, first, last }, place) => {
    const numbers = first === last ? String(first) : `${first}–${last}`;
    const isNamed = isSheetNamed && sheet !== runs[place - 1]?.sheet;
    return isNamed ? `${sheet} ${numbers}` : numbers;
  });
  const more = runs.slice(MAX_RUNS).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return [...shown, ...(more > 0 ? [`${more.toLocaleString('en-US')} more`] : [])].join(', ');
}

interface Run {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
}

function runsOf(rows: ReviewLine['rows']): readonly Run[] {
  const runs: Run[] = [];
  const sheets = [...new Set(rows.map(({ sheet }) => sheet))];
  const sorted = rows.toSorted(
    (a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row,
  );
  for (const { sheet, row } of sorted) {
    const run = runs.at(-1);
    if (run?.sheet === sheet && row <= run.last + 1) runs[runs.length - 1] = { ...run, last: row };
    else runs.push({ sheet, first: row, last: row });
  }
  return runs;
}
