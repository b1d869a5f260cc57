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
import { addDays, isoDate } from '../../../../src/domain/values/date-range';

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
  const told = { others: 0, territories: ['US'] };
  const headlines = [
    { kind: 'rights-ended' as const, day: '2027-01-01', name: 'Library', ...told },
    { kind: 'ends' as const, day: '2027-01-01', name: 'Low Orbit', ...told },
    { kind: 'starts' as const, day: '2027-01-01', name: 'Ember', ...told },
    { kind: 'ends' as const, day: '2027-01-02', name: 'Quarry', ...told },
  ];

  const days = new Map(
    monthDays('2026-12', found, headlines).map(({ day, ...rest }) => [String(day), rest]),
  );

  expect(days.get('2026-11-30')).toMatchObject({ isOfMonth: false, starts: 0, ends: 5, rights: 0 });
  expect(days.get('2026-12-01')).toMatchObject({ isOfMonth: true, starts: 2, ends: 0, rights: 4 });
  expect(days.get('2026-12-31')).toEqual({
    ...{ isOfMonth: true, starts: 0, ends: 3, rights: 0 },
    headlines: [headlines[1]],
  });
  expect(days.get('2027-01-01')).toEqual({
    ...{ isOfMonth: false, starts: 7, ends: 0, rights: 1 },
    headlines: [headlines[0], headlines[3], headlines[2]],
  });
});

it.each([
  // The first is a Sunday, the last a Monday.
  ['2026-11', '2026-10-26', '2026-12-06', 6],
  // Four whole weeks.
  ['2027-02', '2027-02-01', '2027-02-28', 4],
])('fills the weeks of %s from Monday %s to Sunday %s', (month, first, last, count) => {
  const weeks = weeksOf(monthDays(month, [], []));

  expect(weeks).toHaveLength(count);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect([weeks[0]?.[0]?.day, weeks.at(-1)?.[6]?.day]).toEqual([first, last]);
  expect(querySpan(month)).toEqual({ startsOn: first, endsOn: addDays(isoDate(last), 2) });
});

it('has whole weeks in the first and the last month there is', () => {
  expect(weekday(isoDate('2026-11-22'))).toBe(6);
  expect(monthDays('1900-01', [], [])[0]?.day).toBe('1900-01-01');
  expect(monthDays('9999-11', [], []).at(-1)?.day).toBe('9999-12-05');
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

it('reads several studios and kinds, each once, and says which it cannot read', () => {
  const search = { studio: ['A & B', ' C ', 'A & B', ''], kind: ['movie', 'opera', 'short'] };
  const { query, filter, refusals } = readQuery(search, TODAY);

  expect(filter).toEqual({ studio: ['A & B', 'C'], kind: ['movie', 'short'] });
  expect(refusals).toEqual(['“opera” is not a known kind of title.']);
  expect(calendarAddress(query, {})).toBe(
    '/calendar?month=2026-11&studio=A+%26+B&studio=C&kind=movie&kind=short',
  );
  expect(calendarAddress(query, { studio: ['C'], kind: [] })).toBe(
    '/calendar?month=2026-11&studio=C',
  );
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
