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
  it('has no order and no duplicates', () => {
    expect(territorySet(['US', 'CA', 'US', 'AT'])).toEqual(['AT', 'CA', 'US']);
  });

  it('may be the whole world, which is 249 countries and Kosovo', () => {
    expect(territorySet(ALL_TERRITORIES)).toHaveLength(250);
  });

  it('is never empty', () => {
    expect(refusalOf(InvalidTerritories, () => territorySet([]))).toMatchObject({
      unknown: [],
      field: 'territories',
    });
  });

  it.each(['XX', 'us', 'USA', '', ' US', 'UK', 'EU'])('does not have “%s”', (code) => {
    expect(refusalOf(InvalidTerritories, () => territorySet(['US', code])).unknown).toEqual([code]);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(territorySet(['US']))).toBe(true);
  });
});

describe('a territory', () => {
  it('is kept by its number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL_TERRITORIES), (code) => {
        expect(territoryOfNumber(territoryNumber(code))).toBe(code);
      }),
    );
  });

  it('has a number of its own', () => {
    expect(new Set(ALL_TERRITORIES.map(territoryNumber)).size).toBe(250);
  });

  it('is Kosovo by the number that ISO 3166-1 leaves to its users', () => {
    expect(territorySet(['XK']).map(territoryNumber)).toEqual([983]);
    expect(territoryName('XK')).toBe('Kosovo');
  });

  it('is not found by a number no country has', () => {
    expect(() => territoryOfNumber(0)).toThrow(InvalidTerritories);
  });

  it('has a name, and what is none is called what it is', () => {
    expect([territoryName('JP'), territoryName('XX')]).toEqual(['Japan', 'XX']);
  });
});
