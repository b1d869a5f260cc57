import { describe, expect, it } from 'vitest';
import type { LicenseChange } from '../../../../src/domain/license/license-change';
import type { LicenseDetailsData } from '../../../../src/domain/license/license-details';
import type { TermsData } from '../../../../src/domain/license/terms';
import type { DateRangeData } from '../../../../src/domain/values/date-range';
import { DateRange, InvalidDate, InvalidDateRange } from '../../../../src/domain/values/date-range';
import { InvalidDevices } from '../../../../src/domain/values/device';
import { License } from '../../../../src/domain/license/license';
import { LicenseDetails } from '../../../../src/domain/license/license-details';
import {
  DevicesNotLicensed,
  FormatsNotLicensed,
  NoFreeSlot,
  OfferGone,
  OfferOutsideLicense,
  OfferOverlap,
  OffersStranded,
} from '../../../../src/domain/license/license-errors';
import type { Offer } from '../../../../src/domain/license/offer';
import { EmptyLadder, InvalidLength } from '../../../../src/domain/license/offer';
import { InvalidTerritories } from '../../../../src/domain/values/territory';
import { Timeline } from '../../../../src/domain/license/timeline';
import { strandedBy } from '../../../../src/domain/license/stranding';
import {
  aLicense,
  anId,
  anOffer,
  anOfferData,
  days,
  inFormats,
  prices,
  someDetails,
  someTerms,
} from '../../../builders/license-builders';
import { refusalOf } from '../../../builders/refusal';

const inJune = { window: days('2026-06-01', '2026-06-30') };
const DSC = anOffer({
  name: 'DSC',
  prices: prices('9.99'),
  window: days('2021-01-01', '2021-12-31'),
});
const PREM = anOffer({
  name: 'PREM',
  prices: prices('4.99'),
  window: days('2022-01-01', '2022-09-30'),
});
const STD_DSC = anOffer({
  name: 'STD_DSC',
  prices: prices('1.99'),
  window: days('2023-01-01', '2023-09-08'),
});
const disney = () =>
  aLicense({
    terms: { window: days('2019-01-01', '2024-12-31') },
    offers: [DSC, PREM, STD_DSC],
    version: 4,
  });

describe('granting a license', () => {
  it('is its first change, at version 0, without offers', () => {
    const details = someDetails();

    const license = License.grant('id', 'contract', details);

    expect(license).toMatchObject({
      version: 0,
      contractId: 'contract',
      change: { kind: 'license-granted', details },
    });
    expect(license.timeline.offers).toEqual([]);
  });

  it('records its offers in the same change', () => {
    const details = someDetails();
    const [first, second] = [
      anOffer({ window: days('2026-03-01', '2026-03-31') }),
      anOffer({ window: days('2026-02-01', '2026-02-28') }),
    ];

    const license = License.grant('id', 'contract', details, [first, second]);

    const offers = [first, second].map((offer) => offer.toData());
    expect(license.change).toEqual({ kind: 'license-granted', details, offers });
    expect(license.timeline.offers).toEqual([second, first]);
  });

  it.each([
    ['L2', { window: days('2026-12-01', '2027-01-31') }, OfferOutsideLicense],
    ['L3', { window: days('2026-02-28', '2026-03-31') }, OfferOverlap],
    ['L4', { window: days('2026-05-01', '2026-05-31'), devices: ['console'] }, DevicesNotLicensed],
  ])('is refused with %s of an offer', (_rule, parts, refusal) => {
    const offers = [anOffer(), anOffer(parts)];

    expect(() => License.grant(anId(), anId(), someDetails(), offers)).toThrow(refusal);
  });

  it.each<[string, Partial<TermsData>, new (...parts: never[]) => Error]>([
    ['L1', { window: { startsOn: '2026-01-01', endsOn: '2026-01-01' } }, InvalidDateRange],
    [
      'a day that does not exist',
      { window: { startsOn: '2026-02-30', endsOn: null } },
      InvalidDate,
    ],
    ['no territory', { territories: [] }, InvalidTerritories],
    ['no device', { devices: [] }, InvalidDevices],
  ])('is refused with %s', (_rule, terms, refusal) => {
    expect(() => License.grant(anId(), anId(), someDetails({ terms }))).toThrow(refusal);
  });
});

