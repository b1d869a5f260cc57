import { describe, expect, it } from 'vitest';
import { MOVIE, checkOf, onlyEntry } from '../../../../builders/sheet-builders';

const CURRENCY = 'AvailTrans/PriceCurrency';

/** Current and former ISO 4217 codes, from an independent list. */
const CODES: readonly string[] = Intl.supportedValuesOf('currency');

/** The remedy for a currency; `null` when it is accepted. */
function remedyFor(currency: string): string | null {
  const row = { ...MOVIE, 'AvailTrans/PriceValue': '5', [CURRENCY]: currency };
  const [problem] = checkOf([row]).problems;
  return problem?.remedy ?? null;
}

describe('the remedies for currencies', () => {
  it('name only currencies that are accepted', () => {
    const remedies = [...CODES, ...CODES.map((code) => code.toLowerCase())].map(remedyFor);
    const named = [...new Set(remedies.flatMap((remedy) => remedy?.match(/\b[A-Z]{3}\b/g) ?? []))];
    expect(named.length).toBeGreaterThan(140);
    expect(named.filter((code) => !CODES.includes(code))).toEqual([]);
    expect(named.filter((code) => remedyFor(code) !== null)).toEqual([]);
  });

  it.each([
    ['BGN', 'Enter the price in EUR.'],
    ['ANG', 'Enter the price in XCG.'],
    ['ang', 'Enter the price in XCG.'],
    ['usd', 'Enter USD.'],
    ['XTS', 'Enter the currency code, such as USD.'],
  ])('for %s: %s', (currency, remedy) => {
    expect(remedyFor(currency)).toBe(remedy);
  });
});

describe('an amount in a file', () => {
  it.each([
    ['500.00', 'JPY', 500],
    ['4.990', 'USD', 499],
    ['.99', 'USD', 99],
  ])('of %s %s is accepted', (text, currency, minor) => {
    const row = { ...MOVIE, 'AvailTrans/PriceValue': text, [CURRENCY]: currency };
    expect(onlyEntry(checkOf([row])).price.amount).toEqual({ minor, currency });
  });
});
