import { describe, expect, it } from 'vitest';
import {
  civilDay,
  dayText,
  monthStart,
  nextPeriod,
  periodStart,
  type CalendarUnit,
} from '../../../../app/timeline/geometry/calendar';
import { dayOfNumber } from '../../../../src/domain/values/date-range';
import { day } from './examples';

describe('the calendar of the axis', () => {
  it('agrees with the domain on days all over four centuries', () => {
    const wrong: string[] = [];
    for (let days = day('1900-01-01'); days < day('2300-01-01'); days += 11) {
      const { year, month, day: dayOfMonth } = civilDay(days);
      const text = [year, month, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('-');
      if (text !== dayOfNumber(days)) wrong.push(text);
      if (monthStart(year, month) !== days - dayOfMonth + 1) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it('takes months beyond the year into the next one', () => {
    expect(monthStart(2026, 13)).toBe(day('2027-01-01'));
    expect(monthStart(2026, 0)).toBe(day('2025-12-01'));
  });

  it.each<[CalendarUnit, string, string]>([
    ['day', '2026-11-22', '2026-11-23'],
    ['week', '2026-11-16', '2026-11-23'],
    ['month', '2026-11-01', '2026-12-01'],
    ['quarter', '2026-10-01', '2027-01-01'],
    ['year', '2026-01-01', '2027-01-01'],
    ['decade', '2020-01-01', '2030-01-01'],
    ['century', '2000-01-01', '2100-01-01'],
    ['millennium', '2000-01-01', '3000-01-01'],
  ])('puts 22 Nov 2026 into the %s from %s until %s', (unit, start, next) => {
    expect(periodStart(unit, day('2026-11-22'))).toBe(day(start));
    expect(nextPeriod(unit, day(start))).toBe(day(next));
  });

  it('keeps a Sunday in the week before and a Monday in its own', () => {
    expect(periodStart('week', day('2026-11-22'))).toBe(day('2026-11-16'));
    expect(periodStart('week', day('2026-11-23'))).toBe(day('2026-11-23'));
  });

  it('writes a day in any year', () => {
    expect(dayText(day('2027-01-04'))).toBe('4 Jan 2027');
    expect(dayText(day('1900-01-01') - 1)).toBe('31 Dec 1899');
  });
});
