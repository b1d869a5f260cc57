import { describe, expect, it } from 'vitest';
import type { StepInput } from '../../../src/wire/forms/ladder';
import type { NewPlanInput } from '../../../src/wire/forms/price-plan';
import { PriceForAll, FormatTwice } from '../../../src/domain/license/price-list';
import { readPrices } from '../../../src/wire/forms/ladder';
import { newPlanInput, revisedPlanInput } from '../../../src/wire/forms/price-plan';
import { anId } from '../../builders/license-builders';

const amount = (format: string | null, minor: number, kind = 'WSP') => ({
  ...{ format, kind, amount: { minor, currency: 'USD' }, tier: null },
});
const tier = (format: string | null, name: string, kind = 'WSP') => ({
  ...{ format, kind, amount: null, tier: name },
});

describe('the prices of a step are read from text:', () => {
  it.each<[string, readonly object[]]>([
    ['4.99', [amount(null, 499)]],
    [' 4.99 ', [amount(null, 499)]],
    ['Tier 1', [tier(null, 'Tier 1')]],
    ['SD 4.99, HD 5.99', [amount('SD', 499), amount('HD', 599)]],
    ['hd 5.99; sd 4.99', [amount('SD', 499), amount('HD', 599)]],
    ['SD 4.99, 3DUHD Tier 9', [amount('SD', 499), tier('3DUHD', 'Tier 9')]],
    ['4.99 SRP', [amount(null, 499, 'SRP')]],
    ['SD Tier 1, HD Tier 2 SRP', [tier('SD', 'Tier 1'), tier('HD', 'Tier 2', 'SRP')]],
    ['All HD New', [tier(null, 'HD New')]],
    ['HD New', [tier('HD', 'New')]],
  ])('%s', (text, lines) => {
    expect(readPrices(text, 'USD', 'WSP')).toEqual(lines);
  });

  it.each<[string, new (...parts: never[]) => Error]>([
    ['SD 4.99, SD 5.99', FormatTwice],
    ['All 4.99, HD 5.99', PriceForAll],
  ])('but not %s', (text, refusal) => {
    expect(() => readPrices(text, 'USD', 'WSP')).toThrow(refusal);
  });
});

describe('a price plan as its form has it', () => {
  const step: StepInput = { name: 'Launch', price: '4.99', length: '30', unit: 'days' };
  const typed = (...steps: Partial<StepInput>[]): NewPlanInput => ({
    ...{ pricePlanId: anId(), name: ' Library ', currency: 'USD', priceKind: 'WSP' },
    steps: steps.map((parts) => ({ ...step, ...parts })),
  });

  it('is read with its lengths', () => {
    const input = typed({}, { length: '2', unit: 'months' }, { length: '', unit: 'rest' });
    const prices = [amount(null, 499)];

    expect(newPlanInput.parse(input)).toEqual({
      ...{ pricePlanId: input.pricePlanId, name: 'Library' },
      steps: [
        { name: 'Launch', prices, days: 30 },
        { name: 'Launch', prices, months: 2 },
        { name: 'Launch', prices, days: null },
      ],
    });
    expect(revisedPlanInput.parse({ ...input, revision: 3 })).toMatchObject({ revision: 3 });
    expect(revisedPlanInput.safeParse({ ...input, revision: 0 }).success).toBe(false);
  });

  it.each<[string, NewPlanInput, string, string]>([
    ['name', { ...typed({}), name: ' ' }, 'name', 'A price plan’s name cannot be empty.'],
    ['step’s name', typed({ name: '' }), 'steps.0.name', 'A step’s name cannot be empty.'],
    ['price', typed({}, { price: '4.999' }), 'steps.1.price', 'decimals'],
    ['length', typed({ length: 'x' }), 'steps.0.length', 'Enter a whole number of days.'],
    [
      'length in months',
      typed({ length: 'x', unit: 'months' }),
      'steps.0.length',
      'Enter a whole number of months.',
    ],
    ['months', typed({ length: '1201', unit: 'months' }), 'steps.0.length', 'at most 1,200'],
    ['days', typed({ length: '36501' }), 'steps.0.length', 'at most 36,500'],
    ['open step', typed({ unit: 'rest' }, {}), 'steps.0.unit', 'Only the last step'],
    ['kind of price', { ...typed({}), priceKind: '' }, 'priceKind', 'Choose a kind of price.'],
    ['steps', typed(), 'steps', 'at least one step'],
  ])('is refused at its %s', (_what, input, path, message) => {
    const issues = newPlanInput.safeParse(input).error?.issues ?? [];

    expect([...new Set(issues.map((issue) => issue.path.join('.')))]).toEqual([path]);
    expect(issues[0]?.message).toContain(message);
  });
});
