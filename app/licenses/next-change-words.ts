import type { DateRangeData, IsoDate } from '../../src/domain/values/date-range';
import type { LicenseClosing } from '../../src/domain/closing';
import type { NextChange } from '../../src/domain/license/history/next-change';
import { addDays, daysBetween, isoDate } from '../../src/domain/values/date-range';
import { CLOSED_NAMES } from '../words/closing-words';
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

/** A closed license in a few words: `Void`, `Ended 3 days ago`; `Ends in 34 days` while its last day is ahead. */
export function closedWords(
  { kind }: LicenseClosing,
  { endsOn: end }: DateRangeData,
  today: IsoDate,
): string {
  if (kind === 'void' || end === null) return CLOSED_NAMES[kind];
  const lastDay = addDays(isoDate(end), -1);
  return `${lastDay < today ? 'Ended' : 'Ends'} ${inDays(lastDay, today)}`;
}
