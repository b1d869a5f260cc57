import { describe, expect, it } from 'vitest';
import type { ImportRules } from '../../../../src/domain/avails/import-rules';
import { changeRulesInput } from '../../../../app/imports/import-input';
import { priceField } from '../../../../app/imports/rules/price-field';
import { typedRules, withPrice } from '../../../../app/imports/rules/typed-rules';

const RULES: ImportRules = {
  endDates: 'exclusive',
  sameDayHandover: 'refuse',
  reductions: 'split',
  formats: 'best-format',
  licenses: 'existing',
  currency: 'EUR',
  devices: ['tv', 'mobile'],
  contract: 'HBR-2027-001',
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
    const prices = withPrice(typed.prices, 'Tier 2', { amount: '3.99', currency: 'USD' });
    expect(read({ ...typed, prices }).data?.rules.prices['Tier 2']).toEqual({
      minor: 399,
      currency: 'USD',
    });
  });

  it('are refused at the fields that are wrong', () => {
    const typed = typedRules(RULES, ['Tier 2']);
    const prices = withPrice(typed.prices, 'Tier 2', { amount: 'four' });
    const wrong = { ...typed, prices, devices: [], currency: 'XYZ' };
    const { error } = read(wrong);
    expect(error?.issues.map(({ path }) => path.at(-1))).toEqual([
      'currency',
      'devices',
      priceField('Tier 2'),
    ]);
  });
});
