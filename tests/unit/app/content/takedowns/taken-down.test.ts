import { Languages } from '../../../../../src/domain/values/languages';
import { describe, expect, test } from 'vitest';
import type { LicenseRights } from '../../../../../src/domain/content/availability-question';
import type { TakedownData } from '../../../../../src/domain/content/takedown';
import type { AssignedOffer } from '../../../../../src/service/content/content-views';
import { returnedDays } from '../../../../../app/content/takedowns/returned-days';
import {
  takenDownDays,
  takenDownTerritories,
} from '../../../../../app/content/takedowns/taken-down';
import { Offer } from '../../../../../src/domain/license/offer';
import { Prices } from '../../../../../src/domain/price-table/prices';
import { Takedown } from '../../../../../src/domain/content/takedown';
import { DateRange } from '../../../../../src/domain/values/date-range';
import { deviceSet } from '../../../../../src/domain/values/device';
import { rightsType } from '../../../../../src/domain/values/rights-type';
import { territorySet } from '../../../../../src/domain/values/territory';
import { onePrice } from '../../../../../src/domain/license/price-list';

const OFFER = {
  ...{ name: 'Spring', prices: onePrice({ minor: 499, currency: 'USD' }), devices: ['tv'] },
  window: { startsOn: '2027-03-01', endsOn: '2027-05-01' },
};

const ASSIGNED: AssignedOffer = {
  ...{ licenseId: 'l', licenseName: 'Slate', studio: 'Halcyon', rightsType: 'EST' },
  ...{ territories: ['AT', 'DE'], formats: null, languages: Languages.ALL.toData(), offer: OFFER },
};

const RIGHTS: LicenseRights = {
  ...{ licenseId: 'l', licenseVersion: 1, licenseName: 'Slate', studio: 'Halcyon' },
  ...{ rightsType: rightsType('EST'), territories: territorySet(['AT', 'DE']) },
  ...{
    formats: null,
    languages: Languages.ALL,
    devices: deviceSet(['tv']),
    window: DateRange.of('2027-01-01', '2028-01-01'),
  },
  ...{ assigned: [Offer.of(OFFER)], unassigned: [], table: Prices.NONE },
};

function takedown(overrides: Partial<TakedownData> = {}): TakedownData {
  return {
    ...{ number: 2, days: { startsOn: '2027-04-01', endsOn: null }, reason: 'Rights dispute' },
    ...{ territories: ['AT'], rightsTypes: null },
    ...overrides,
  };
}

describe('the days of an offer that are taken down', () => {
  test('end with the offer, in some of the territories of the license', () => {
    const [found] = takenDownDays(RIGHTS, [Takedown.of(takedown())]);
    expect(found?.days.toData()).toEqual({ startsOn: '2027-04-01', endsOn: '2027-05-01' });
    expect(found?.territories).toEqual(['AT']);
    expect(found?.isWhole).toBe(false);
  });

  test('are of the whole license where the title is down everywhere', () => {
    const [found] = takenDownDays(RIGHTS, [Takedown.of(takedown({ territories: null }))]);
    expect(found?.isWhole).toBe(true);
  });

  test('are none for another rights type, and none after the offer', () => {
    const later = { startsOn: '2027-05-01', endsOn: null };
    for (const other of [takedown({ rightsTypes: ['TVOD'] }), takedown({ days: later })])
      expect(takenDownDays(RIGHTS, [Takedown.of(other)])).toEqual([]);
  });
});

describe('the territories of an offer in which it is down', () => {
  test.each([
    ['before the offer, on its first day', '2027-01-01', []],
    ['the day before the takedown', '2027-03-31', []],
    ['on the first day of the takedown', '2027-04-01', ['AT']],
    ['on the last day of the offer', '2027-04-30', ['AT']],
    ['after the offer', '2027-05-01', []],
  ])('%s', (_, today, expected) => {
    expect(takenDownTerritories(ASSIGNED, [takedown()], today)).toEqual(expected);
  });
});

test('an offer that starts later is down if it is on its first day', () => {
  const planned = takedown({ days: { startsOn: '2027-03-01', endsOn: '2027-03-02' } });
  expect(takenDownTerritories(ASSIGNED, [planned], '2027-01-01')).toEqual(['AT']);
  expect(takenDownTerritories(ASSIGNED, [planned], '2027-03-02')).toEqual([]);
});

describe('the days that are back when a takedown ends', () => {
  test.each([
    ['before the takedown', '2027-03-01', '2027-04-01'],
    ['within it', '2027-04-10', '2027-04-10'],
  ])('from a day %s begin there', (_, from, startsOn) => {
    expect(returnedDays(takedown(), from, [ASSIGNED], [takedown()])).toEqual([
      { rightsType: 'EST', territories: ['AT'], days: [{ startsOn, endsOn: '2027-05-01' }] },
    ]);
  });

  test('are none after the offer, nor where another takedown stands', () => {
    const other = takedown({ number: 3, territories: null });
    expect(returnedDays(takedown(), '2027-05-01', [ASSIGNED], [takedown()])).toEqual([]);
    expect(returnedDays(takedown(), '2027-04-10', [ASSIGNED], [takedown(), other])).toEqual([]);
  });
});
