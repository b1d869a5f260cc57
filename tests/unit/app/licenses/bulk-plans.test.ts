import { describe, expect, it } from 'vitest';
import type { BulkTyped } from '../../../../app/licenses/bulk/bulk-typed';
import { INITIAL, typedBulkPlan } from '../../../../app/licenses/bulk/bulk-typed';
import { causeWords, sendWords, wayOut } from '../../../../app/licenses/bulk/bulk-words';
import { bulkPlanInput } from '../../../../src/wire/forms/bulk';
import { anId } from '../../../builders/license-builders';

const id = anId();
const read = (parts: Partial<BulkTyped>) =>
  bulkPlanInput.safeParse(
    typedBulkPlan(
      { ...INITIAL, kind: 'price-plan', pricePlanId: id, revision: 3, ...parts },
      '2026-06-01',
    ),
  );

describe('a price plan in bulk as its form has it', () => {
  it.each([
    [{}, { at: 'license-start' }],
    [{ start: 'after-offers', startDay: '2026-01-01' }, { at: 'after-offers' }],
    [
      { start: 'day', startDay: '2026-07-01' },
      { at: 'day', day: '2026-07-01' },
    ],
  ])('is read: %o', (parts, start) => {
    expect(read(parts).data).toEqual({ kind: 'price-plan', pricePlanId: id, revision: 3, start });
  });

  it.each<[Partial<BulkTyped>, string]>([
    [{ pricePlanId: '' }, 'pricePlanId'],
    [{ start: 'day' }, 'startDay'],
    [{ start: 'soon' }, 'start'],
  ])('is refused with %o', (parts, path) => {
    expect(read(parts).error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  it('can begin after the offers that are in its way; a shift moves those', () => {
    expect(wayOut({ code: 'offer-overlap' }, 'price-plan')).toBe('after-offers');
    expect(wayOut({ code: 'offer-overlap' }, 'shift')).toBe('push');
    expect(wayOut({ code: 'offer-outside-license' }, 'price-plan')).toBeNull();
    expect(wayOut({ code: 'stale' }, 'price-plan')).toBe('take-latest');
  });

  it('has words for each of its causes, and for its button', () => {
    for (const code of ['no-day-for-last-step', 'no-day-after-offers', 'formats-not-licensed'])
      expect(causeWords(code)).not.toBe('Blocked by a rule');
    expect(sendWords('price-plan', null)).toBe('Apply plan');
  });
});
