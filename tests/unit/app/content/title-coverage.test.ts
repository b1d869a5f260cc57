import { Languages } from '../../../../src/domain/values/languages';
import { expect, test } from 'vitest';
import { holeWords } from '../../../../app/content/coverage/coverage-strip';
import { titleCoverage } from '../../../../app/content/coverage/title-coverage';
import { Prices } from '../../../../src/domain/price-table/prices';
import { Takedown } from '../../../../src/domain/content/takedown';
import { Offer } from '../../../../src/domain/license/offer';
import { DateRange } from '../../../../src/domain/values/date-range';
import { deviceSet } from '../../../../src/domain/values/device';
import { rightsType } from '../../../../src/domain/values/rights-type';
import { territorySet } from '../../../../src/domain/values/territory';
import { onePrice } from '../../../../src/domain/license/price-list';

const [DEVICES, TERRITORIES] = [deviceSet(['tv']), territorySet(['AT'])];

test('days that are taken down say why, what would be on offer, and can be brought back', () => {
  const offer = {
    ...{ name: 'Spring', prices: onePrice({ minor: 499, currency: 'USD' }), devices: DEVICES },
    window: { startsOn: '2027-03-01', endsOn: '2027-05-01' },
  };
  const takedown = {
    ...{ number: 2, days: { startsOn: '2027-04-01', endsOn: null }, reason: 'Rights dispute' },
    ...{ territories: null, rightsTypes: null },
  };
  const license = {
    ...{ licenseId: 'l', licenseVersion: 1, licenseName: 'Slate', studio: 'Halcyon' },
    ...{ rightsType: rightsType('EST'), territories: TERRITORIES, devices: DEVICES },
    ...{
      formats: null,
      languages: Languages.ALL,
      window: DateRange.of('2027-01-01', '2028-01-01'),
    },
    ...{ assigned: [Offer.of(offer)], unassigned: [], table: Prices.NONE },
  };
  const [territory] = TERRITORIES;
  const [device] = DEVICES;
  if (territory === undefined || device === undefined) throw new Error('There is none.');
  const { covered, holes } = titleCoverage(
    {
      ...{ contentId: 'c', title: 'Dunes', licenses: [license], closing: null },
      takedowns: [Takedown.of(takedown)],
    },
    { territory, device, rightsType: license.rightsType },
    DateRange.of('2027-03-01', '2027-07-01'),
  );
  expect(covered.map(({ days }) => days)).toEqual([
    { startsOn: '2027-03-01', endsOn: '2027-04-01' },
  ]);
  expect(holes.map(holeWords)).toEqual(['Taken down 1 Apr – 30 Jun 2027, 91 days.']);
  expect(holes[0]?.reason).toBe(
    'Taken down from 1 Apr 2027: Rights dispute. Would be on offer: Spring, $4.99.',
  );
  expect(holes[0]?.wouldBe.map(({ days }) => days)).toEqual([
    { startsOn: '2027-04-01', endsOn: '2027-05-01' },
  ]);
  expect(holes[0]?.remedy).toEqual({ kind: 'bring-back', takedown });
});
