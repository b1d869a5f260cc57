import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { PriceLineData } from '../../../../src/domain/license/price-list';
import { typedLadder, typedPrices } from '../../../../app/price-plans/typed-ladder';
import { PriceList } from '../../../../src/domain/license/price-list';
import { FORMATS } from '../../../../src/domain/values/format';
import { PRICE_KINDS } from '../../../../src/domain/values/price-kind';
import { readPrices } from '../../../../src/wire/forms/ladder';
import { newPlanInput } from '../../../../src/wire/forms/price-plan';
import { anId, prices } from '../../../builders/license-builders';

const kinds = fc.constantFrom(...Object.keys(PRICE_KINDS));
/** Names that look like something else: formats, kinds, amounts, several prices. */
const tiers = fc
  .array(
    fc.constantFrom(
      'Tier',
      'HD',
      'sd',
      'All',
      'SRP',
      'WSP',
      'USD',
      '4.99',
      ',',
      ';',
      'New, HD x',
      '1',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(' '));
const priced = fc.oneof(
  fc.nat(100_000).map((minor) => ({ amount: { minor, currency: 'USD' }, tier: null })),
  tiers.map((tier) => ({ amount: null, tier })),
);
const lists: fc.Arbitrary<readonly PriceLineData[]> = fc.oneof(
  fc
    .record({ kind: kinds, price: priced })
    .map(({ kind, price }) => [{ format: null, kind, ...price }]),
  fc
    .uniqueArray(fc.record({ format: fc.constantFrom(...FORMATS), kind: kinds, price: priced }), {
      selector: ({ format }) => format,
      minLength: 1,
    })
    .map((lines) => lines.map(({ format, kind, price }) => ({ format, kind, ...price }))),
);

describe('prices as a form has them', () => {
  it.each<[string, readonly PriceLineData[]]>([
    ['4.99', prices('4.99')],
    [
      'SD 4.99, HD 5.00 SRP',
      [
        { format: 'SD', kind: 'WSP', amount: { minor: 499, currency: 'USD' }, tier: null },
        { format: 'HD', kind: 'SRP', amount: { minor: 500, currency: 'USD' }, tier: null },
      ],
    ],
    ['500', prices('500', 'JPY')],
    ['All HD New', [{ format: null, kind: 'WSP', amount: null, tier: 'HD New' }]],
    ['My SRP WSP', [{ format: null, kind: 'WSP', amount: null, tier: 'My SRP' }]],
    ['', [{ format: null, kind: 'WSP', amount: null, tier: '4 stars' }]],
  ])('%s', (text, lines) => {
    expect(typedPrices(lines, 'WSP')).toBe(text);
  });

  it('are read as what they were, or have to be typed anew', () => {
    let written = 0;
    let runs = 0;
    fc.assert(
      fc.property(lists, kinds, (lines, kind) => {
        const text = typedPrices(lines, kind);
        runs += 1;
        if (text === '') return;
        written += 1;
        expect(readPrices(text, 'USD', kind)).toEqual(PriceList.of(lines).toData());
      }),
    );
    // Odd names are rarer than others here, too.
    expect(written).toBeGreaterThan(runs / 6);
  });
});

describe('a ladder as a form has it', () => {
  const steps = [
    { name: 'Launch', prices: prices('4.99', 'EUR'), days: 30 },
    { name: 'Catalog', prices: prices('2.99', 'EUR'), months: 2 },
    { name: 'Rest', prices: prices('0.99', 'EUR'), days: null },
  ];

  it('is what its codec reads it as', () => {
    const typed = typedLadder(steps, 'USD');
    const plan = { pricePlanId: anId(), name: 'Library' };

    expect(typed.currency).toBe('EUR');
    expect(newPlanInput.parse({ ...plan, ...typed })).toEqual({ ...plan, steps });
  });

  it('keeps the currency of the form where all prices are tiers', () => {
    const tier = { format: null, kind: 'SRP', amount: null, tier: 'Tier 1' };

    expect(typedLadder([{ name: 'A', prices: [tier], days: 1 }], 'EUR')).toEqual({
      ...{ currency: 'EUR', priceKind: 'SRP' },
      steps: [{ name: 'A', price: 'Tier 1', length: '1', unit: 'days' }],
    });
  });
});