describe('generating offers', () => {
  it('records the offers', () => {
    const license = aLicense({ version: 7 });
    const offers = [anOffer(), anOffer(inJune)];

    license.generate(offers);

    expect(license.timeline.offers).toEqual(offers);
    expect(license.change).toEqual({ kind: 'offers-generated', offers: offers.map(dataOf) });
    expect(license.version).toBe(7);
  });

  it('has no effect without offers', () => {
    const license = aLicense();

    license.generate([]);

    expect(license.change).toBeNull();
  });

  it.each([
    ['from the license’s first day', days('2026-01-01', '2026-01-01')],
    ['to the license’s last day', days('2026-12-31', '2026-12-31')],
    ['on all its days', days('2026-01-01', '2026-12-31')],
  ])('L2: is legal %s', (_where, window) => {
    const license = aLicense();

    license.generate([anOffer({ window })]);

    expect(license.timeline.offers).toHaveLength(1);
  });

  it.each([
    ['a day early', days('2025-12-31', '2026-06-30'), [days('2025-12-31', '2025-12-31')]],
    ['a day late', days('2026-06-01', '2027-01-01'), [days('2027-01-01', '2027-01-01')]],
    [
      'on both sides',
      days('2025-12-01', '2027-01-31'),
      [days('2025-12-01', '2025-12-31'), days('2027-01-01', '2027-01-31')],
    ],
    ['altogether', days('2028-01-01', '2028-01-31'), [days('2028-01-01', '2028-01-31')]],
    ['without end', days('2026-06-01', null), [days('2027-01-01', null)]],
  ])('L2: is refused with the days outside %s', (_where, window, outside) => {
    const license = aLicense();
    const offer = anOffer({ window });

    const refusal = refusalOf(OfferOutsideLicense, () => license.generate([offer]));

    expect(refusal.offer).toBe(offer);
    expect(refusal.outside.map((part) => part.toData())).toEqual(outside);
    expect(refusal.window).toEqual(license.window);
  });

  it('L2: accepts an open end if the license has one', () => {
    const license = aLicense({ terms: { window: days('2026-01-01', null) } });

    license.generate([anOffer({ window: days('2026-06-01', null) })]);

    expect(license.change).not.toBeNull();
  });

  it('L2: suggests the part that fits, and the nearest place for the whole offer', () => {
    const offer = anOffer({ window: days('2026-12-17', '2027-01-15') });

    const { alternatives } = refusalOf(OfferOutsideLicense, () => aLicense().generate([offer]));

    expect(alternatives?.shortened?.toData()).toEqual(days('2026-12-17', '2026-12-31'));
    expect(alternatives?.fits.map((fit) => fit.toData())).toEqual([
      days('2026-12-02', '2026-12-31'),
    ]);
  });

  it.each([
    ['before another', days('2026-05-01', '2026-05-31')],
    ['after another', days('2026-07-01', '2026-07-31')],
  ])('L3: accepts touching offers: the day %s', (_where, window) => {
    const license = aLicense({ offers: [anOffer(inJune)] });

    license.generate([anOffer({ window })]);

    expect(license.timeline.offers).toHaveLength(2);
  });

  it.each([
    ['its first day', days('2026-05-01', '2026-06-01'), days('2026-06-01', '2026-06-01')],
    ['its last day', days('2026-06-30', '2026-07-31'), days('2026-06-30', '2026-06-30')],
    ['all its days', days('2026-05-01', '2026-07-31'), inJune.window],
    ['some of its days', days('2026-06-10', '2026-06-12'), days('2026-06-10', '2026-06-12')],
  ])('L3: is refused if another has %s', (_what, window, shared) => {
    const existing = anOffer(inJune);
    const license = aLicense({ offers: [existing] });
    const offer = anOffer({ window });

    const refusal = refusalOf(OfferOverlap, () => license.generate([offer]));

    expect(refusal.offer).toBe(offer);
    expect(refusal.clashes).toEqual([{ with: existing, days: rangeOf(shared) }]);
  });

  it('L3: reports each overlapping offer with the shared days', () => {
    const offer = anOffer({ name: 'FOURTH', window: days('2021-06-01', '2022-05-31') });

    const refusal = refusalOf(OfferOverlap, () => disney().generate([offer]));

    expect(refusal.clashes).toEqual([
      { with: DSC, days: DateRange.fromDays('2021-06-01', '2021-12-31') },
      { with: PREM, days: DateRange.fromDays('2022-01-01', '2022-05-31') },
    ]);
    expect(refusal.message).toBe(
      'FOURTH overlaps DSC by 214 days (1 Jun – 31 Dec 2021) and PREM by 151 days (1 Jan – 31 May 2022).',
    );
  });

  it('L3: suggests the nearest places that fit', () => {
    const offer = anOffer({ window: days('2022-09-01', '2022-10-31') });

    const { alternatives } = refusalOf(OfferOverlap, () => disney().generate([offer]));

    expect(alternatives?.shortened?.toData()).toEqual(days('2022-10-01', '2022-10-31'));
    expect(alternatives?.fits.map((fit) => fit.toData())).toEqual([
      days('2022-10-01', '2022-11-30'),
      days('2020-11-01', '2020-12-31'),
    ]);
  });

  it('L3: is refused if two of the generated offers overlap', () => {
    const [first, second] = [
      anOffer(inJune),
      anOffer({ window: days('2026-06-30', '2026-07-01') }),
    ];

    const refusal = refusalOf(OfferOverlap, () => aLicense().generate([first, second]));

    expect(refusal.clashes).toEqual([
      { with: first, days: DateRange.fromDays('2026-06-30', '2026-06-30') },
    ]);
  });

  it('L4: accepts some of the license’s devices, or all', () => {
    const license = aLicense({ terms: { devices: ['tv', 'mobile'] } });

    license.generate([
      anOffer({ devices: ['mobile'] }),
      anOffer({ ...inJune, devices: ['tv', 'mobile'] }),
    ]);

    expect(license.timeline.offers).toHaveLength(2);
  });

  it('L4: is refused with the uncovered devices', () => {
    const license = aLicense({ terms: { devices: ['tv', 'mobile'] } });
    const offer = anOffer({ devices: ['tv', 'console', 'tablet'] });

    const refusal = refusalOf(DevicesNotLicensed, () => license.generate([offer]));

    expect(refusal).toMatchObject({
      offer,
      missing: ['tablet', 'console'],
      licensed: ['tv', 'mobile'],
      field: 'devices',
    });
    expect(refusal.message).toBe(
      'Tablet and console are not licensed here. The license covers TV and mobile.',
    );
  });

  it.each([
    ['outside', anOffer({ window: days('2027-01-01', '2027-01-31') })],
    ['overlapping', anOffer({ window: days('2026-03-10', '2026-03-20') })],
    [
      'for other devices',
      anOffer({ window: days('2026-08-01', '2026-08-31'), devices: ['console'] }),
    ],
  ])('is all or nothing: one %s refuses all', (_why, bad) => {
    const existing = anOffer({ window: days('2026-03-01', '2026-03-31') });
    const license = aLicense({ offers: [existing] });

    expect(() => license.generate([anOffer(inJune), bad])).toThrow();
    expect(license.timeline.offers).toEqual([existing]);
    expect(license.change).toBeNull();
  });
});

