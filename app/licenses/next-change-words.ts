import type { IsoDate } from '../../src/domain/values/date-range';
import type { NextChange } from '../../src/domain/license/next-change';
import { addDays, daysBetween } from '../../src/domain/values/date-range';
import { fromDay, inDays } from '../words/relative-days';

/** What happens next to a license, in a few words, and whether somebody should look at it. */
export interface NextChangeWords {
  readonly words: string;
  readonly mark: 'attention' | 'upcoming' | null;
}

/** A gap or an end this near deserves a look, in days. */
const SOON = 14;

const VERBS: Record<NextChange['kind'], string> = {
  starts: 'starts',
  'offer-starts': 'offer starts',
  price: 'price changes',
  gap: 'gap',
  ends: 'ends',
  ended: 'ended',
  none: '–',
};

export function nextChangeWords({ kind, day }: NextChange, today: IsoDate): NextChangeWords {
  if (day === null) return { words: VERBS[kind], mark: null };
  const isSoon = daysBetween(today, day) <= SOON;
  // What ends is said of its last day; what begins, of its first.
  const told = kind === 'ends' || kind === 'ended' ? addDays(day, -1) : day;
  return {
    words: `${VERBS[kind]} ${kind === 'gap' ? fromDay(told, today) : inDays(told, today)}`,
    mark:
      (kind === 'gap' || kind === 'ends') && isSoon
        ? 'attention'
        : kind === 'starts' || kind === 'offer-starts'
          ? 'upcoming'
          : null,
  };
}
