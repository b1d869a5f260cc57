import { describe, expect, it } from 'vitest';
import { daysByPlace, darkWithout } from '../../../../src/domain/content/coverage';
import { isoDate } from '../../../../src/domain/values/date-range';
import { days } from '../../../builders/license-builders';

const TODAY = isoDate('2026-06-10');
const summer = {
  rightsType: 'TVOD',
  territories: ['US', 'CA'],
  window: days('2026-06-01', '2026-08-31'),
};
const fall = { rightsType: 'TVOD', territories: ['US'], window: days('2026-09-01', '2026-11-30') };

it('the days of a place are the union of its offers, with touching days merged', () => {
  const places = daysByPlace([fall, summer, { ...fall, rightsType: 'EST' }]);

  expect(places.get('TVOD')?.get('US')).toEqual([{ startsOn: '2026-06-01', endsOn: '2026-12-01' }]);
  expect(places.get('TVOD')?.get('CA')).toEqual([{ startsOn: '2026-06-01', endsOn: '2026-09-01' }]);
  expect(places.get('EST')?.get('US')).toEqual([{ startsOn: '2026-09-01', endsOn: '2026-12-01' }]);
  expect(places.get('EST')?.get('CA')).toBeUndefined();
});

describe('a title without some of its offers', () => {
  it('goes dark today if no offer is left, and has a gap if one follows', () => {
    expect(darkWithout([summer], [fall], TODAY)).toEqual([
      { from: TODAY, rightsType: 'TVOD', territories: ['CA'] },
    ]);
  });

  it('goes dark earlier if an earlier offer stays', () => {
    expect(darkWithout([fall], [summer], TODAY)).toEqual([
      { from: '2026-09-01', rightsType: 'TVOD', territories: ['US'] },
    ]);
  });

  it('does not go dark if an offer of the same rights type lasts as long', () => {
    const other = { ...summer, window: days('2026-06-01', '2026-11-30') };

    expect(darkWithout([fall], [other], TODAY)).toEqual([]);
    expect(darkWithout([fall], [{ ...other, rightsType: 'EST' }], TODAY)).toEqual([
      { from: TODAY, rightsType: 'TVOD', territories: ['US'] },
    ]);
  });

  it('does not go dark by losing a past offer', () => {
    const spring = { ...summer, window: days('2026-03-01', '2026-06-09') };

    expect(darkWithout([spring], [], TODAY)).toEqual([]);
    expect(
      darkWithout([{ ...spring, window: days('2026-03-01', '2026-06-10') }], [], TODAY),
    ).toEqual([{ from: TODAY, rightsType: 'TVOD', territories: ['CA', 'US'] }]);
  });

  it('goes dark if it loses its last offer, which was open', () => {
    const open = { ...fall, window: days('2026-09-01', null) };

    expect(darkWithout([open], [summer], TODAY)).toEqual([
      { from: '2026-09-01', rightsType: 'TVOD', territories: ['US'] },
    ]);
  });
});
