import { describe, expect, it } from 'vitest';
import type { LicenseChange } from '../../../../../src/domain/license/license-change';
import type { TermsData } from '../../../../../src/domain/license/terms';
import {
  DateRange,
  InvalidDate,
  InvalidDateRange,
} from '../../../../../src/domain/values/date-range';
import { InvalidDevices } from '../../../../../src/domain/values/device';
import { License } from '../../../../../src/domain/license/license';
import {
  DevicesNotLicensed,
  OfferOutsideLicense,
  OfferOverlap,
} from '../../../../../src/domain/license/license-errors';
import { InvalidTerritories } from '../../../../../src/domain/values/territory';
import { Timeline } from '../../../../../src/domain/license/timeline';
import {
  anId,
  anOffer,
  anOfferData,
  days,
  someDetails,
} from '../../../../builders/license-builders';
import { refusalOf } from '../../../../builders/refusal';
import { DSC, PREM, STD_DSC, disney, amended } from './support-license';

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
