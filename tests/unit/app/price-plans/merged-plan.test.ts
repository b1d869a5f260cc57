import { describe, expect, it } from 'vitest';
import type { TypedPlanFields } from '../../../../app/price-plans/merged-plan';
import { mergedPlan } from '../../../../app/price-plans/merged-plan';

const step = { name: 'Launch', price: '4.99', length: '30', unit: 'days' as const };
const BASE: TypedPlanFields = { name: 'Library', currency: 'USD', priceKind: 'WSP', steps: [step] };
const named = (name: string) => ({ ...BASE, name });
const priced = (price: string) => ({ ...BASE, steps: [{ ...step, price }] });

describe('two changes of one price plan', () => {
  it('are both kept where they are of different parts', () => {
    expect(mergedPlan(BASE, named('Mine'), priced('9'))).toEqual({
      ...{ fields: { ...priced('9'), name: 'Mine' }, disputed: [], theirs: ['steps'] },
    });
    expect(mergedPlan(BASE, priced('9'), named('Theirs'))).toEqual({
      ...{ fields: { ...priced('9'), name: 'Theirs' }, disputed: [], theirs: ['name'] },
    });
  });

  it('dispute what both changed, and yours is kept until a person decides', () => {
    expect(mergedPlan(BASE, priced('8'), priced('9'))).toEqual({
      ...{ fields: priced('8'), disputed: ['steps'], theirs: ['steps'] },
    });
    expect(mergedPlan(BASE, named('Mine'), named('Theirs')).disputed).toEqual(['name']);
  });

  it('do not dispute what both changed to the same', () => {
    const { disputed, fields } = mergedPlan(BASE, named('Other '), named('Other'));

    expect([disputed, fields.name]).toEqual([[], 'Other ']);
  });

  it.each<[string, Partial<TypedPlanFields>]>([
    ['currency', { currency: 'EUR' }],
    ['kind of prices', { priceKind: 'SRP' }],
    ['length', { steps: [{ ...step, length: '31' }] }],
    ['unit', { steps: [{ ...step, unit: 'months' }] }],
    ['step’s name', { steps: [{ ...step, name: 'Start' }] }],
    ['number of steps', { steps: [step, step] }],
  ])('change the steps by their %s', (_what, part) => {
    const theirs = { ...BASE, ...part };

    expect(mergedPlan(BASE, BASE, theirs)).toEqual({
      ...{ fields: theirs, disputed: [], theirs: ['steps'] },
    });
  });

  it('are the same where only a length differs that counts for nothing', () => {
    const rest = (length: string) => ({
      ...BASE,
      steps: [{ ...step, unit: 'rest' as const, length }],
    });

    expect(mergedPlan(rest(''), rest('30'), rest('')).theirs).toEqual([]);
    expect(mergedPlan(rest(''), rest('30'), rest('60')).disputed).toEqual([]);
  });
});
