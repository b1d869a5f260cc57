import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL_TERRITORIES,
  InvalidTerritories,
  territoryName,
  territoryNumber,
  territoryOfNumber,
  territorySet,
} from '../../../../src/domain/values/territory';
import { refusalOf } from '../../../builders/refusal';

describe('a set of territories', () => {
  it('ignores order and duplicates', () => {
    expect(territorySet(['US', 'CA', 'US', 'AT'])).toEqual(['AT', 'CA', 'US']);
  });

  it('may be all territories: 249 countries and Kosovo', () => {
    expect(territorySet(ALL_TERRITORIES)).toHaveLength(250);
  });

  it('is never empty', () => {
    expect(refusalOf(InvalidTerritories, () => territorySet([]))).toMatchObject({
      unknown: [],
      field: 'territories',
    });
  });

  it.each(['XX', 'us', 'USA', '', ' US', 'UK', 'EU'])('does not accept “%s”', (code) => {
    expect(refusalOf(InvalidTerritories, () => territorySet(['US', code])).unknown).toEqual([code]);
  });

  it('is immutable', () => {
    expect(Object.isFrozen(territorySet(['US']))).toBe(true);
  });
});

describe('a territory', () => {
  it('is stored by its number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL_TERRITORIES), (code) => {
        expect(territoryOfNumber(territoryNumber(code))).toBe(code);
      }),
    );
  });

  it('has a unique number', () => {
    expect(new Set(ALL_TERRITORIES.map(territoryNumber)).size).toBe(250);
  });

  it('has a number in the user-assigned range for Kosovo', () => {
    expect(territorySet(['XK']).map(territoryNumber)).toEqual([983]);
    expect(territoryName('XK')).toBe('Kosovo');
  });

  it('is not found by an unknown number', () => {
    expect(() => territoryOfNumber(0)).toThrow(InvalidTerritories);
  });

  it('has a name, and an unknown code is shown as it is', () => {
    expect([territoryName('JP'), territoryName('XX')]).toEqual(['Japan', 'XX']);
  });
});
