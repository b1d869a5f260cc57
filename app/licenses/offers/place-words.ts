import type { License } from '../../../src/domain/license/license';
import type { OfferData } from '../../../src/domain/license/offer';
import type { ProposedChange } from '../../../src/domain/license/license-change';
import type { StepInput } from '../../../src/wire/forms/ladder';
import { isDomainError } from '../../../src/domain/errors';
import { windowOf } from '../../../src/domain/license/offer';
import { onePrice } from '../../../src/domain/license/price-list';
import { priceLadder } from '../../../src/domain/price-plan/ladder';
import { DateRange, formatLength, isoDate } from '../../../src/domain/values/date-range';

/** What can be said of a place before it is sent: its length and neighbors, or the rule that stands against it. */
export interface PlaceWords {
  readonly isLegal: boolean;
  readonly words: string;
}

/** The window that first and last day make, or `null` while they do not make one. */
export function windowOfDays(firstDay: string | null, lastDay: string | null): DateRange | null {
  try {
    return DateRange.fromDays(
      isoDate(firstDay ?? ''),
      lastDay === 'open' ? null : isoDate(lastDay ?? ''),
    );
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

/**
 * Tries a change on the license the page shows, and says how it would fit.
 *
 * @param license made for this one trial
 */
export function placeWords(
  license: License,
  window: DateRange,
  change: ProposedChange,
): PlaceWords {
  try {
    license.perform(change);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { isLegal: false, words: error.message };
  }
  return {
    isLegal: true,
    words: [lengthWords(window), ...neighborWords(license, window)].join(' · '),
  };
}

/**
 * The offers of a price ladder as its first day and its lengths say them; a step without a name has its number.
 *
 * @throws whatever `priceLadder` throws
 */
export function ladderOffers(
  license: License,
  start: string,
  steps: readonly StepInput[],
): readonly OfferData[] {
  const known = steps.map(({ name, length, unit }, index) => ({
    // Prices decide nothing on days.
    ...{
      name: name.trim() || `Step ${index + 1}`,
      prices: onePrice({ minor: 0, currency: 'USD' }),
    },
    ...(unit === 'rest'
      ? { days: null }
      : { [unit]: /^\d+$/.test(length.trim()) ? Number(length) : 0 }),
  }));
  const { devices } = license.details.terms;
  return priceLadder(start, known, devices, license.window.endsOn).map((offer) => offer.toData());
}

/**
 * How a price ladder would fit: its days and its neighbors, or the rule that stands against it; `null` while its lengths and its
 * first day do not say it.
 *
 * @param license made for this one trial
 */
export function ladderPlace(
  license: License,
  start: string,
  steps: readonly StepInput[],
): PlaceWords | null {
  try {
    const offers = ladderOffers(license, start, steps);
    const window = windowOf(offers);
    if (window === null) return null;
    const place = placeWords(license, window, { kind: 'offers-generated', offers });
    return place.isLegal ? { ...place, words: `${window.toString()} · ${place.words}` } : place;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return ['no-day-for-last-step', 'open-step-not-last'].includes(error.code)
      ? { isLegal: false, words: error.message }
      : null;
  }
}

function lengthWords(window: DateRange): string {
  return window.days === null ? 'No last day' : formatLength(window.days);
}

function neighborWords(license: License, window: DateRange): string[] {
  const { offers } = license.timeline;
  const before = offers.find((offer) => offer.window.endsOn === window.startsOn);
  const after = offers.find(
    (offer) => window.endsOn !== null && offer.window.startsOn >= window.endsOn,
  );
  const words: string[] = [];
  if (before !== undefined) words.push(`starts right after ${before.name}`);
  if (window.endsOn === null) return words;
  if (after?.window.startsOn === window.endsOn) words.push(`${after.name} follows`);
  else {
    const free = DateRange.of(window.endsOn, null).intersection(license.window);
    const until = after?.window.startsOn ?? free?.endsOn ?? null;
    if (free !== null)
      words.push(
        until === null
          ? 'free after that'
          : `${formatLength(DateRange.of(window.endsOn, until).days ?? 0)} free after that`,
      );
  }
  return words;
}
