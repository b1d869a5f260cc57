import { expect, it } from 'vitest';
import { civilDay, monthStart } from '../../../../src/domain/values/civil-day';

const DAY = 86_400_000;

function dayOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY;
}

it('agrees with Date on days all over ten centuries, and on the first of their months', () => {
  const wrong: string[] = [];
  for (let days = dayOf('1600-02-28'); days < dayOf('2600-03-02'); days += 1) {
    const date = new Date(days * DAY);
    const { year, month, day } = civilDay(days);
    const isAlike =
      year === date.getUTCFullYear() &&
      month === date.getUTCMonth() + 1 &&
      day === date.getUTCDate() &&
      monthStart(year, month) === days - day + 1;
    if (!isAlike) wrong.push(date.toISOString());
  }
  expect(wrong).toEqual([]);
});

it('takes months beyond the year into the next one', () => {
  expect(monthStart(2026, 13)).toBe(dayOf('2027-01-01'));
  expect(monthStart(2026, 0)).toBe(dayOf('2025-12-01'));
});
