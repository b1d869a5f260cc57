import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../../src/domain/errors';
import { readCellPrice, typedCellPrice } from '../../../../src/domain/price-table/price-cell';
import { refusalOf } from '../../../builders/refusal';

describe('what is typed into a cell of a price table', () => {
  it.each([
    ['14.99', 'USD', 1499],
    [' $14.99 ', 'USD', 1499],
    ['C$14.99', 'CAD', 1499],
    ['14.99 CAD', 'CAD', 1499],
    ['1,299.00', 'USD', 129_900],
    ['¥550', 'JPY', 550],
    ['0', 'EUR', 0],
    ['–', 'USD', 'not-sold'],
    ['Not sold', 'USD', 'not-sold'],
    ['same', 'USD', 'same'],
    ['  ', 'USD', 'same'],
  ])('is read: “%s” in %s', (text, currency, price) => {
    expect(readCellPrice(text, currency)).toBe(price);
  });

  it.each([
    ['4,99', 'USD', 'Enter the price like 4.99.'],
    ['€4.99', 'USD', 'Enter the price like 4.99.'],
    ['soon', 'USD', 'Enter the price like 4.99.'],
    ['-5', 'USD', 'A price cannot be negative; 0 is free.'],
    ['550.5', 'JPY', 'JPY has no decimals. Enter 550.5 as a whole number.'],
    ['1.999', 'EUR', 'EUR has 2 decimals; 1.999 has more.'],
    ['99999999999', 'USD', 'The price is too large. The maximum is 21474836.47.'],
  ])('is refused in a sentence: “%s” in %s', (text, currency, sentence) => {
    expect(refusalOf(DomainError, () => readCellPrice(text, currency)).message).toBe(sentence);
  });

  it.each([1499, 0, 'not-sold', 'same'] as const)('is read as it is shown: %s', (price) => {
    expect(readCellPrice(typedCellPrice(price, 'USD'), 'USD')).toBe(price);
  });
});
