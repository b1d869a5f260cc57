import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  InvalidIdentifier,
  TooManyIdentifiers,
  eidr,
  identifierSet,
  isan,
  otherSpellings,
} from '../../../../src/domain/content/identifier';
import { InvalidText } from '../../../../src/domain/values/text';
import { runs } from '../../../builders/effort';
import { refusalOf } from '../../../builders/refusal';

/** Examples of real titles and edits, published by the registry, the metadata standard and schema.org. */
const PUBLISHED = [
  ...['10.5240/7791-8534-2C23-9030-8610-5', '10.5240/1489-49A2-3956-4B2D-FE16-5'],
  ...['10.5240/EA73-79D7-1B2B-B378-3A73-M', '10.5240/7EC7-228A-510A-053E-CBB8-J'],
  ...['10.5240/1F2A-E1C5-680A-14C6-E76B-I', '10.5240/8A35-3BEE-6497-5D12-9E4F-3'],
  ...['10.5240/B752-5B47-DBBE-E5D4-5A3F-N', '10.5240/0196-4177-FF62-A346-D0F6-Z'],
];

const PREFIX = '10.5240/';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CHARACTERS = Array.from(ALPHABET);
const DIGITS = CHARACTERS.slice(0, 16);

const hexadecimals = fc
  .array(fc.constantFrom(...DIGITS), { minLength: 20, maxLength: 20 })
  .map((digits) => digits.join(''));

describe('an EIDR', () => {
  it.each(PUBLISHED)('%s is valid for the product and by the standard', (published) => {
    expect(eidr(published)).toBe(published);
    expect(keepsTheStandard(bare(published))).toBe(true);
  });

  it.each([
    '10.5240/7791-8534-2C23-9030-8610-5',
    '10.5240/7791-8534-2c23-9030-8610-5',
    '7791-8534-2C23-9030-8610-5',
    '779185342C23903086105',
    'doi:10.5240/7791-8534-2C23-9030-8610-5',
    'DOI:10.5240/7791-8534-2C23-9030-8610-5',
    'https://doi.org/10.5240/7791-8534-2C23-9030-8610-5',
    'http://dx.doi.org/10.5240/7791-8534-2C23-9030-8610-5',
    'urn:eidr:10.5240:7791-8534-2C23-9030-8610-5',
    'eidr-s:7791-8534-2C23-9030-8610-5',
    'EIDR-S:7791-8534-2C23-9030-8610-5',
    'urn:doi:10.5240:7791-8534-2C23-9030-8610-5',
    'URN:DOI:10.5240/7791-8534-2c23-9030-8610-5',
    '10-5240-7791-8534-2C23-9030-8610-5',
    'FHh3kYU0LCOQMIYQ',
  ])('is accepted as %s', (spelling) => {
    expect(eidr(spelling)).toBe('10.5240/7791-8534-2C23-9030-8610-5');
  });

  it.each([
    ['of another registry', '10.1000/7791-8534-2C23-9030-8610-5'],
    ['without a check character', '10.5240/7791-8534-2C23-9030-8610'],
    ['of a digit too many', '10.5240/7791-8534-2C23-9030-86100-5'],
    ['with a letter that is not a digit', '10.5240/G791-8534-2C23-9030-8610-5'],
    ['with more after it', '10.5240/7791-8534-2C23-9030-8610-5/edit'],
    ['of nothing but a prefix', '10.5240/'],
  ])('%s is refused', (_what, text) => {
    expect(refusalOf(InvalidIdentifier, () => eidr(text))).toMatchObject({
      field: 'identifiers',
      text,
    });
  });

  it('has exactly one valid check character, that of the standard', () => {
    fc.assert(
      fc.property(hexadecimals, (digits) => {
        const taken = CHARACTERS.filter((check) => isTaken(digits + check));
        expect(taken).toEqual(CHARACTERS.filter((check) => keepsTheStandard(digits + check)));
        expect(taken).toHaveLength(1);
      }),
      { numRuns: runs(200) },
    );
  });

  it('is refused with any single wrong digit', () => {
    fc.assert(
      fc.property(hexadecimals, fc.nat(19), (digits, at) => {
        const right = withCheck(digits);
        const changed = DIGITS.filter((digit) => digit !== right[at]).map(
          (digit) => right.slice(0, at) + digit + right.slice(at + 1),
        );
        expect(changed.filter(isTaken)).toEqual([]);
      }),
      { numRuns: runs(1_000) },
    );
  });

  /**
   * Mod 37,36 misses 15 of 4,320 swaps: a digit and the next smaller one, after digits whose result is 19 minus the greater
   * one.
   */
  it('is refused with any two neighbors swapped that the standard detects, nearly all', () => {
    let [swaps, missed] = [0, 0];
    fc.assert(
      fc.property(hexadecimals, (digits) => {
        const right = withCheck(digits);
        for (let at = 0; at < 19; at += 1) {
          const [first = '', second = ''] = right.slice(at, at + 2);
          if (first === second) continue;
          const swapped = right.slice(0, at) + second + first + right.slice(at + 2);
          swaps += 1;
          if (isTaken(swapped)) missed += 1;
          expect(isTaken(swapped)).toBe(keepsTheStandard(swapped));
        }
      }),
      { numRuns: runs(1_000) },
    );
    expect(missed / swaps).toBeLessThan(0.01);
  });
});

