import { describe, expect, it } from 'vitest';
import {
  dayText,
  nextPeriod,
  periodStart,
  type CalendarUnit,
} from '../../../../app/timeline/geometry/calendar';
import { day } from './examples';

describe('the calendar of the axis', () => {
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
