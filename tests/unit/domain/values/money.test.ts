import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CURRENCIES,
  InvalidPrice,
  MAX_AMOUNT,
  Money,
  NegativePrice,
  PriceTooFine,
  PriceTooLarge,
  UnknownCurrency,
  formatMoney,
  replacementOf,
  typedAmount,
} from '../../../../src/domain/values/money';
import { refusalOf } from '../../../builders/refusal';

describe('a withdrawn currency', () => {
  it.each([
    ['BGN', 'EUR', '1 Jan 2026'],
    ['ANG', 'XCG', '31 Mar 2025'],
    ['ZWL', 'ZWG', '8 Apr 2024'],
    ['HRK', 'EUR', '1 Jan 2023'],
    ['DEM', 'EUR', '1 Jan 2002'],
    ['bgn', 'EUR', '1 Jan 2026'],
  ])('%s is refused with its replacement and date', (text, replacement, day) => {
    expect(refusalOf(UnknownCurrency, () => Money.of(1, text)).message).toBe(
      `${text.toUpperCase()} is no longer valid: ${replacement} replaced it on ${day}.`,
    );
  });

  it('is in an independent list, and its replacement is in use', () => {
    const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });
    const withdrawn = threeLetters().filter((code) => replacementOf(code) !== null);
    expect(withdrawn).toHaveLength(39);
    expect(withdrawn.filter((code) => names.of(code) === undefined)).toEqual([]);
    expect(withdrawn.filter((code) => CURRENCIES.includes(code))).toEqual([]);
    expect(
      withdrawn.filter((code) => !CURRENCIES.includes(replacementOf(code)?.code ?? '')),
    ).toEqual([]);
  });
});

/** `AAA` to `ZZZ`. */
function threeLetters(): string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  return letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
}

