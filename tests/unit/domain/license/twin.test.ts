import { describe, expect, it } from 'vitest';
import type { TermsData } from '../../../../src/domain/license/terms';
import { grantTheSame } from '../../../../src/domain/license/twin';
import { days, someTerms } from '../../../builders/license-builders';

const GRANTED = someTerms({
  rightsType: 'TVOD',
  territories: ['CA', 'US'],
  devices: ['tv', 'mobile'],
  window: days('2026-01-01', '2026-12-31'),
});

describe('two licenses grant the same', () => {
  it.each<[string, Partial<TermsData>]>([
    ['equal rights', {}],
    [
      'fewer territories and days',
      { territories: ['US'], window: days('2026-03-01', '2026-03-31') },
    ],
    [
      'fewer formats and languages',
      { formats: ['HD'], languages: { allowed: ['fr'], heldBack: ['fr-CA'] } },
    ],
    [
      'more devices and days',
      { devices: ['tv', 'mobile', 'tablet'], window: days('2025-01-01', null) },
    ],
  ])('with %s', (_what, parts) => {
    expect(grantTheSame(GRANTED, { ...GRANTED, ...parts })).toBe(true);
    expect(grantTheSame({ ...GRANTED, ...parts }, GRANTED)).toBe(true);
  });

  it.each<[string, Partial<TermsData>]>([
    ['another rights type', { rightsType: 'SVOD' }],
    ['a territory more and a device fewer', { territories: ['CA', 'MX', 'US'], devices: ['tv'] }],
    ['other days', { window: days('2027-01-01', '2027-12-31') }],
    [
      'languages beside',
      { languages: { allowed: ['fr'], heldBack: [] }, window: days('2026-01-01', null) },
    ],
    ['formats beside', { formats: ['HD'], window: days('2026-01-01', null) }],
    ['days that only overlap', { window: days('2026-07-01', '2027-06-30') }],
  ])('but not with %s', (_what, parts) => {
    expect(grantTheSame(GRANTED, { ...GRANTED, ...parts })).toBe(false);
  });
});
