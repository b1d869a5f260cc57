import type { TimelineModel, TimelineOffer } from '../../../../app/timeline/model';
import { dayNumber, isoDate } from '../../../../src/domain/values/date-range';
import { onePrice } from '../../../../src/domain/license/price-list';

/** Days since 1970-01-01 of a day as people write it. */
export function day(text: string): number {
  return dayNumber(isoDate(text));
}

/** An offer from its first to its last day, inclusive; `null` is open. */
export function offer(
  name: string,
  first: string,
  last: string | null,
  minor = 499,
  devices: readonly string[] = [],
): TimelineOffer {
  const end = last === null ? null : day(last) + 1;
  const prices = onePrice({ minor, currency: 'USD' });
  return { name, prices, start: day(first), end, devices };
}

/** The license of the design's first picture. */
export const slate: TimelineModel = {
  window: { start: day('2026-03-01'), end: day('2027-09-01') },
  today: day('2026-11-22'),
  offers: [
    offer('Premiere rental', '2026-03-01', '2026-05-31', 1999),
    offer('Standard rental', '2026-06-01', '2026-09-13', 599),
    offer('Autumn price', '2026-10-05', '2026-11-29', 499),
    offer('Holiday price', '2026-11-30', '2027-01-04', 399),
    offer('Valentine’s weekend', '2027-02-12', '2027-02-21', 299),
    offer('Spring price', '2027-02-22', '2027-04-30', 499),
    offer('Summer sale', '2027-06-14', '2027-07-31', 199),
  ],
};

/** A license of back-to-back offers, a week each, from 3 January 2000. */
export function weekly(count: number): TimelineModel {
  const start = day('2000-01-03');
  return {
    window: { start, end: start + count * 7 },
    today: day('2026-11-22'),
    offers: Array.from({ length: count }, (_, index) => ({
      name: `Week ${index + 1}`,
      prices: onePrice({ minor: 100 + ((index * 37) % 20) * 100, currency: 'USD' }),
      start: start + index * 7,
      end: start + index * 7 + 7,
      devices: [],
    })),
  };
}

/** A license with no offers. */
export function emptyLicense(first: string, last: string | null): TimelineModel {
  return {
    window: { start: day(first), end: last === null ? null : day(last) + 1 },
    today: day('2026-11-22'),
    offers: [],
  };
}