describe('a typed amount', () => {
  it.each([
    ['9.99', 'USD', 999],
    ['9.9', 'USD', 990],
    ['9', 'USD', 900],
    ['0', 'USD', 0],
    ['0.00', 'USD', 0],
    ['0.01', 'USD', 1],
    ['007.50', 'EUR', 750],
    [' 4.99 ', 'USD', 499],
    ['550', 'JPY', 550],
    ['1.250', 'KWD', 1250],
    ['1.2', 'KWD', 1200],
    ['21474836.47', 'USD', MAX_AMOUNT],
    ['2147483647', 'JPY', MAX_AMOUNT],
    ['0.29', 'USD', 29],
    ['1.15', 'USD', 115],
    ['.99', 'USD', 99],
    ['5.', 'USD', 500],
    ['+4.99', 'USD', 499],
    ['4.990', 'USD', 499],
    ['9.00000', 'USD', 900],
    ['500.00', 'JPY', 500],
    ['10.', 'JPY', 10],
    ['1.2500', 'KWD', 1250],
  ])('of %s %s is %i minor units', (text, currency, minor) => {
    expect(Money.parse(text, currency).toData()).toEqual({ minor, currency });
  });

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['words', 'free'],
    ['an exponent', '1e3'],
    ['full-width digits', '１２'],
    ['Arabic digits', '٤٫٩٩'],
    ['a comma', '4,99'],
    ['groups', '1,000.00'],
    ['a sign of a currency', '$4.99'],
    ['two points', '1.2.3'],
    ['a point', '.'],
    ['a plus', '+'],
    ['two signs', '+-4.99'],
    ['a space within', '4 .99'],
    ['a hexadecimal number', '0x10'],
    ['no number', 'NaN'],
    ['infinity', 'Infinity'],
    ['a line', '4.99\n5'],
  ])('is refused if it is %s', (_what, text) => {
    expect(refusalOf(InvalidPrice, () => Money.parse(text, 'USD'))).toMatchObject({
      text,
      field: 'price',
    });
  });

  it.each(['-1', '-0.01', '−5', '-0'])('is refused if it is negative: %s', (text) => {
    expect(refusalOf(NegativePrice, () => Money.parse(text, 'USD')).field).toBe('price');
  });

  it.each([
    ['1.999', 'USD', 2],
    ['1.9901', 'USD', 2],
    ['10.5', 'JPY', 0],
    ['10.01', 'JPY', 0],
    ['1.2505', 'KWD', 3],
  ])('is refused if it has too many digits for the currency: %s %s', (text, currency, digits) => {
    expect(refusalOf(PriceTooFine, () => Money.parse(text, currency))).toMatchObject({
      text,
      currency,
      digits,
      field: 'price',
    });
  });

  it.each([
    ['21474836.48', 'USD', '21474836.47'],
    ['2147483648', 'JPY', '2147483647'],
    ['2147483.648', 'KWD', '2147483.647'],
    ['9'.repeat(400), 'USD', '21474836.47'],
  ])('is refused beyond the range of storage: %s %s', (text, currency, limit) => {
    const refusal = refusalOf(PriceTooLarge, () => Money.parse(text, currency));

    expect(refusal).toMatchObject({ limit, field: 'price' });
  });

  it.each(['', ' ', 'usd', 'XXX', 'US', 'USDD', 'toString'])(
    'is refused in no currency: “%s”',
    (currency) => {
      expect(refusalOf(UnknownCurrency, () => Money.parse('1', currency))).toMatchObject({
        text: currency,
        field: 'currency',
      });
    },
  );

  it('round-trips through the text of an input field', () => {
    fc.assert(
      fc.property(anyMoney, (money) => {
        expect(Money.parse(typedAmount(money), money.currency)).toEqual(money);
      }),
    );
  });

  it('is refused with a domain error only, for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = () => Money.parse(text, 'USD');
        expect([InvalidPrice, NegativePrice, PriceTooFine, PriceTooLarge, null]).toContain(
          classOfRefusal(reading),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an amount of minor units', () => {
  it.each([0, 1, MAX_AMOUNT])('may be %i', (minor) => {
    expect(Money.of(minor, 'USD').minor).toBe(minor);
  });

  it('cannot be negative', () => {
    expect(() => Money.of(-1, 'USD')).toThrow(NegativePrice);
  });

  it.each([MAX_AMOUNT + 1, Infinity])('cannot exceed the range of storage: %d', (minor) => {
    expect(() => Money.of(minor, 'USD')).toThrow(PriceTooLarge);
  });

  it.each([0.5, NaN])('cannot be a fraction: %d', (minor) => {
    expect(() => Money.of(minor, 'USD')).toThrow(InvalidPrice);
  });

  it('requires a known currency', () => {
    expect(() => Money.of(1, 'ABC')).toThrow(UnknownCurrency);
  });

  it('equals only the same amount in the same currency', () => {
    const price = Money.of(499, 'USD');

    expect(price.equals(Money.of(499, 'USD'))).toBe(true);
    expect(price.equals(Money.of(500, 'USD'))).toBe(false);
    expect(price.equals(Money.of(499, 'EUR'))).toBe(false);
  });

  it('is immutable', () => {
    expect(Object.isFrozen(Money.of(1, 'USD'))).toBe(true);
  });

  it.each([
    [499, 'USD', '$4.99'],
    [5, 'USD', '$0.05'],
    [0, 'USD', '$0.00'],
    [123456789, 'EUR', '€1,234,567.89'],
    [550, 'JPY', '¥550'],
    [0, 'JPY', '¥0'],
    [1250, 'KWD', 'KWD 1.250'],
    [1, 'KWD', 'KWD 0.001'],
    [100000, 'CHF', 'CHF 1,000.00'],
  ])('of %i %s is formatted as %s', (minor, currency, words) => {
    expect(formatMoney({ minor, currency })).toBe(words);
    expect(Money.of(minor, currency).toString()).toBe(words);
  });
});

describe('the currencies', () => {
  it('are unique three-letter codes, in order', () => {
    expect(CURRENCIES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
    expect(CURRENCIES).toEqual([...new Set(CURRENCIES)].sort());
  });
});

const anyMoney = fc
  .tuple(fc.integer({ min: 0, max: MAX_AMOUNT }), fc.constantFrom(...CURRENCIES))
  .map(([minor, currency]) => Money.of(minor, currency));

function classOfRefusal(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return (error as Error).constructor;
  }
}