describe('generating in the first free slot', () => {
  it('uses the first slot that is long enough', () => {
    const license = disney();

    license.generateInFirstFreeSlot(anOfferData(), 93, '2021-06-01');

    const added = addedBy(license.change);
    expect(added).toEqual([days('2023-09-09', '2023-12-10')]);
  });

  it('uses a slot with exactly the length', () => {
    const license = disney();

    license.generateInFirstFreeSlot(anOfferData(), 92, '2021-06-01');

    expect(addedBy(license.change)).toEqual([days('2022-10-01', '2022-12-31')]);
  });

  it('begins on the wanted day if it is free', () => {
    const license = disney();

    license.generateInFirstFreeSlot(anOfferData(), 10, '2022-12-10');

    expect(addedBy(license.change)).toEqual([days('2022-12-10', '2022-12-19')]);
  });

  it('begins with the license if the wanted day is before it', () => {
    const license = disney();

    license.generateInFirstFreeSlot(anOfferData(), 10, '1999-01-01');

    expect(addedBy(license.change)).toEqual([days('2019-01-01', '2019-01-10')]);
  });

  it('is refused with the longest free slot', () => {
    const refusal = refusalOf(NoFreeSlot, () =>
      disney().generateInFirstFreeSlot(anOfferData(), 481, '2021-01-01'),
    );

    expect(refusal).toMatchObject({ length: 481, from: '2021-01-01', field: 'days' });
    expect(refusal.longest?.toData()).toEqual(days('2023-09-09', '2024-12-31'));
  });

  it.each(['2024-12-31', '2025-01-01'])(
    'is refused where less is free from the wanted day on: %s',
    (from) => {
      const refusal = refusalOf(NoFreeSlot, () =>
        disney().generateInFirstFreeSlot(anOfferData(), 2, from),
      );

      expect(refusal.longest?.days ?? 0).toBe(from === '2024-12-31' ? 1 : 0);
    },
  );

  it.each([0, -1, 1.5, 36_501])('is refused with a length of %d days', (length) => {
    expect(() => disney().generateInFirstFreeSlot(anOfferData(), length, '2021-01-01')).toThrow(
      InvalidLength,
    );
  });

  it('is refused from a day that does not exist', () => {
    expect(() => disney().generateInFirstFreeSlot(anOfferData(), 1, '2026-02-30')).toThrow(
      InvalidDate,
    );
  });

  it('L4: is refused with uncovered devices', () => {
    const offer = anOfferData({ devices: ['console'] });

    expect(() => disney().generateInFirstFreeSlot(offer, 1, '2021-01-01')).toThrow(
      DevicesNotLicensed,
    );
  });
});

