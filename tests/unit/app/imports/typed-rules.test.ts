import { describe, expect, it } from 'vitest';
import type { ImportRules } from '../../../../src/domain/avails/import-rules';
import { changeRulesInput, type TypedRules } from '../../../../src/wire/forms/import';
import { rebasedPrices, rebasedRules, typedRules } from '../../../../app/imports/rules/typed-rules';

const RULES: ImportRules = {
  endDates: 'exclusive',
  sameDayHandover: 'refuse',
  reductions: 'split',
  formats: 'best-format',
  licenses: 'existing',
  currency: 'EUR',
  devices: ['tv', 'mobile'],
  contract: 'HBR-2027-001',
  licensees: { 'Gull & Gannet': false, 'Tern Street': true },
  prices: { 'Tier 1': { minor: 499, currency: 'EUR' }, 'Tier 9': { minor: 550, currency: 'JPY' } },
};

const DECISION = { importId: '0190b7a4-5b1c-7c50-a6cf-0a5f3c3b7a11', revision: 2 };

function read(rules: ReturnType<typeof typedRules>) {
  return changeRulesInput.safeParse({ ...DECISION, rules });
}

describe('rules in their form', () => {
  it('come back as they are, whatever is asked for besides', () => {
    expect(read(typedRules(RULES, [])).data?.rules).toEqual(RULES);
    expect(read(typedRules(RULES, ['Tier 2'])).data?.rules).toEqual(RULES);
    expect(read(typedRules({ ...RULES, contract: null }, [])).data?.rules.contract).toBeNull();
  });

  it('ask for each price once, those that are not known first and in the currency of blank cells', () => {
    const { prices } = typedRules(RULES, ['Tier 2', 'Tier 1']);
    expect(prices.map(({ key }) => key)).toEqual(['Tier 2', 'Tier 1', 'Tier 9']);
    expect(prices[0]).toEqual({ key: 'Tier 2', amount: '', currency: 'EUR' });
    expect(prices[2]).toEqual({ key: 'Tier 9', amount: '550', currency: 'JPY' });
  });

  it('take the price that is typed', () => {
    const typed = typedRules(RULES, ['Tier 2']);
    const prices = priced(typed, 'Tier 2', '3.99', 'USD');
    expect(read({ ...typed, prices }).data?.rules.prices['Tier 2']).toEqual({
      minor: 399,
      currency: 'USD',
    });
  });

  it('are refused at the fields that are wrong', () => {
    const typed = typedRules(RULES, ['Tier 2', 'Tier 3']);
    const prices = priced(typed, 'Tier 3', 'four');
    const wrong = { ...typed, prices, devices: [], currency: 'XYZ', contract: 'x'.repeat(500) };
    const { error } = read(wrong);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'rules.currency',
      'rules.devices',
      'rules.contract',
      'rules.prices.1.amount',
    ]);
  });
});

describe('rules that were typed before the rules changed', () => {
  const initial = typedRules(RULES, ['Tier 2', 'Tier 3']);

  it('keep what was typed, and take the rest as it is now', () => {
    const values = {
      ...initial,
      endDates: 'inclusive' as const,
      devices: ['tv'],
      prices: priced(initial, 'Tier 2', '3.99'),
    };
    const now = typedRules(
      {
        ...RULES,
        formats: 'refuse',
        contract: 'HBR-2027-002',
        prices: { ...RULES.prices, 'Tier 1': { minor: 599, currency: 'EUR' } },
      },
      ['Tier 2', 'Tier 3'],
    );
    expect(rebasedRules({ initial, values }, now)).toEqual({
      ...now,
      endDates: 'inclusive',
      devices: ['tv'],
      prices: priced(now, 'Tier 2', '3.99'),
    });
    expect(rebasedRules({ initial, values: initial }, now)).toEqual(now);
  });

  it('keep the price of a key wherever it stands now, and no price of a key that is gone', () => {
    const values = { prices: priced(initial, 'Tier 3', '2.99', 'JPY') };
    const now = typedRules({ ...RULES, prices: {} }, ['Tier 3', 'Tier 4']);
    expect(rebasedPrices({ initial, values }, now)).toEqual([
      { key: 'Tier 3', amount: '2.99', currency: 'JPY' },
      { key: 'Tier 4', amount: '', currency: 'EUR' },
    ]);
    expect(rebasedPrices({ initial, values }, { prices: [] })).toEqual([]);
  });
});

/** The prices of rules with one typed anew. */
function priced({ prices }: TypedRules, key: string, amount: string, currency = 'EUR') {
  return prices.map((price) => (price.key === key ? { key, amount, currency } : price));
}
