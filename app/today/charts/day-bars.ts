import type { IsoDate } from '../../../src/domain/values/date-range';
import type { DayCount } from '../../../src/service/today/today-views';
import type { Bar } from './months';
import { addDaysWithin, formatDay } from '../../../src/domain/values/date-range';
import { firstOfDays } from './months';

/** A bar for each of the twelve days that end today. */
export function dayBars(counts: readonly DayCount[], today: IsoDate): readonly Bar[] {
  const byDay = new Map(counts.map(({ day, count }) => [day, count]));
  const bars: Bar[] = [];
  for (let day = firstOfDays(today); day <= today; day = addDaysWithin(day, 1))
    bars.push({
      name: formatDay(day),
      short: String(Number(day.slice(8))),
      count: byDay.get(day) ?? 0,
    });
  return bars;
}