describe('generating a price ladder', () => {
  const steps = [
    { name: 'HIGH', prices: prices('9.99'), days: 31 },
    { name: 'LOW', prices: prices('4.99'), days: 28 },
  ];

  it('adds consecutive offers in one change', () => {
    const license = aLicense();

    license.generateLadder('2026-01-01', steps, ['tv']);

    expect(addedBy(license.change)).toEqual([
      days('2026-01-01', '2026-01-31'),
      days('2026-02-01', '2026-02-28'),
    ]);
  });

  it('is all or nothing', () => {
    const existing = anOffer({ window: days('2026-02-28', '2026-03-31') });
    const license = aLicense({ offers: [existing] });

    const refusal = refusalOf(OfferOverlap, () =>
      license.generateLadder('2026-01-01', steps, ['tv']),
    );

    expect(refusal.offer.name).toBe('LOW');
    expect(license.timeline.offers).toEqual([existing]);
  });

  it('is refused with the nearest place for the whole run', () => {
    const existing = anOffer({ window: days('2026-02-28', '2026-03-31') });
    const license = aLicense({ offers: [existing] });

    const refusal = refusalOf(OfferOverlap, () =>
      license.generateLadder('2026-01-02', steps, ['tv']),
    );

    expect(refusal.alternatives?.fits.map((fit) => fit.toData())).toEqual([
      days('2026-04-01', '2026-05-29'),
    ]);
  });

  it('requires a step', () => {
    expect(() => aLicense().generateLadder('2026-01-01', [], ['tv'])).toThrow(EmptyLadder);
  });
});

