import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../../src/domain/avails/vocabulary/rights-chart';
import type { Territory } from '../../../../src/domain/values/territory';
import { reduced, RightsChart } from '../../../../src/domain/avails/vocabulary/rights-chart';
import { days, prices } from '../../../builders/license-builders';

const [US, CA, FR] = ['US', 'CA', 'FR'] as Territory[] as [Territory, Territory, Territory];

function phase(first: string, last: string | null, amount: string, row = 0): Phase {
  return {
    window: days(first, last),
    prices: prices(amount),
    name: 'EST',
    rows: row === 0 ? [] : [{ sheet: 'Movies', row }],
    contract: null,
  };
}

function text(phases: readonly Phase[] | null): string[] | null {
  return (
    phases?.map(
      ({ window, prices: [line] }) =>
        `${window.startsOn} ${window.endsOn ?? ''} ${line?.amount?.minor ?? ''}`,
    ) ?? null
  );
}

describe('a chart', () => {
  it('has equal phases once, with the rows of both', () => {
    const chart = new RightsChart();
    chart.put(
      [US],
      [
        phase('2027-06-01', '2027-06-30', '4.99', 4),
        phase('2027-01-01', '2027-05-31', '9.99', 5),
        phase('2027-06-01', '2027-06-30', '4.99', 6),
      ],
    );

    expect(chart.at(US).map(({ rows }) => rows.map(({ row }) => row))).toEqual([[5], [4, 6]]);
  });

  it('groups territories with equal phases, without excluded ones', () => {
    const chart = new RightsChart();
    const same = phase('2027-01-01', null, '9.99');
    chart.put([US], [same]);
    chart.put([FR], [phase('2027-01-01', null, '8.99')]);
    chart.put([CA], [same]);

    expect(chart.parts().map(({ territories }) => territories)).toEqual([['CA', 'US'], ['FR']]);
    expect(chart.parts(new Set([CA])).map(({ territories }) => territories)).toEqual([
      ['US'],
      ['FR'],
    ]);
  });

  it('agrees when windows and prices are equal, whatever the names', () => {
    const [one, other] = [new RightsChart(), new RightsChart()];
    one.put([US], [phase('2027-01-01', null, '9.99')]);
    other.put([US], [{ ...phase('2027-01-01', null, '9.99'), name: 'Library' }]);
    other.put([CA], [phase('2027-01-01', null, '9.99')]);

    expect(one.agrees(other, US)).toBe(true);
    expect(one.agrees(other, CA)).toBe(false);
    other.put([CA], []);
    expect(one.agrees(other, CA)).toBe(true);
  });
});

describe('a reduction', () => {
  const base = [phase('2027-01-01', '2027-12-31', '9.99')];

  it('splits the phase it overlaps', () => {
    const all = reduced(base, phase('2027-06-01', '2027-06-14', '4.99'));
    expect(text(all)?.sort()).toEqual([
      '2027-01-01 2027-06-01 999',
      '2027-06-01 2027-06-15 499',
      '2027-06-15 2028-01-01 999',
    ]);
  });

  it('at an edge leaves one part, and of the whole phase none', () => {
    expect(text(reduced(base, phase('2027-01-01', '2027-01-31', '4.99')))?.sort()).toEqual([
      '2027-01-01 2027-02-01 499',
      '2027-02-01 2028-01-01 999',
    ]);
    expect(text(reduced(base, phase('2027-01-01', '2027-12-31', '4.99')))).toEqual([
      '2027-01-01 2028-01-01 499',
    ]);
  });

  it('across two phases splits both', () => {
    const two = [
      phase('2027-01-01', '2027-05-31', '9.99'),
      phase('2027-06-01', '2027-12-31', '7.99'),
    ];
    expect(text(reduced(two, phase('2027-05-20', '2027-06-10', '4.99')))?.sort()).toEqual([
      '2027-01-01 2027-05-20 999',
      '2027-05-20 2027-06-11 499',
      '2027-06-11 2028-01-01 799',
    ]);
  });

  it('on a day without a phase is refused', () => {
    expect(reduced(base, phase('2027-12-31', '2028-01-01', '4.99'))).toBeNull();
    expect(reduced([], phase('2027-12-31', '2027-12-31', '4.99'))).toBeNull();
    const gap = [
      phase('2027-01-01', '2027-03-31', '9.99'),
      phase('2027-04-02', '2027-12-31', '9.99'),
    ];
    expect(reduced(gap, phase('2027-03-30', '2027-04-05', '4.99'))).toBeNull();
  });
});
