import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../../src/domain/avails/vocabulary/rights-chart';
import type { Territory } from '../../../../src/domain/values/territory';
import { RightsChart } from '../../../../src/domain/avails/vocabulary/rights-chart';
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