describe('replacing an offer', () => {
  it('L5: is one change with the offers before and after', () => {
    const [before, after] = [anOffer(), anOffer(inJune)];
    const other = anOffer({ window: days('2026-03-01', '2026-03-31') });
    const license = aLicense({ offers: [before, other] });

    license.replace(before, after);

    expect(license.timeline.offers).toEqual([other, after]);
    expect(license.change).toEqual({
      kind: 'offer-replaced',
      before: before.toData(),
      after: after.toData(),
    });
  });

  it('may use the days of the replaced offer', () => {
    const before = anOffer(inJune);
    const after = anOffer({ window: days('2026-06-15', '2026-07-15') });
    const license = aLicense({ offers: [before] });

    license.replace(before, after);

    expect(license.timeline.offers).toEqual([after]);
  });

  it('has no effect if both are equal', () => {
    const offer = anOffer();
    const license = aLicense({ offers: [offer] });

    license.replace(offer, anOffer(offer.toData()));

    expect(license.change).toBeNull();
  });

  it.each([
    ['name', { name: 'other' }],
    ['price', { prices: prices('1') }],
    ['last day', { window: days('2026-02-01', '2026-02-27') }],
    ['devices', { devices: ['mobile'] }],
  ])('is refused if the license has the offer with another %s only', (_what, part) => {
    const offer = anOffer();
    const license = aLicense({ offers: [anOffer({ ...offer.toData(), ...part })] });

    const refusal = refusalOf(OfferGone, () => license.replace(offer, anOffer(inJune)));

    expect(refusal.offer).toBe(offer);
  });

  it.each([
    ['L2', anOffer({ window: days('2026-12-31', '2027-01-01') }), OfferOutsideLicense],
    ['L3', anOffer({ window: days('2026-03-31', '2026-04-30') }), OfferOverlap],
    ['L4', anOffer({ devices: ['console'] }), DevicesNotLicensed],
  ])('%s: is refused, and the offer stays', (_rule, after, refusal) => {
    const [before, other] = [anOffer(), anOffer({ window: days('2026-03-01', '2026-03-31') })];
    const license = aLicense({ offers: [before, other] });

    expect(() => license.replace(before, after)).toThrow(refusal);
    expect(license.timeline.offers).toEqual([before, other]);
    expect(license.change).toBeNull();
  });

  it('suggests places that count the replaced offer’s days as free', () => {
    const before = anOffer(inJune);
    const other = anOffer({ window: days('2026-07-01', '2026-07-31') });
    const license = aLicense({ offers: [before, other] });

    const { alternatives } = refusalOf(OfferOverlap, () =>
      license.replace(before, anOffer({ window: days('2026-06-15', '2026-07-14') })),
    );

    expect(alternatives?.fits[0]?.toData()).toEqual(inJune.window);
  });
});

describe('withdrawing offers', () => {
  it('records the offers', () => {
    const license = disney();

    license.withdraw([STD_DSC, DSC]);

    expect(license.timeline.offers).toEqual([PREM]);
    expect(license.change).toEqual({
      kind: 'offers-withdrawn',
      offers: [STD_DSC, DSC].map(dataOf),
    });
  });

  it('has no effect without offers', () => {
    const license = disney();

    license.withdraw([]);

    expect(license.change).toBeNull();
  });

  it('is all or nothing: one missing offer refuses all', () => {
    const license = disney();
    const unknown = anOffer(inJune);

    const refusal = refusalOf(OfferGone, () => license.withdraw([DSC, unknown]));

    expect(refusal.offer).toBe(unknown);
    expect(license.timeline.offers).toHaveLength(3);
  });

  it('of an offer named twice can be undone', () => {
    const license = disney();
    license.withdraw([DSC, DSC]);
    const withdrawn = license.change;

    const offers = withdrawn?.kind === 'offers-withdrawn' ? withdrawn.offers : [];

    expect(offers).toEqual([DSC.toData()]);
  });
});

