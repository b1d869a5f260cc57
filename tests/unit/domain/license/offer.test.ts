import { describe, expect, it } from 'vitest';
import type { OfferData } from '../../../../src/domain/license/offer';
import { DateRange, InvalidDate, InvalidDateRange } from '../../../../src/domain/values/date-range';
import { InvalidDevices } from '../../../../src/domain/values/device';
import { NegativePrice, UnknownCurrency } from '../../../../src/domain/values/money';
import { InvalidLength, Offer, lengthInDays } from '../../../../src/domain/license/offer';
import { InvalidText } from '../../../../src/domain/values/text';
import { anOffer, anOfferData, days, prices } from '../../../builders/license-builders';
import { onePrice } from '../../../../src/domain/license/price-list';

describe('an offer', () => {
  it('L5: equals every other with the same data', () => {
    const data = anOfferData({ devices: ['tv', 'mobile'] });

    expect(Offer.of(data).equals(Offer.of({ ...data, devices: ['mobile', 'tv', 'tv'] }))).toBe(
      true,
    );
  });

  it.each<Partial<OfferData>>([
    { name: 'Other' },
    { prices: prices('5') },
    { prices: prices('4.99', 'EUR') },
    { window: days('2026-02-01', '2026-02-27') },
    { window: days('2026-02-02', '2026-02-28') },
    { window: days('2026-02-01', null) },
    { devices: ['mobile'] },
    { devices: ['tv', 'mobile'] },
  ])('L5: differs from another with %o', (part) => {
    const data = anOfferData();

    expect(Offer.of(data).equals(Offer.of({ ...data, ...part }))).toBe(false);
  });

  it('can be converted to plain data and back', () => {
    const data = anOfferData({ window: days('2026-02-01', null) });

    expect(Offer.of(data).toData()).toEqual(data);
  });

  it('is immutable', () => {
    expect(Object.isFrozen(anOffer())).toBe(true);
  });

  it('in another window differs only in its window', () => {
    const offer = anOffer();
    const window = DateRange.of('2027-01-01', null);

    expect(offer.at(window).toData()).toEqual({ ...offer.toData(), window: window.toData() });
  });

  it('may be free', () => {
    expect(anOffer({ prices: prices('0') }).prices.lines[0]?.amount?.minor).toBe(0);
  });

  it.each<[string, Partial<OfferData>, new (...parts: never[]) => Error]>([
    ['no name', { name: '' }, InvalidText],
    ['a negative price', { prices: onePrice({ minor: -1, currency: 'USD' }) }, NegativePrice],
    ['an unknown currency', { prices: onePrice({ minor: 1, currency: 'ABC' }) }, UnknownCurrency],
    ['L1', { window: { startsOn: '2026-01-02', endsOn: '2026-01-02' } }, InvalidDateRange],
    [
      'a day that does not exist',
      { window: { startsOn: '2026-02-30', endsOn: null } },
      InvalidDate,
    ],
    ['no device', { devices: [] }, InvalidDevices],
  ])('is refused with %s', (_rule, part, refusal) => {
    expect(() => anOffer(part)).toThrow(refusal);
  });
});

describe('a length', () => {
  it.each([1, 36_500])('may be %i days', (length) => {
    expect(lengthInDays(length)).toBe(length);
  });

  it.each([0, -1, 36_501, 1.5, NaN, Infinity])('cannot be %d days', (length) => {
    expect(() => lengthInDays(length)).toThrow(InvalidLength);
  });
});
