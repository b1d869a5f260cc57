import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../../src/domain/values/date-range';
import { dayBars } from '../../../../app/today/charts/day-bars';
import { chartSpan, firstOfDays, monthBars } from '../../../../app/today/charts/months';
import { boardAddress, TODAY, todayAddress } from '../../../../app/today/today-address';
import { askedToday } from '../../../../app/today/today-query';

const DAY = isoDate('2026-11-30');

describe('charts', () => {
  it('have twelve months, this one first, also those in which nothing happens', () => {
    const bars = monthBars([{ month: '2027-02', count: 4 }], DAY);

    expect(bars).toHaveLength(12);
    expect(bars[0]).toEqual({ name: 'November 2026', short: 'Nov', count: 0 });
    expect(bars[3]).toEqual({ name: 'February 2027', short: 'Feb', count: 4 });
    expect(bars[11]?.name).toBe('October 2027');
    expect(chartSpan(DAY, DAY)).toEqual({ startsOn: '2026-11-30', endsOn: '2027-11-01' });
  });

  it('of the past have twelve days, today last', () => {
    const bars = dayBars([{ day: '2026-11-19', count: 2 }], DAY);

    expect(firstOfDays(DAY)).toBe('2026-11-19');
    expect(bars.map(({ short }) => short).join(' ')).toBe('19 20 21 22 23 24 25 26 27 28 29 30');
    expect(bars[0]?.count).toBe(2);
  });
});

describe('addresses', () => {
  it('keep what the page is narrowed to, and say so when it is nothing', () => {
    expect(todayAddress(TODAY, { studio: 'A & B' }, { rights: 'EST' })).toBe(
      '/today?studio=A+%26+B&rights=EST',
    );
    expect(todayAddress(TODAY, { studio: 'A' }, { studio: null })).toBe('/today?scope=all');
    expect(boardAddress('gaps', { studio: 'A', rightsType: 'EST' }, { rightsType: 'TVOD' })).toBe(
      '/today/gaps?studio=A&rights=TVOD',
    );
  });

  it('are read as they were written; what is unknown is left out', () => {
    expect(askedToday({ studio: 'A', territory: 'CA', rights: 'EST' })).toMatchObject({
      scope: { studio: 'A', territory: 'CA', rightsType: 'EST' },
      isScoped: true,
    });
    expect(askedToday({ scope: 'all' })).toMatchObject({ scope: {}, isScoped: true });
    expect(askedToday({ territory: 'XX', rights: 'toString', within: 'ever' })).toMatchObject({
      ...{ scope: {}, isScoped: false },
      query: {},
    });
  });
});
