import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceLineData } from '../../../../src/domain/license/price-list';
import {
  AmountOrTier,
  FormatTwice,
  NoPrice,
  PriceForAll,
  PriceList,
  SeveralCurrencies,
  onePrice,
  priceSpan,
} from '../../../../src/domain/license/price-list';
import { FORMATS, InvalidFormats } from '../../../../src/domain/values/format';
import { NegativePrice } from '../../../../src/domain/values/money';
import { PRICE_KINDS, InvalidPriceKind } from '../../../../src/domain/values/price-kind';
import { InvalidText } from '../../../../src/domain/values/text';
import { refusalOf } from '../../../builders/refusal';

function line(format: string | null, minor: number, more: Partial<PriceLineData> = {}) {
  return { format, kind: 'WSP', amount: { minor, currency: 'USD' }, tier: null, ...more };
}

const TIER = line('SD', 0, { amount: null, tier: 'Tier 1' });

describe('a price list', () => {
  it.each<[string, readonly PriceLineData[], string, string]>([
    ['an amount', onePrice({ minor: 499, currency: 'USD' }), '$4.99', '$4.99'],
    ['a tier', [{ ...TIER, format: null }], 'Tier 1', 'Tier 1'],
    ['two formats', [line('SD', 499), line('HD', 1299)], 'SD $4.99, HD $12.99', '$4.99 – $12.99'],
    ['equal amounts', [line('SD', 499), line('HD', 499)], 'SD $4.99, HD $4.99', '$4.99'],
    ['a tier beside', [TIER, line('HD', 499)], 'SD Tier 1, HD $4.99', '$4.99, Tier 1'],
  ])('of %s in words', (_what, lines, words, span) => {
    expect(PriceList.of(lines).toString()).toBe(words);
    expect(priceSpan(lines)).toBe(span);
  });

  it('has its lines in the order of the formats, whatever order they came in', () => {
    const lines = [line('UHD', 3), TIER, line('HD', 2)];

    expect(PriceList.of(lines).toData()).toEqual([TIER, line('HD', 2), line('UHD', 3)]);
    expect(PriceList.of(lines).equals(PriceList.of([TIER, line('HD', 2), line('UHD', 3)]))).toBe(
      true,
    );
    expect(PriceList.of(lines).formats).toEqual(['SD', 'HD', 'UHD']);
  });

  it('for all formats has a price for each', () => {
    const list = PriceList.of([line(null, 499)]);

    expect(list.formats).toBeNull();
    expect(FORMATS.map((format) => list.lineFor(format)?.amount?.minor)).toEqual(
      FORMATS.map(() => 499),
    );
  });

  it('by format has no price for the others', () => {
    const list = PriceList.of([TIER, line('HD', 499)]);

    expect(list.lineFor('SD')?.tier).toBe('Tier 1');
    expect(list.lineFor('UHD')).toBeNull();
    expect(list.currency).toBe('USD');
    expect(PriceList.of([TIER]).currency).toBeNull();
  });

  it.each<[string, readonly PriceLineData[], new (...parts: never[]) => Error, readonly unknown[]]>(
    [
      ['nothing', [], NoPrice, []],
      ['two prices of one format', [line('HD', 1), line('HD', 2)], FormatTwice, ['prices', 1]],
      ['a price for all beside others', [line('HD', 1), line(null, 2)], PriceForAll, ['prices', 1]],
      [
        'two currencies',
        [line('SD', 1), line('HD', 1, { amount: { minor: 1, currency: 'EUR' } })],
        SeveralCurrencies,
        ['prices', 1],
      ],
      ['neither amount nor tier', [line('HD', 1, { amount: null })], AmountOrTier, ['prices', 0]],
      ['amount and tier', [line('HD', 1, { tier: 'Tier 1' })], AmountOrTier, ['prices', 0]],
      ['an unknown format', [line('4K', 1)], InvalidFormats, ['prices', 0]],
      ['an unknown kind', [line(null, 1, { kind: 'Tier' })], InvalidPriceKind, ['prices', 0]],
      ['a negative amount', [line('SD', 1), line('HD', -1)], NegativePrice, ['prices', 1]],
      ['a tier without a name', [{ ...TIER, tier: ' ' }], InvalidText, ['prices', 0]],
    ],
  )('cannot have %s', (_what, lines, refusal, part) => {
    expect(refusalOf(refusal, () => PriceList.of(lines))).toMatchObject({ part });
  });

  it('is equal exactly to a list with the same data', () => {
    const lists = fc
      .subarray([...FORMATS], { minLength: 1 })
      .chain((formats) =>
        fc.tuple(
          fc.constant(formats),
          fc.array(
            fc.tuple(fc.nat(2), fc.constantFrom(...Object.keys(PRICE_KINDS)), fc.boolean()),
            {
              minLength: formats.length,
              maxLength: formats.length,
            },
          ),
        ),
      )
      .map(([formats, values]) =>
        formats.map((format, at): PriceLineData => {
          const [minor, kind, isTier] = values[at] ?? [0, 'WSP', false];
          return isTier
            ? { format, kind, amount: null, tier: `Tier ${minor}` }
            : { format, kind, amount: { minor, currency: 'USD' }, tier: null };
        }),
      );
    fc.assert(
      fc.property(lists, lists, (some, others) => {
        const [one, other] = [PriceList.of(some), PriceList.of(others)];
        expect(one.equals(other)).toBe(JSON.stringify(some) === JSON.stringify(others));
        expect(PriceList.of(one.toData()).equals(one)).toBe(true);
      }),
    );
  });
});