describe('an IMDb id', () => {
  it.each(['tt0111161', 'TT0111161', 'https://www.imdb.com/title/tt0111161/?ref_=1'])(
    'is one, however it is spelled: %s',
    (value) => {
      expect(identifierSet([{ scheme: 'imdb', value }])).toEqual([
        { scheme: 'imdb', value: 'tt0111161' },
      ]);
    },
  );
});

describe('an ISAN', () => {
  it.each([
    '0000-0000-3A8D-0000-Z-0000-0000-6',
    '0000-0000-3a8d-0000-z-0000-0000-6',
    'ISAN 0000-0000-3A8D-0000-Z-0000-0000-6',
    'ISAN: 0000 0000 3A8D 0000 Z 0000 0000 6',
    'urn:isan:0000-0000-3A8D-0000-Z-0000-0000-6',
    '000000003A8D0000Z000000006',
    '0000-0000-3A8D-0000-0000-0000',
  ])('is valid in any form: %s', (value) => {
    expect(identifierSet([{ scheme: 'isan', value }])).toEqual([
      { scheme: 'isan', value: '0000-0000-3A8D-0000-Z-0000-0000-6' },
    ]);
  });

  it.each([
    ['0000-0001-8947-0000-8-0000-0000-D', '0000-0001-8947-0000-8-0000-0000-D'],
    ['1881-66C7-3420-6541-Y-9F3A-0245-O', '1881-66C7-3420-6541-Y-9F3A-0245-O'],
    ['0000-0000-D07A-0090-Q-0000-0000-X', '0000-0000-D07A-0090-Q-0000-0000-X'],
    ['0000-0000-3A8D-0000-Z', '0000-0000-3A8D-0000-Z'],
    ['000000003A8D0000', '0000-0000-3A8D-0000-Z'],
  ])('%s is %s', (text, canonical) => {
    expect(isan(text)).toBe(canonical);
  });

  it.each(['0000-0000-3A8D-0000-Z-0000-0000-6', 'FHh3kYU0LCOQMIYQ', 'TT0111161'])(
    'is found by any spelling: %s',
    (text) => {
      expect(otherSpellings(text)).toHaveLength(1);
      expect(otherSpellings(`${text}!`)).toEqual([]);
    },
  );
});

