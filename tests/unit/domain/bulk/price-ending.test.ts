import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { PriceRounding } from '../../../../src/domain/bulk/price-ending';
import { changedAmount, ENDINGS } from '../../../../src/domain/bulk/price-ending';
import { CURRENCIES, Money, minorDigits } from '../../../../src/domain/values/money';

const percent = (hundredths: number) => ({ kind: 'percent', hundredths }) as const;
const usd = (text: string) => Money.parse(text, 'USD');
const ending = (parts: Partial<PriceRounding> = {}): PriceRounding => ({
  ...{ ending: '99', to: 'nearest', withoutHundredths: 'refuse' },
  ...parts,
});

describe('a price changed by a percentage', () => {
  it.each([
    ['8.99', 500, '9.44'],
    ['8.99', -500, '8.54'],
    ['0.01', 5000, '0.02'],
    ['0.01', 4900, '0.01'],
    ['4.99', 0, '4.99'],
    ['4.99', -10_000, '0.00'],
  ])('%s by %i hundredths of a percent is %s', (before, hundredths, after) => {
    expect(changedAmount(usd(before), percent(hundredths), null).toString()).toBe(`$${after}`);
  });

  it.each([
    ['8.99', 500, 'nearest', '8.99'],
    ['8.99', 500, 'up', '9.99'],
    ['8.99', 700, 'nearest', '9.99'],
    ['9.99', 0, 'up', '9.99'],
    ['0.20', 0, 'nearest', '0.99'],
    ['0.49', 0, 'nearest', '0.99'],
    ['9.49', 0, 'nearest', '9.99'],
  ] as const)('%s by %i, rounded to %s .99, is %s', (before, hundredths, to, after) => {
    const price = changedAmount(usd(before), percent(hundredths), ending({ to }));
    expect(price.toString()).toBe(`$${after}`);
  });

  it('has the ending in a currency with thousandths', () => {
    expect(changedAmount(Money.parse('1.250', 'KWD'), percent(0), ending()).toString()).toBe(
      'KWD 0.990',
    );
  });

  it('is refused an ending in a currency without hundredths, or rounded to whole units', () => {
    const yen = Money.parse('550', 'JPY');
    expect(() => changedAmount(yen, percent(500), ending())).toThrow(
      expect.objectContaining({ code: 'no-hundredths', currency: 'JPY' }),
    );
    const whole = ending({ withoutHundredths: 'whole', to: 'up' });
    expect(changedAmount(yen, percent(510), whole).toString()).toBe('¥579');
    expect(changedAmount(yen, percent(500), ending({ ending: '00' })).toString()).toBe('¥578');
  });

  it('is not negative', () => {
    expect(() => changedAmount(usd('4.99'), percent(-10_100), null)).toThrow(
      expect.objectContaining({ code: 'negative-price' }),
    );
    expect(() => changedAmount(usd('4.99'), percent(-10_100), ending())).toThrow(
      expect.objectContaining({ code: 'negative-price' }),
    );
  });

  it.each([100_001, -100_001, 0.5])('is refused for %s hundredths', (hundredths) => {
    expect(() => changedAmount(usd('4.99'), percent(hundredths), null)).toThrow(
      expect.objectContaining({ code: 'change-too-large' }),
    );
  });
});

describe('a price changed by an amount', () => {
  it('goes up and down', () => {
    const by = (minor: number) => ({ kind: 'amount', minor, currency: 'USD' }) as const;
    expect(changedAmount(usd('4.99'), by(100), null).toString()).toBe('$5.99');
    expect(changedAmount(usd('4.99'), by(-100), null).toString()).toBe('$3.99');
  });

  it('is refused in another currency', () => {
    const by = { kind: 'amount', minor: 100, currency: 'EUR' } as const;
    expect(() => changedAmount(usd('4.99'), by, null)).toThrow(
      expect.objectContaining({ code: 'other-currency', currency: 'USD', wanted: 'EUR' }),
    );
  });
});

it('every rounded price has its ending, is within one unit of the exact one, and up is never below it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CURRENCIES),
      fc.nat(1_000_000),
      fc.integer({ min: -9_999, max: 20_000 }),
      fc.constantFrom(...ENDINGS),
      fc.constantFrom('nearest' as const, 'up' as const),
      (currency, minor, hundredths, tail, to) => {
        const rounding = { ending: tail, to, withoutHundredths: 'whole' } as const;
        const after = changedAmount(Money.of(minor, currency), percent(hundredths), rounding);
        const exact = (minor * (10_000 + hundredths)) / 10_000;
        const digits = minorDigits(currency);
        const unit = 10 ** digits;
        expect(after.minor % unit).toBe(digits < 2 ? 0 : Number(tail) * 10 ** (digits - 2));
        expect(Math.abs(after.minor - exact)).toBeLessThanOrEqual(unit);
        if (to === 'up')
          expect(after.minor).toBeGreaterThanOrEqual(Math.floor(exact * 1000) / 1000);
      },
    ),
  );
});
