import { describe, expect, it } from 'vitest';
import {
  monthTicks,
  shareOf,
  shareOfSpan,
  yearTicks,
} from '../../../../app/timeline/geometry/share';
import { day } from './examples';

const years = { start: day('2026-01-01'), end: day('2028-01-01') };

describe('strips drawn in percent', () => {
  it('put the first day at 0 and the day after the last at 100', () => {
    expect(shareOf(years.start, years)).toBe(0);
    expect(shareOf(years.end, years)).toBe(100);
    expect(shareOf(day('2027-01-01'), years)).toBe(50);
  });

  it('cut what reaches beyond them, and say so', () => {
    const span = { start: day('2025-06-01'), end: day('2027-01-01') };
    expect(shareOfSpan(span, years)).toEqual({
      left: 0,
      width: 50,
      cutLeft: true,
      cutRight: false,
    });
    expect(shareOfSpan({ start: day('2027-01-01'), end: null }, years)).toEqual({
      left: 50,
      width: 50,
      cutLeft: false,
      cutRight: true,
    });
  });

  it('leave out what only touches them', () => {
    expect(shareOfSpan({ start: day('2025-01-01'), end: years.start }, years)).toBeNull();
    expect(shareOfSpan({ start: years.end, end: null }, years)).toBeNull();
  });
});

describe('the axis of strips', () => {
  const labels = (ticks: readonly { label: string }[]) => ticks.map(({ label }) => label);

  it('has years and Julys over two years', () => {
    expect(labels(yearTicks(years))).toEqual(['2026', 'Jul', '2027', 'Jul']);
  });

  it('has years alone over more than three, and fewer of them over many', () => {
    const span = (end: string) => ({ start: day('2020-01-01'), end: day(end) });
    expect(labels(yearTicks(span('2026-01-01')))).toHaveLength(6);
    expect(labels(yearTicks(span('2060-01-01'))).length).toBeLessThanOrEqual(8);
  });

  it('has every month over a few, every third over more, and years when there are too many', () => {
    const span = (end: string) => ({ start: day('2026-11-09'), end: day(end) });
    expect(labels(monthTicks(span('2027-02-20')))).toEqual(['Dec', 'Jan', 'Feb']);
    expect(labels(monthTicks(span('2027-10-20')))).toEqual(['2027', 'Apr', 'Jul', 'Oct']);
    expect(labels(monthTicks(span('2037-01-01')))[0]).toBe('2028');
  });
});