describe('the identifiers of a title', () => {
  it('are in scheme order, unique, in canonical form', () => {
    const identifiers = identifierSet([
      { scheme: 'other', value: 'b' },
      { scheme: 'eidr', value: 'eidr-s:7791-8534-2c23-9030-8610-5' },
      { scheme: 'other', value: 'a' },
      { scheme: 'house', value: ' MV-001 ' },
      { scheme: 'eidr', value: '10.5240/7791-8534-2C23-9030-8610-5' },
    ]);

    expect(identifiers).toEqual([
      { scheme: 'house', value: 'MV-001' },
      { scheme: 'eidr', value: '10.5240/7791-8534-2C23-9030-8610-5' },
      { scheme: 'other', value: 'a' },
      { scheme: 'other', value: 'b' },
    ]);
  });

  it('may be empty', () => {
    expect(identifierSet([])).toEqual([]);
  });

  it('are immutable', () => {
    const identifiers = identifierSet([{ scheme: 'house', value: 'MV-001' }]);

    expect([identifiers, ...identifiers].map(Object.isFrozen)).toEqual([true, true]);
  });

  it('are at most twenty', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ scheme: 'other', value: String(index) }));

    expect(identifierSet(many(20))).toHaveLength(20);
    expect(() => identifierSet(many(21))).toThrow(TooManyIdentifiers);
  });

  it.each([
    ['alid', 'md:alid:org:EXAMPLE:1'],
    ['isan', '0000-0000-3A8D-0000-Z-0000-0000-6'],
    ['imdb', 'tt0111161'],
    ['imdb', 'tt1234567890'],
    ['other', 'shelf 7, left'],
    ['alid', 'x'.repeat(500)],
  ])('accept the %s %s', (scheme, value) => {
    expect(identifierSet([{ scheme, value }])).toEqual([{ scheme, value }]);
  });

  it.each<[string, string, new (...parts: never[]) => Error]>([
    ['upc', '036000291452', InvalidIdentifier],
    ['toString', 'x', InvalidIdentifier],
    ['', 'x', InvalidIdentifier],
    ['alid', 'md:alid:org: EXAMPLE', InvalidIdentifier],
    ['imdb', '0111161', InvalidIdentifier],
    ['imdb', 'tt011116', InvalidIdentifier],
    ['imdb', 'tt01111610000', InvalidIdentifier],
    ['eidr', '10.5240/7791-8534-2C23-9030-8610-6', InvalidIdentifier],
    ['house', ' ', InvalidText],
    ['house', 'x'.repeat(501), InvalidText],
    ['isan', '0000-0000-3A8D-0000-X-0000-0000-6', InvalidIdentifier],
    ['isan', '0000-0000-3A8D-0000-Z-0000-0000-7', InvalidIdentifier],
    ['isan', '0000-0000-3A8D-0000-Z-0000-0000-66', InvalidIdentifier],
    ['isan', 'shelf 7', InvalidIdentifier],
    ['other', 'a\u0000b', InvalidText],
  ])('are refused with the %s “%s”', (scheme, value, expected) => {
    const refusal = refusalOf<Error>(expected, () => identifierSet([{ scheme, value }]));

    expect(refusal).toMatchObject({ field: 'identifiers' });
  });
});

function bare(canonical: string): string {
  return canonical.slice(PREFIX.length).replaceAll('-', '');
}

function isTaken(text: string): boolean {
  try {
    return bare(eidr(text)) === text;
  } catch (refusal) {
    if (refusal instanceof InvalidIdentifier) return false;
    throw refusal;
  }
}

function withCheck(digits: string): string {
  const check = CHARACTERS.find((character) => keepsTheStandard(digits + character));
  return `${digits}${check ?? ''}`;
}

/**
 * ISO 7064 Mod 37,36 as the standard defines it, on the whole string with its check character: with P₁ = 36, Sⱼ = Pⱼ + aⱼ
 * and Pⱼ₊₁ = 2 · (Sⱼ mod 36, or 36 instead of 0) mod 37, the last S is 1 modulo 36.
 */
function keepsTheStandard(text: string): boolean {
  const sum = (at: number): number => product(at) + ALPHABET.indexOf(text.charAt(at));
  const product = (at: number): number =>
    at === 0 ? 36 : (2 * (((sum(at - 1) - 1) % 36) + 1)) % 37;
  return sum(text.length - 1) % 36 === 1;
}
