import { expect, it } from 'vitest';
import { InvalidPriceKind, PRICE_KINDS, priceKind } from '../../../../src/domain/values/price-kind';
import { refusalOf } from '../../../builders/refusal';

it.each(Object.keys(PRICE_KINDS))('%s is a kind of price', (code) => {
  expect(priceKind(code)).toBe(code);
});

it.each(['', 'wsp', 'Tier', 'toString'])('“%s” is no kind of price', (code) => {
  expect(refusalOf(InvalidPriceKind, () => priceKind(code))).toMatchObject({
    text: code,
    field: 'kind',
  });
});
