import type { DateRange, IsoDate } from '../values/date-range';

/** What happens next to a license, seen from a day. */
export interface NextChange {
  readonly kind: 'starts' | 'offer-starts' | 'price' | 'gap' | 'ends' | 'ended' | 'none';
  /** The day it happens; `null` for `none`. For `gap`, `ends` and `ended` the first day without. */
  readonly day: IsoDate | null;
}

/**
 * What happens next to a license.
 *
 * @param window the license's
 * @param ahead the first two offers that end after `today`, in date order
 */
export function nextChange(
  window: DateRange,
  ahead: readonly DateRange[],
  today: IsoDate,
): NextChange {
  if (window.end !== null && window.end <= today) return { kind: 'ended', day: window.end };
  if (window.start > today) return { kind: 'starts', day: window.start };
  const [first, second] = ahead;
  if (first === undefined)
    return window.end === null ? { kind: 'none', day: null } : { kind: 'ends', day: window.end };
  if (first.start > today) return { kind: 'offer-starts', day: first.start };
  if (first.end === null) return { kind: 'none', day: null };
  if (second?.start === first.end) return { kind: 'price', day: first.end };
  return { kind: first.end === window.end ? 'ends' : 'gap', day: first.end };
}
