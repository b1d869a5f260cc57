import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/domain/values/date-range';
import {
  DateRange,
  InvalidDate,
  InvalidDateRange,
  LastDayTooLate,
  addDays,
  dayNumber,
  dayOfNumber,
  daysBetween,
  formatDay,
  formatDays,
  formatLength,
  isIsoDate,
  isoDate,
} from '../../../../src/domain/values/date-range';
import { refusalOf } from '../../../builders/refusal';

describe('a calendar day', () => {
  it.each(['1900-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '9999-12-31'])(
    'is read from %s',
    (text) => {
      expect(isoDate(text)).toBe(text);
      expect(isIsoDate(text)).toBe(true);
    },
  );

  it.each([
    ['a day that February never has', '2026-02-30'],
    ['a leap day of a common year', '2026-02-29'],
    ['a leap day of a century that is no leap year', '1900-02-29'],
    ['a 31st of a month of 30 days', '2026-04-31'],
    ['a month too many', '2026-13-01'],
    ['a month too few', '2026-00-10'],
    ['a day too few', '2026-01-00'],
    ['the year 0', '0000-01-01'],
    ['the day before the first day', '1899-12-31'],
    ['a year of five digits', '10000-01-01'],
    ['a year with a sign', '+2026-01-01'],
    ['an instant', '2026-01-01T00:00:00Z'],
    ['a day without its zeros', '2026-1-1'],
    ['another order', '01-01-2026'],
    ['slashes', '2026/01/01'],
    ['a space before', ' 2026-01-01'],
    ['a line after', '2026-01-01\n'],
    ['full-width digits', '２０２６-０１-０１'],
    ['words', 'tomorrow'],
    ['nothing', ''],
  ])('is not parsed from %s', (_what, text) => {
    expect(refusalOf(InvalidDate, () => isoDate(text)).text).toBe(text);
    expect(isIsoDate(text)).toBe(false);
  });

  it('converts to its number and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOfNumber(dayNumber(day))).toBe(day);
      }),
    );
  });

  it('counts from 1970-01-01', () => {
    expect([dayNumber(isoDate('1970-01-01')), dayNumber(isoDate('1970-01-02'))]).toEqual([0, 1]);
  });

  it.each([
    ['over the end of a month', '2026-01-31', 1, '2026-02-01'],
    ['over a leap day', '2024-02-28', 2, '2024-03-01'],
    ['over the missing leap day', '2026-02-28', 1, '2026-03-01'],
    ['back over a year', '2026-01-01', -1, '2025-12-31'],
    ['over a change of clocks in New York', '2026-03-07', 2, '2026-03-09'],
    ['over a change of clocks in Auckland', '2026-04-04', 2, '2026-04-06'],
    ['nowhere', '2026-01-01', 0, '2026-01-01'],
  ])('moves by days %s', (_how, from, count, to) => {
    expect(addDays(isoDate(from), count)).toBe(to);
  });

  it('is as far from another day as the number of days added', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });

  it.each([
    ['9999-12-31', 1],
    ['1900-01-01', -1],
    ['2026-01-01', Infinity],
    ['2026-01-01', NaN],
  ])('has no day outside the calendar: %s and %d days', (day, count) => {
    expect(() => addDays(isoDate(day), count)).toThrow(InvalidDate);
  });
});

describe('a window', () => {
  it('ends on the first day after it', () => {
    const window = DateRange.of('2026-01-01', '2026-02-01');

    expect([window.startsOn, window.endsOn, window.lastDay, window.days]).toEqual([
      ...['2026-01-01', '2026-02-01', '2026-01-31'],
      31,
    ]);
  });

  it('is the same when created from first and last day', () => {
    const typed = DateRange.fromDays('2026-01-01', '2026-01-31');

    expect(typed).toEqual(DateRange.of('2026-01-01', '2026-02-01'));
  });

  it('may be one day long', () => {
    expect(DateRange.fromDays('2024-02-29', '2024-02-29').days).toBe(1);
  });

  it('may have an open end', () => {
    const window = DateRange.fromDays('2026-01-01', null);

    expect([window.endsOn, window.lastDay, window.days]).toEqual([null, null, null]);
  });

  it('L1: cannot end on the day it starts', () => {
    const refusal = refusalOf(InvalidDateRange, () => DateRange.of('2026-01-02', '2026-01-02'));

    expect(refusal).toMatchObject({
      field: 'lastDay',
      firstDay: '2026-01-02',
      lastDay: '2026-01-01',
    });
  });

  it('L1: cannot have a last day before its first', () => {
    const refusal = refusalOf(InvalidDateRange, () =>
      DateRange.fromDays('2026-01-02', '2026-01-01'),
    );

    expect(refusal).toMatchObject({
      field: 'lastDay',
      firstDay: '2026-01-02',
      lastDay: '2026-01-01',
    });
  });

  it('has only days that exist', () => {
    expect(() => DateRange.of('2026-02-30', null)).toThrow(InvalidDate);
    expect(() => DateRange.fromDays('2026-02-01', '2026-02-30')).toThrow(InvalidDate);
  });

  it('refuses the last day of the calendar, which has no day after it', () => {
    expect(() => DateRange.fromDays('2026-02-01', '9999-12-31')).toThrow(LastDayTooLate);
    expect(DateRange.fromDays('2026-02-01', '9999-12-30').lastDay).toBe('9999-12-30');
  });

  it('of a length ends that many days after its start', () => {
    expect(DateRange.ofLength(isoDate('2024-02-01'), 29).toData()).toEqual({
      startsOn: '2024-02-01',
      endsOn: '2024-03-01',
    });
    expect(DateRange.ofLength(isoDate('2024-02-01'), null).endsOn).toBeNull();
  });

  it('is immutable', () => {
    expect(Object.isFrozen(DateRange.of('2026-01-01', null))).toBe(true);
  });

  it('does not overlap one that it touches', () => {
    const january = DateRange.fromDays('2026-01-01', '2026-01-31');

    expect(january.overlaps(DateRange.fromDays('2026-02-01', '2026-02-01'))).toBe(false);
    expect(january.overlaps(DateRange.fromDays('2026-01-31', '2026-02-01'))).toBe(true);
    expect(january.overlaps(DateRange.fromDays('2025-12-01', '2025-12-31'))).toBe(false);
    expect(january.overlaps(DateRange.fromDays('2025-12-01', '2026-01-01'))).toBe(true);
  });

  it('moves both ends', () => {
    const february = DateRange.fromDays('2026-02-01', '2026-02-28');

    expect(february.shifted('2026-01-01', '2026-01-03').toData()).toEqual({
      startsOn: '2026-02-03',
      endsOn: '2026-03-03',
    });
    expect(DateRange.of('2026-02-01', null).shifted('2026-01-02', '2026-01-01').toData()).toEqual({
      startsOn: '2026-01-31',
      endsOn: null,
    });
  });
});

