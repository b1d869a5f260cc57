import { describe, expect, it } from 'vitest';
import {
  RATING_SYSTEM_NAMES,
  isUsualIn,
  ratingValues,
} from '../../../../src/domain/avails/vocabulary/rating-systems';
import {
  EUROPEAN_UNION,
  FORMAT_PROFILES,
  FREE_LICENSE_TYPES,
  LICENSE_TYPES,
  businessFamily,
  truth,
} from '../../../../src/domain/avails/vocabulary/vocabulary';
import { RIGHTS_TYPES } from '../../../../src/domain/values/rights-type';
import { territorySet } from '../../../../src/domain/values/territory';

describe('the vocabulary', () => {
  it.each(['yes', 'Y', 'TRUE', 't', '1'])('reads %s as yes', (text) => {
    expect(truth(text)).toBe(true);
  });

  it.each(['no', 'N', 'False', 'f', '0'])('reads %s as no', (text) => {
    expect(truth(text)).toBe(false);
  });

  it.each(['', 'maybe', 'constructor', '2'])('reads “%s” as neither', (text) => {
    expect(truth(text)).toBeNull();
  });

  it('has a business family for every right', () => {
    expect(
      Object.keys(RIGHTS_TYPES).map((type) => businessFamily(type as keyof typeof RIGHTS_TYPES)),
    ).toEqual([
      ...['transaction', 'transaction', 'transaction', 'transaction'],
      ...['subscription', 'free', 'free', 'free'],
    ]);
  });

  it('has our rights types for its license types, some of which need no price', () => {
    for (const type of Object.values(LICENSE_TYPES))
      expect(Object.keys(RIGHTS_TYPES)).toContain(type);
    expect(Object.keys(LICENSE_TYPES)).toEqual(expect.arrayContaining([...FREE_LICENSE_TYPES]));
  });

  it('has the 27 members of the European Union', () => {
    expect(territorySet(EUROPEAN_UNION)).toHaveLength(27);
  });

  it('lists the best format first', () => {
    expect(FORMAT_PROFILES[0]).toBe('UHD');
    expect(FORMAT_PROFILES.slice(-2)).toEqual(['HD', 'SD']);
    expect(FORMAT_PROFILES.slice(1, -2).every((format) => format.startsWith('3D'))).toBe(true);
  });
});

describe('rating systems', () => {
  it('are 95 with values', () => {
    expect(RATING_SYSTEM_NAMES).toHaveLength(95);
    for (const name of RATING_SYSTEM_NAMES) expect(ratingValues(name)?.length).toBeGreaterThan(0);
    expect(ratingValues('MPAA')).toEqual(['G', 'PG', 'M', 'GP', 'PG-13', 'R', 'NC-17', 'X']);
    expect(ratingValues('None')).toBeUndefined();
  });

  it('are used in some countries, and one in all', () => {
    expect(isUsualIn('FSK', ['FR', 'DE'])).toBe(true);
    expect(isUsualIn('FSK', ['FR'])).toBe(false);
    expect(isUsualIn('UNRATED', ['FR'])).toBe(true);
    expect(isUsualIn('None', ['FR'])).toBe(false);
  });
});
