import { describe, expect, it } from 'vitest';
import type { ImportRules } from '../../../../src/domain/avails/import-rules';
import { importRules } from '../../../../src/domain/avails/import-rules';
import { changeRulesInput } from '../../../../src/wire/forms/import';
import { rebasedRules, typedRules } from '../../../../app/imports/rules/typed-rules';

const RULES: ImportRules = {
  endDates: 'exclusive',
  sameDayHandover: 'refuse',
  reductions: 'split',
  licenses: 'existing',
  currency: 'EUR',
  devices: ['tv', 'mobile'],
  contract: 'HBR-2027-001',
  licensees: { 'Gull & Gannet': false, 'Tern Street': true },
};

const DECISION = { importId: '0190b7a4-5b1c-7c50-a6cf-0a5f3c3b7a11', revision: 2 };

function read(rules: ReturnType<typeof typedRules>) {
  return changeRulesInput.safeParse({ ...DECISION, rules });
}

describe('rules in their form', () => {
  it('come back as they are', () => {
    expect(read(typedRules(RULES)).data?.rules).toEqual(RULES);
    expect(read(typedRules({ ...RULES, contract: null })).data?.rules.contract).toBeNull();
  });

  it('are refused at the fields that are wrong', () => {
    const typed = typedRules(RULES);
    const wrong = { ...typed, devices: [], currency: 'XYZ', contract: 'x'.repeat(500) };
    const { error } = read(wrong);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'rules.currency',
      'rules.devices',
      'rules.contract',
    ]);
  });

  it('are those that are rules still, of what an earlier release stored', () => {
    const stored = {
      ...RULES,
      formats: 'refuse',
      prices: { 'Tier 1': { minor: 1, currency: 'USD' } },
    };
    expect(importRules(stored)).toEqual(RULES);
  });
});

describe('rules that were typed before the rules changed', () => {
  it('keep what was typed, and take the rest as it is now', () => {
    const initial = typedRules(RULES);
    const values = { ...initial, endDates: 'inclusive' as const, devices: ['tv'] };
    const now = typedRules({ ...RULES, reductions: 'refuse', contract: 'HBR-2027-002' });
    expect(rebasedRules({ initial, values }, now)).toEqual({
      ...now,
      endDates: 'inclusive',
      devices: ['tv'],
    });
    expect(rebasedRules({ initial, values: initial }, now)).toEqual(now);
  });
});
