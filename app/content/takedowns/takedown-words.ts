import type { LostDays } from '../../../src/domain/content/coverage';
import type { TakedownData } from '../../../src/domain/content/takedown';
import { takedownPlaces } from '../../../src/domain/content/takedown';
import {
  DateRange,
  formatDay,
  formatLength,
  isIsoDate,
} from '../../../src/domain/values/date-range';
import { listed } from '../../../src/domain/values/words';
import { placesWords } from '../../words/covered-places';

/** A takedown that has not ended, seen from a day. */
export interface TakedownNotice {
  /** What, where, since when and why, in one sentence. */
  readonly words: string;
  /** What follows from it. */
  readonly effect: string;
  readonly isPlanned: boolean;
  /** Whether it can still be ended: its end is not known yet. */
  readonly canEnd: boolean;
}

/** `null` for a takedown that has ended by `today`. */
export function takedownNotice(takedown: TakedownData, today: string): TakedownNotice | null {
  const { startsOn, endsOn } = takedown.days;
  if (endsOn !== null && endsOn <= today) return null;
  const isPlanned = startsOn > today;
  const where = takedownPlaces(takedown);
  const reason = takedown.reason.replace(/\.$/, '');
  const until = endsOn === null ? '' : `, back on ${formatDay(endsOn)}`;
  return {
    words: isPlanned
      ? `Will be taken down ${where} on ${formatDay(startsOn)}${until}: ${reason}.`
      : `Taken down ${where} since ${formatDay(startsOn)}${until}: ${reason}.`,
    effect: isPlanned
      ? 'Availability answers no there from that day on. Offers stay assigned.'
      : 'Availability answers no there. Offers stay assigned.',
    isPlanned,
    canEnd: endsOn === null,
  };
}

/** `Austria and Germany · EST`, and the days: `1 Dec 2026 – 6 Jan 2027, 37 days`. */
export function lostWords({ rightsType, territories, days }: LostDays): {
  readonly places: string;
  readonly days: string;
} {
  const spans = days.map(({ startsOn, endsOn }) => DateRange.of(startsOn, endsOn));
  const length = spans.reduce((sum, span) => sum + (span.days ?? 0), 0);
  const isOpen = spans.some(({ endsOn }) => endsOn === null);
  const shown = spans.slice(0, MAX_SPANS).map((span) => span.toString());
  return {
    places: placesWords([{ rightsType, territories }]),
    days: `${listed(shown, spans.length)}${isOpen ? '' : `, ${formatLength(length)}`}`,
  };
}

const MAX_SPANS = 3;

/** `Take down from 1 Dec 2026`; without the day while that is no day yet. */
export function fromDayLabel(verb: string, day: string): string {
  return isIsoDate(day) ? `${verb} from ${formatDay(day)}` : verb;
}
