import { describe, expect, it } from 'vitest';
import {
  FORMATS,
  InvalidFormats,
  format,
  formatNumber,
  formatOfNumber,
  formatSet,
  sharedFormats,
} from '../../../../src/domain/values/format';
import { refusalOf } from '../../../builders/refusal';

describe('a set of formats', () => {
  it('ignores order and duplicates', () => {
    expect(formatSet(['UHD', 'SD', 'UHD'])).toEqual(['SD', 'UHD']);
  });

  it('is never empty', () => {
    expect(refusalOf(InvalidFormats, () => formatSet([]))).toMatchObject({
      unknown: [],
      field: 'formats',
    });
  });

  it.each(['hd', '4K', '', ' SD'])('does not accept “%s”', (code) => {
    expect(refusalOf(InvalidFormats, () => formatSet(['SD', code])).unknown).toEqual([code]);
    expect(refusalOf(InvalidFormats, () => format(code)).unknown).toEqual([code]);
  });

  it('is immutable', () => {
    expect(Object.isFrozen(formatSet(['SD']))).toBe(true);
  });

  it('shares with another what both have; all is everything', () => {
    expect(sharedFormats(['SD', 'HD'], ['HD', 'UHD'])).toEqual(['HD']);
    expect(sharedFormats(['SD'], ['HD'])).toEqual([]);
    expect(sharedFormats(null, ['HD'])).toEqual(['HD']);
    expect(sharedFormats(['HD'], null)).toEqual(['HD']);
    expect(sharedFormats(null, null)).toBeNull();
  });
});

describe('a format', () => {
  it.each(FORMATS)('is stored by its number: %s', (one) => {
    expect(formatOfNumber(formatNumber(one))).toBe(one);
  });

  it.each([0, 8])('is none that has the number %s', (number) => {
    expect(refusalOf(InvalidFormats, () => formatOfNumber(number)).unknown).toEqual([
      String(number),
    ]);
  });
});
