import type { DateRange, IsoDate } from '../../values/date-range';

/** The next change of a license after a given day. */
export interface NextChange {
  readonly kind: 'starts' | 'offer-starts' | 'price' | 'gap' | 'ends' | 'ended' | 'none';
  /**
   * The day of the change; `null` for `none`. For `gap`, `ends` and `ended`, the first day without an offer or a license.
   */
  readonly day: IsoDate | null;
}

/**
 * Finds the next change of a license.
 *
 * @param window the license window
 * @param ahead the windows of the first two offers that end after `today`, in date order
 */
export function nextChange(
  window: DateRange,
  ahead: readonly DateRange[],
  today: IsoDate,
): NextChange {
  if (window.endsOn !== null && window.endsOn <= today)
    return { kind: 'ended', day: window.endsOn };
  if (window.startsOn > today) return { kind: 'starts', day: window.startsOn };
  const [first, second] = ahead;
  if (first === undefined)
    return window.endsOn === null
      ? { kind: 'none', day: null }
      : { kind: 'ends', day: window.endsOn };
  if (first.startsOn > today) return { kind: 'offer-starts', day: first.startsOn };
  if (first.endsOn === null) return { kind: 'none', day: null };
  if (second?.startsOn === first.endsOn) return { kind: 'price', day: first.endsOn };
  return { kind: first.endsOn === window.endsOn ? 'ends' : 'gap', day: first.endsOn };
}
