import { expect, it } from 'vitest';
import {
  querySpan,
  monthDays,
  monthSpan,
  nextMonth,
  previousMonth,
  weekday,
  weeksOf,
} from '@/calendar/month';
import { calendarAddress } from '@/calendar/calendar-address';
import { readQuery } from '@/calendar/calendar-query';
import { isoDate } from '../../../../src/domain/values/date-range';

const TODAY = isoDate('2026-11-22');

it.each([
  ['2026-12', '2026-12-01', '2027-01-01'],
  ['2028-02', '2028-02-01', '2028-03-01'],
])('%s is from %s until %s', (month, start, end) => {
  expect(monthSpan(month)).toEqual({ start, end });
});

it('turns at the year', () => {
  expect([previousMonth('2027-01'), nextMonth('2026-12')]).toEqual(['2026-12', '2027-01']);
});

it('puts what ends on its last day, and rights that end on the first day without them', () => {
  const found = [
    { day: '2026-12-01', starts: 2, ends: 5, rights: 4 },
    { day: '2027-01-01', starts: 7, ends: 3, rights: 1 },
  ];

  const days = monthDays('2026-12', found);

  expect(querySpan('2026-12')).toEqual({ startsOn: '2026-12-01', endsOn: '2027-01-02' });
  expect(days).toHaveLength(31);
  expect(days[0]).toEqual({ day: '2026-12-01', starts: 2, ends: 0, rights: 4 });
  expect(days[30]).toEqual({ day: '2026-12-31', starts: 0, ends: 3, rights: 0 });
});

it('lays weeks from Monday to Sunday', () => {
  const weeks = weeksOf(monthDays('2026-11', []));

  expect(weekday(isoDate('2026-11-22'))).toBe(6);
  expect(weeks[0]?.map((each) => each?.day ?? null)).toEqual([
    ...[null, null, null, null, null, null],
    '2026-11-01',
  ]);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
});

it('knows the weekday of days long gone', () => {
  expect(weekday(isoDate('1900-01-01'))).toBe(0);
});

it.each([
  [{}, '2026-11', []],
  [{ day: '2027-03-04' }, '2027-03', []],
  [{ month: '2026-13' }, '2026-11', ['“2026-13” is not a month. Enter it like 2026-12.']],
  [{ month: '9999-12' }, '2026-11', ['“9999-12” is not a month. Enter it like 2026-12.']],
  [
    { day: '2026-02-30' },
    '2026-11',
    ['“2026-02-30” is not a valid date. Dates range from 1900 to 9999.'],
  ],
  [{ ending: '8' }, '2026-11', ['Choose 7, 30 or 90 days, not “8”.']],
  [{ kind: 'opera' }, '2026-11', ['“opera” is not a known kind of title.']],
])('reads %j, and says what it cannot read', (search, month, refusals) => {
  const read = readQuery(search, TODAY);

  expect(read.query.month).toBe(month);
  expect(read.refusals).toEqual(refusals);
});

it('keeps the other lists’ places while one goes on, and none when the day changes', () => {
  const query = { month: '2026-12', day: '2026-12-05', dark: 'abc' };

  expect(calendarAddress(query, { gaps: 'def' })).toBe(
    '/calendar?month=2026-12&day=2026-12-05&dark=abc&gaps=def',
  );
  expect(calendarAddress(query, { day: '2026-12-06' })).toBe(
    '/calendar?month=2026-12&day=2026-12-06',
  );
});