describe('amending', () => {
  it('records the details before and after', () => {
    const license = disney();
    const before = license.details.toData();
    const after = someDetails({ terms: { window: days('2019-01-01', null) } });

    license.amend(LicenseDetails.of(after));

    expect(license.details.toData()).toEqual(after);
    expect(license.change).toEqual({ kind: 'license-amended', before, after });
  });

  it('has no effect without differences', () => {
    const license = disney();

    license.amend(LicenseDetails.of(license.details.toData()));

    expect(license.change).toBeNull();
  });

  it.each([
    ['to the first day of the first offer', days('2021-01-01', '2024-12-31')],
    ['to the last day of the last offer', days('2019-01-01', '2023-09-08')],
    ['to both', days('2021-01-01', '2023-09-08')],
  ])('L6: may shrink the window %s', (_how, window) => {
    const license = disney();

    license.amend(amended(license, { window }));

    expect(license.window.toData()).toEqual(window);
  });

  it('L6: is refused with every stranded offer and its days', () => {
    const license = disney();

    const refusal = refusalOf(OffersStranded, () =>
      license.amend(amended(license, { window: days('2021-01-02', '2023-09-07') })),
    );

    expect(refusal.stranded).toEqual([
      {
        offer: DSC,
        outside: [DateRange.fromDays('2021-01-01', '2021-01-01')],
        missing: [],
        formats: [],
      },
      {
        offer: STD_DSC,
        outside: [DateRange.fromDays('2023-09-08', '2023-09-08')],
        missing: [],
        formats: [],
      },
    ]);
    expect(refusal.message).toBe('2 offers would no longer fit: DSC and STD_DSC.');
  });

  it('L6: is refused as a whole', () => {
    const license = disney();
    const details = license.details;

    expect(() =>
      license.amend(
        LicenseDetails.of({
          ...details.toData(),
          name: 'renamed',
          terms: someTerms({ window: days('2022-01-01', null) }),
        }),
      ),
    ).toThrow(OffersStranded);
    expect(license).toMatchObject({ details, change: null });
  });

  it('L6: is refused with terms extended just enough to cover every offer', () => {
    const license = disney();

    const { holding } = refusalOf(OffersStranded, () =>
      license.amend(amended(license, { window: days('2021-06-01', '2022-05-31') })),
    );

    expect(holding.terms.window.toData()).toEqual(days('2021-01-01', '2023-09-08'));
  });

  it('L6: is refused with the devices that would not be covered', () => {
    const offer = anOffer({ devices: ['tv', 'mobile'] });
    const license = aLicense({ offers: [offer, anOffer({ ...inJune, devices: ['tv'] })] });

    const refusal = refusalOf(OffersStranded, () =>
      license.amend(amended(license, { devices: ['tv', 'console'] })),
    );

    expect(refusal.stranded).toEqual([{ offer, outside: [], missing: ['mobile'], formats: [] }]);
    expect(refusal.holding.terms.devices).toEqual(['tv', 'mobile', 'console']);
  });

  it('L4: sells only formats of the license', () => {
    const license = aLicense({ terms: { formats: ['SD', 'HD'] } });
    const offer = anOffer({ prices: inFormats(['HD', 'UHD']) });

    expect(refusalOf(FormatsNotLicensed, () => license.generate([offer]))).toMatchObject({
      missing: ['UHD'],
      message: 'UHD is not licensed here. The license covers SD and HD.',
    });
    license.generate([
      anOffer({ prices: inFormats(['HD']) }),
      anOffer({ ...inJune, prices: inFormats(null) }),
    ]);
    expect(license.timeline.offers).toHaveLength(2);
  });

  it('L6: is refused with the formats that would not be covered', () => {
    const offer = anOffer({ prices: inFormats(['SD', 'UHD']) });
    const license = aLicense({ offers: [offer, anOffer({ ...inJune, prices: inFormats(null) })] });

    const refusal = refusalOf(OffersStranded, () => {
      license.amend(amended(license, { formats: ['HD', 'UHD'] }));
    });

    expect(refusal.stranded).toEqual([{ offer, outside: [], missing: [], formats: ['SD'] }]);
    expect(refusal.holding.terms.formats).toEqual(['SD', 'HD', 'UHD']);
  });

  it('L6: may remove a device without offers', () => {
    const license = aLicense({ offers: [anOffer({ devices: ['tv'] })] });

    license.amend(amended(license, { devices: ['tv'] }));

    expect(license.details.terms.devices).toEqual(['tv']);
  });

  it('L6: closing an open window strands an open offer', () => {
    const offer = anOffer({ window: days('2026-06-01', null) });
    const license = aLicense({ terms: { window: days('2026-01-01', null) }, offers: [offer] });

    const refusal = refusalOf(OffersStranded, () =>
      license.amend(amended(license, { window: days('2026-01-01', '2099-12-31') })),
    );

    expect(refusal.stranded).toEqual([
      { offer, outside: [DateRange.of('2100-01-01', null)], missing: [], formats: [] },
    ]);
  });

  it('of rights type, territories, name and notes strands no offer', () => {
    const license = disney();

    const stranded = strandedBy(
      license,
      amended(license, { rightsType: 'AVOD', territories: ['JP'] }),
    );

    expect(stranded).toEqual([]);
  });
});

