import { describe, expect, it } from 'vitest';
import type { TermsData } from '../../../../src/domain/license/terms';
import { InvalidDate, InvalidDateRange } from '../../../../src/domain/values/date-range';
import { InvalidFormats } from '../../../../src/domain/values/format';
import { InvalidLanguages } from '../../../../src/domain/values/languages';
import { InvalidDevices } from '../../../../src/domain/values/device';
import { LicenseDetails } from '../../../../src/domain/license/license-details';
import { InvalidRightsType, RIGHTS_TYPES } from '../../../../src/domain/values/rights-type';
import { Terms } from '../../../../src/domain/license/terms';
import { InvalidTerritories } from '../../../../src/domain/values/territory';
import { InvalidText } from '../../../../src/domain/values/text';
import { days, someDetails, someTerms } from '../../../builders/license-builders';
import { refusalOf } from '../../../builders/refusal';

describe('terms', () => {
  it('can be converted to plain data and back, with sets in order', () => {
    const terms = Terms.of(
      someTerms({
        territories: ['US', 'CA', 'US'],
        devices: ['mobile', 'tv'],
        formats: ['UHD', 'HD', 'UHD'],
        languages: { allowed: ['fr', 'DE'], heldBack: [] },
      }),
    );

    expect(terms.toData()).toEqual(
      someTerms({
        territories: ['CA', 'US'],
        devices: ['tv', 'mobile'],
        formats: ['HD', 'UHD'],
        languages: { allowed: ['de', 'fr'], heldBack: [] },
      }),
    );
  });

  it('are equal for any order of their sets', () => {
    const [one, other] = [
      ['US', 'CA'],
      ['CA', 'US', 'CA'],
    ].map((territories) => Terms.of(someTerms({ territories })));

    expect(one).toEqual(other);
  });

  it.each<Partial<TermsData>>([
    { rightsType: 'AVOD' },
    { territories: ['CA'] },
    { devices: ['tv'] },
    { formats: ['HD', 'UHD'] },
    { languages: { allowed: ['fr'], heldBack: [] } },
    { languages: { allowed: null, heldBack: ['fr'] } },
    { exclusive: true },
    { window: days('2026-01-01', '2026-12-30') },
    { window: days('2026-01-01', null) },
  ])('differ with %o', (part) => {
    expect(Terms.of(someTerms()).equals(Terms.of(someTerms(part)))).toBe(false);
  });

  it.each(Object.keys(RIGHTS_TYPES))('may be for %s', (rightsType) => {
    expect(Terms.of(someTerms({ rightsType })).rightsType).toBe(rightsType);
  });

  it.each(['', 'svod', 'DVD', 'toString', '__proto__'])(
    'are refused with the rights type “%s”',
    (rightsType) => {
      const refusal = refusalOf(InvalidRightsType, () => Terms.of(someTerms({ rightsType })));

      expect(refusal).toMatchObject({ text: rightsType, field: 'rightsType' });
    },
  );

  it.each([
    ['L1', { window: { startsOn: '2026-01-02', endsOn: '2026-01-01' } }, InvalidDateRange],
    [
      'a day that does not exist',
      { window: { startsOn: '2026-02-30', endsOn: null } },
      InvalidDate,
    ],
    ['no territory', { territories: [] }, InvalidTerritories],
    ['an unknown territory', { territories: ['XX'] }, InvalidTerritories],
    ['no device', { devices: [] }, InvalidDevices],
    ['an unknown device', { devices: ['fridge'] }, InvalidDevices],
    ['no format', { formats: [] }, InvalidFormats],
    ['an unknown format', { formats: ['8K'] }, InvalidFormats],
    ['an unknown language', { languages: { allowed: ['jp'], heldBack: [] } }, InvalidLanguages],
  ])('are refused with %s', (_rule, part, refusal) => {
    expect(() => Terms.of(someTerms(part))).toThrow(refusal);
  });
});

describe('the details of a license', () => {
  it('can be converted to plain data and back, with normalized texts', () => {
    const details = LicenseDetails.of(someDetails({ name: ' DSC ', notes: 'a\r\nb ' }));

    expect(details.toData()).toMatchObject({ name: 'DSC', notes: 'a\nb' });
  });

  it('are equal when name, notes and terms are', () => {
    const data = someDetails();

    expect(LicenseDetails.of(data).equals(LicenseDetails.of({ ...data }))).toBe(true);
  });

  it.each([{ name: 'Other' }, { notes: 'Other' }, { terms: someTerms({ rightsType: 'FAST' }) }])(
    'are different with %o',
    (part) => {
      const data = someDetails();

      expect(LicenseDetails.of(data).equals(LicenseDetails.of({ ...data, ...part }))).toBe(false);
    },
  );

  it('require a name', () => {
    expect(() => LicenseDetails.of(someDetails({ name: ' ' }))).toThrow(InvalidText);
  });
});
