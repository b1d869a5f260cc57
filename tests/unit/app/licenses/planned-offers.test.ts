import { describe, expect, it } from 'vitest';
import type { TypedPlaces } from '../../../../app/licenses/offers/planned-offers';
import { plannedOffers } from '../../../../app/licenses/offers/planned-offers';
import { EMPTY_STEP } from '../../../../app/price-plans/typed-ladder';
import { DateRange } from '../../../../src/domain/values/date-range';
import { aLicense, anOffer, days } from '../../../builders/license-builders';

const march = anOffer({ name: 'March', window: days('2026-03-01', '2026-03-31') });
const typed: TypedPlaces = {
  ...{ kind: 'at', name: '', firstDay: '', lastDay: '', days: '', onOrAfter: '' },
  ...{ start: '', steps: [] },
};

/** Names and days of what would be made, and what stands against it. */
function planned(parts: Partial<TypedPlaces>) {
  const makeLicense = () => aLicense({ offers: [march] });
  return plannedOffers(makeLicense, { ...typed, ...parts }).map(({ offer, refusal }) => {
    const { startsOn, endsOn } = offer.window;
    return [`${offer.name} ${DateRange.of(startsOn, endsOn).toString()}`, refusal];
  });
}

describe('the offers that a form would make', () => {
  it('are one at its days, with the name as far as it is typed', () => {
    expect(planned({ firstDay: '2026-04-01', lastDay: '2026-04-30' })).toEqual([
      ['New offer 1 – 30 Apr 2026', null],
    ]);
    expect(planned({ name: ' Easter ', firstDay: '2026-03-31', lastDay: '2026-04-02' })).toEqual([
      [
        'Easter 31 Mar – 2 Apr 2026',
        expect.stringContaining('Easter overlaps March by 1 day') as unknown,
      ],
    ]);
  });

  it('are one in the first free slot', () => {
    const firstFree = { kind: 'first-free', days: '10', onOrAfter: '2026-02-25' } as const;

    expect(planned(firstFree)).toEqual([['New offer 1 – 10 Apr 2026', null]]);
    expect(planned({ ...firstFree, days: '4' })).toEqual([['New offer 25 – 28 Feb 2026', null]]);
    expect(planned({ ...firstFree, days: '5000' })).toEqual([]);
  });

  it('are the steps of a ladder, each with what stands against it', () => {
    const steps = [
      { ...EMPTY_STEP, name: 'Premiere', length: '20', unit: 'days' },
      { ...EMPTY_STEP, length: '20', unit: 'days' },
      { ...EMPTY_STEP, name: 'Rest', length: '', unit: 'rest' },
    ] as const;

    expect(planned({ kind: 'ladder', start: '2026-02-01', steps: [...steps] })).toEqual([
      ['Premiere 1 – 20 Feb 2026', null],
      [
        'Step 2 21 Feb – 12 Mar 2026',
        expect.stringContaining('Step 2 overlaps March by 12 days') as unknown,
      ],
      [
        'Rest 13 Mar – 31 Dec 2026',
        expect.stringContaining('Rest overlaps March by 19 days') as unknown,
      ],
    ]);
  });

  it.each<Partial<TypedPlaces>>([
    { firstDay: '2026-04-01' },
    { firstDay: '2026-04-30', lastDay: '2026-04-01' },
    { kind: 'first-free', days: 'ten', onOrAfter: '2026-02-25' },
    { kind: 'first-free', days: '10' },
    { kind: 'ladder', start: '2026-02-01', steps: [{ ...EMPTY_STEP, length: '' }] },
    { kind: 'ladder', start: '', steps: [{ ...EMPTY_STEP, length: '1' }] },
  ])('are none while %o does not say their days', (parts) => {
    expect(planned(parts)).toEqual([]);
  });
});
