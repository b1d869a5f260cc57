import { describe, expect, it } from 'vitest';
import { DateRange } from '../../../../../src/domain/values/date-range';
import { LicenseDetails } from '../../../../../src/domain/license/license-details';
import {
  FormatsNotLicensed,
  OffersStranded,
} from '../../../../../src/domain/license/license-errors';
import { strandedBy } from '../../../../../src/domain/license/stranding';
import {
  aLicense,
  anOffer,
  days,
  inFormats,
  someDetails,
  someTerms,
} from '../../../../builders/license-builders';
import { refusalOf } from '../../../../builders/refusal';
import { inJune, DSC, STD_DSC, disney, amended } from './support-license';

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
