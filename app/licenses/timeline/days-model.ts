import type { DateRangeData, IsoDate } from '../../../src/domain/date-range';
import type { DaySpan, TimelineModel } from './model';
import { dayNumber, isoDate } from '../../../src/domain/date-range';

/**
 * The model of a strip that shows days alone: its offers have neither a name nor a price.
 *
 * @param offers in date order, never overlapping, inside the window
 */
export function daysModel(
  window: DateRangeData,
  offers: readonly DateRangeData[],
  today: IsoDate,
): TimelineModel {
  return {
    window: numbered(window),
    offers: offers.map((days) => ({
      name: '',
      price: { minor: 0, currency: 'USD' },
      ...numbered(days),
      devices: [],
    })),
    today: dayNumber(today),
  };
}

function numbered({ start, end }: DateRangeData): DaySpan {
  return { start: dayNumber(isoDate(start)), end: end === null ? null : dayNumber(isoDate(end)) };
}
