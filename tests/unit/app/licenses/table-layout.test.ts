import { describe, expect, it } from 'vitest';
import type { TimelineModel } from '../../../../app/timeline/model';
import { foldable, isSelectedAmong, rowsOf } from '../../../../app/licenses/offers/table-layout';
import { day } from '../timeline/examples';

/** A month of 2026 on offer in every other, seen from a day. */
function everyOther(months: number, today: string): TimelineModel {
  const first = (month: number) => day(`2026-${String(month).padStart(2, '0')}-01`);
  return {
    window: { start: first(1), end: day('2027-01-01') },
    offers: Array.from({ length: months }, (_, index) => ({
      ...{ name: `Offer ${index}`, prices: [], devices: [] },
      ...{ start: first(2 * index + 1), end: first(2 * index + 2) },
    })),
    today: day(today),
  };
}

describe('the table of offers', () => {
  it('folds what is over, up to the first row that is not', () => {
    const model = everyOther(5, '2026-06-15');
    const rows = rowsOf(model);

    expect(foldable(rows, model.today)).toBe(5);
    expect(rows[5]?.cell.kind).toBe('slot');
    expect(rows[5]?.cell.start).toBeLessThan(model.today);
  });

  it('folds nothing where little is over, or all', () => {
    for (const today of ['2026-03-15', '2027-03-01']) {
      const model = everyOther(5, today);
      expect(foldable(rowsOf(model), model.today)).toBe(0);
    }
  });

  it('knows whether the offer that is open is folded away', () => {
    const model = everyOther(5, '2026-06-15');
    const rows = rowsOf(model);

    expect(isSelectedAmong(rows, 5, day('2026-03-01'))).toBe(true);
    expect(isSelectedAmong(rows, 5, day('2026-07-01'))).toBe(false);
    expect(isSelectedAmong(rows, 5, null)).toBe(false);
  });
});