describe('windows, compared day by day,', () => {
  it('overlap when they share a day', () => {
    forPairs((a, b, daysOf) => {
      expect(a.overlaps(b)).toBe(daysOf(a).some((day) => daysOf(b).includes(day)));
    });
  });

  it('enclose each other when one has all days of the other', () => {
    forPairs((a, b, daysOf) => {
      expect(a.encloses(b)).toBe(daysOf(b).every((day) => daysOf(a).includes(day)));
    });
  });

  it('contain their days', () => {
    fc.assert(
      fc.property(aWindow, fc.integer({ min: -2, max: HORIZON }), (window, number) => {
        expect(window.contains(dayOfNumber(number))).toBe(daysIn(window).includes(number));
      }),
    );
  });

  it('intersect in the shared days', () => {
    forPairs((a, b, daysOf) => {
      const both = a.intersection(b);
      expect(both === null ? [] : daysOf(both)).toEqual(
        daysOf(a).filter((day) => daysOf(b).includes(day)),
      );
    });
  });

  it('differ by the days in only one of them', () => {
    forPairs((a, b, daysOf) => {
      const outside = a.outside(b);
      expect(outside.flatMap(daysOf)).toEqual(daysOf(a).filter((day) => !daysOf(b).includes(day)));
    });
  });

  it('have a hull from the first day to the last', () => {
    forPairs((a, b, daysOf) => {
      const both = [...daysOf(a), ...daysOf(b)];
      const hull = daysOf(a.hull(b));
      expect([hull[0], hull.at(-1)]).toEqual([Math.min(...both), Math.max(...both)]);
    });
  });

  it('are equal when they have the same days', () => {
    forPairs((a, b, daysOf) => {
      expect(a.equals(b)).toBe(daysOf(a).join() === daysOf(b).join());
    });
  });
});

describe('formatting', () => {
  it.each([
    ['2027-03-12', '2027-03-21', '12 – 21 Mar 2027'],
    ['2027-03-12', '2027-04-03', '12 Mar – 3 Apr 2027'],
    ['2026-12-31', '2027-01-01', '31 Dec 2026 – 1 Jan 2027'],
    ['2027-01-04', '2027-01-04', '4 Jan 2027'],
    ['2026-03-01', null, 'From 1 Mar 2026'],
  ])('the days from %s to %s read as %3$s', (first, last, words) => {
    expect(formatDays(first, last)).toBe(words);
    expect(DateRange.fromDays(first, last).toString()).toBe(words);
  });

  it('a day has no leading zeros', () => {
    expect(formatDay('2027-01-04')).toBe('4 Jan 2027');
  });

  it.each([
    [1, '1 day'],
    [38, '38 days'],
    [1096, '1,096 days'],
  ])('a length of %i reads %s', (days, words) => {
    expect(formatLength(days)).toBe(words);
  });
});

const anyDay: fc.Arbitrary<IsoDate> = fc
  .integer({ min: dayNumber(isoDate('1900-01-01')), max: dayNumber(isoDate('9999-12-31')) })
  .map(dayOfNumber);

/** Open windows are checked up to this day. */
const HORIZON = 25;

const aWindow = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.option(fc.integer({ min: 1, max: 10 })))
  .map(([start, length]) => DateRange.ofLength(dayOfNumber(start), length));

/** Day numbers, one by one: the naive model of a window. */
function daysIn({ startsOn: start, endsOn: end }: DateRange): number[] {
  const [first, last] = [dayNumber(start), end === null ? HORIZON : dayNumber(end) - 1];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function forPairs(claim: (a: DateRange, b: DateRange, daysOf: typeof daysIn) => void): void {
  fc.assert(
    fc.property(aWindow, aWindow, (a, b) => {
      claim(a, b, daysIn);
    }),
    { numRuns: 500 },
  );
}