describe('a license', () => {
  it('makes one change at a time', () => {
    const license = disney();
    license.withdraw([DSC]);

    expect(() => license.withdraw([PREM])).toThrow('one change');
  });

  it('accepts another change after a refused one', () => {
    const license = disney();
    expect(() => license.generate([anOffer({ window: DSC.window.toData() })])).toThrow(
      OfferOverlap,
    );

    license.withdraw([DSC]);

    expect(license.timeline.offers).toEqual([PREM, STD_DSC]);
  });

  it.each<[string, LicenseChange]>([
    [
      'generation',
      {
        kind: 'offers-generated',
        offers: [anOfferData({ window: days('2019-01-01', '2019-01-31') })],
      },
    ],
    [
      'replacement',
      { kind: 'offer-replaced', before: DSC.toData(), after: { ...DSC.toData(), name: 'X' } },
    ],
    ['withdrawal', { kind: 'offers-withdrawn', offers: [PREM.toData()] }],
  ])('applies a proposed %s like its own command', (_kind, change) => {
    const license = disney();

    if (change.kind !== 'license-granted') license.perform(change);

    expect(license.change).toEqual(change);
  });

  it('applies a proposed amendment to its current details, whatever the proposal assumed', () => {
    const license = disney();
    const before = license.details.toData();
    const after = someDetails({ terms: before.terms });

    license.perform({ kind: 'license-amended', before: someDetails(), after });

    expect(license.change).toEqual({ kind: 'license-amended', before, after });
  });
});

describe('a license whose timeline is known only in part', () => {
  const near = DateRange.fromDays('2022-01-01', '2022-12-31');
  const partly = () =>
    License.reconstitute({
      id: anId(),
      contractId: anId(),
      version: 4,
      details: disney().details,
      timeline: Timeline.part([PREM], [near]),
      closing: null,
    });

  it('generates an offer on known days', () => {
    const license = partly();

    license.generate([anOffer({ window: days('2022-10-01', '2022-12-31') })]);

    expect(license.change?.kind).toBe('offers-generated');
  });

  it('refuses without suggesting places', () => {
    const refusal = refusalOf(OfferOverlap, () =>
      partly().generate([anOffer({ window: days('2022-09-30', '2022-10-31') })]),
    );

    expect(refusal.alternatives).toBeNull();
  });

  it('throws on days that were not read', () => {
    const license = partly();

    expect(() => license.generate([anOffer({ window: days('2022-12-31', '2023-01-01') })])).toThrow(
      'was not read',
    );
    expect(() => license.withdraw([DSC])).toThrow('was not read');
    expect(() => license.amend(amended(license, { devices: ['tv'] }))).toThrow('was not read');
  });

  it('amends details that affect no offer', () => {
    const license = partly();

    license.amend(amended(license, { territories: ['JP'], window: days('2019-01-01', null) }));

    expect(license.change?.kind).toBe('license-amended');
  });
});

function amended(license: License, terms: Partial<TermsData>): LicenseDetails {
  const data: LicenseDetailsData = license.details.toData();
  return LicenseDetails.of({ ...data, terms: { ...data.terms, ...terms } });
}

function addedBy(change: LicenseChange | null) {
  return change?.kind === 'offers-generated' ? change.offers.map(({ window }) => window) : [];
}

function dataOf(offer: Offer) {
  return offer.toData();
}

function rangeOf({ startsOn, endsOn }: DateRangeData): DateRange {
  return DateRange.of(startsOn, endsOn);
}
