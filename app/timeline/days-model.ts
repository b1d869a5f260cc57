import type { DateRangeData, IsoDate } from '../../src/domain/values/date-range';
import type { TimelineModel } from './model';
import { dayNumber } from '../../src/domain/values/date-range';
import { daySpan } from './model';

/**
 * Timeline model for a strip that shows only days: offers have no name and no price.
 *
 * @param offers in date order, never overlapping, inside the window
 */
export function daysModel(
  window: DateRangeData,
  offers: readonly DateRangeData[],
  today: IsoDate,
): TimelineModel {
  return {
    window: daySpan(window),
    offers: offers.map((days) => ({
      name: '',
      prices: [],
      ...daySpan(days),
      devices: [],
    })),
    today: dayNumber(today),
  };
}
