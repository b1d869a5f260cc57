import { describe, expect, it } from 'vitest';
import type { WideSale } from '../../../../src/domain/price-table/offer-amounts';
import {
  amountsOn,
  amountSteps,
  amountSummary,
  amountsInWords,
} from '../../../../src/domain/price-table/offer-amounts';
import { Prices } from '../../../../src/domain/price-table/prices';
import { aTierLine, prices } from '../../../builders/license-builders';
import { anEdit, inCanada } from '../../../builders/price-table-builders';

const SALE: WideSale = { rightsType: 'EST', formats: null, territories: ['CA', 'MX', 'US'] };
const LINES = [aTierLine('Tier 1')];

describe('what an offer on a tier costs over time', () => {
  it('has a step where an amount changes in one of its territories, and only there', () => {
    const table = Prices.of([
      entry(anEdit()),
      entry(inCanada({ startsOn: '2026-03-01', price: 1699 })),
      entry(anEdit({ startsOn: '2026-04-01', tier: 'Tier 2' })),
      entry(anEdit({ startsOn: '2026-05-01', territory: 'JP', currency: 'JPY' })),
    ]);

    const steps = amountSteps(LINES, SALE, table);

    expect(steps.map(({ startsOn }) => startsOn)).toEqual([null, '2026-01-01', '2026-03-01']);
    expect(amountsOn(steps, '2026-02-28')).toEqual(steps[1]?.places);
    expect(amountsOn(steps, '2026-03-01')).toEqual(steps[2]?.places);
  });

  it('has no step where the offer says its amounts itself', () => {
    expect(amountSteps(prices('4.99'), SALE, Prices.of([entry(anEdit())]))).toEqual([]);
  });
});

describe('the prices of an offer in short', () => {
  const summary = (...cells: Parameters<typeof anEdit>[0][]) => {
    const table = Prices.of(cells.map((cell) => entry(anEdit(cell))));
    return amountSummary(LINES, amountsOn(amountSteps(LINES, SALE, table), '2026-06-01'));
  };

  it('are one amount where all territories pay the same', () => {
    expect(summary({})).toEqual({
      ...{ tiers: 'Tier 1', amounts: '$14.99', isMissing: false },
      details: ['CA, MX and US: Tier 1: $14.99'],
    });
  });

  it('are a range where they differ, with the amounts by territory', () => {
    expect(summary({}, { territory: 'MX', price: 999 })).toEqual({
      ...{ tiers: 'Tier 1', amounts: '$9.99 – $14.99', isMissing: false },
      details: ['CA and US: Tier 1: $14.99', 'MX: Tier 1: $9.99'],
    });
  });

  it('are named by currency in several', () => {
    expect(summary({}, { territory: 'CA', currency: 'CAD' }).amounts).toBe('$14.99, C$14.99');
  });

  it('say where an amount is missing', () => {
    expect(summary({ territory: 'US' })).toMatchObject({ amounts: '$14.99', isMissing: true });
    expect(summary()).toMatchObject({ tiers: 'Tier 1', amounts: '', isMissing: true });
  });

  it('are its own amounts without a tier', () => {
    expect(amountSummary(prices('4.99'), [])).toEqual({
      ...{ tiers: '', amounts: '$4.99', isMissing: false, details: [] },
    });
  });
});

it('amounts are ranges by currency, and of many currencies two are named', () => {
  const amounts = (...texts: readonly string[]) =>
    texts.map((text) => {
      const [minor = '', currency = ''] = text.split(' ');
      return { minor: Number(minor), currency };
    });
  expect(amountsInWords([])).toBe('');
  expect(amountsInWords(amounts('699 EUR', '499 USD', '549 EUR'))).toBe('€5.49 – €6.99, $4.99');
  expect(amountsInWords(amounts('499 USD', '549 EUR', '500 JPY'))).toBe('$4.99, €5.49, ¥500');
  expect(amountsInWords(amounts('499 USD', '549 EUR', '500 JPY', '399 GBP'))).toBe(
    '$4.99, €5.49 and 2 more currencies',
  );
});

function entry({ price, ...cell }: ReturnType<typeof anEdit>) {
  return { ...cell, price: price ?? 'same' };
}
