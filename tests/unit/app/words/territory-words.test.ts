import { describe, expect, it } from 'vitest';
import { territoryWords } from '../../../../app/words/territory-words';
import { ALL_TERRITORIES, territoryName } from '../../../../src/domain/values/territory';

const without = (...codes: string[]) => ALL_TERRITORIES.filter((code) => !codes.includes(code));

describe('territories are named', () => {
  it.each([
    [['JP'], 'JP', 'Japan'],
    [['CA', 'US'], 'CA, US', 'Canada, United States'],
    [['CA', 'MX', 'US'], 'CA, MX +1', 'Canada, Mexico, United States'],
    [ALL_TERRITORIES, 'Worldwide', 'All territories'],
    [without('JP'), 'All but JP', 'All territories but Japan'],
    [
      without('US', 'JP', 'CA'),
      'All but CA, JP, US',
      'All territories but Canada, Japan, United States',
    ],
  ])('by what is shorter: %#', (codes, short, long) => {
    expect(territoryWords(codes)).toEqual({ short, long });
  });

  it('by the first of them when more than a few are missing', () => {
    const { short, long } = territoryWords(without('AD', 'JP', 'US', 'CA'));
    expect(short).toBe(`AE, AF +${ALL_TERRITORIES.length - 6}`);
    expect(long).toMatch(/^United Arab Emirates, Afghanistan, .* and \d+ more$/);
    expect(long.split(', ')).toHaveLength(20);
  });

  it('by name, and more of them, where there is room', () => {
    const words = { named: 3, called: territoryName };
    expect(territoryWords(['CA', 'JP', 'MX', 'US'], words).short).toBe('Canada, Japan, Mexico +1');
    expect(territoryWords(without('JP'), words).short).toBe('All but Japan');
  });
});
