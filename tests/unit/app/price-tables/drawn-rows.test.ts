import { expect, it } from 'vitest';
import { drawnRows } from '../../../../app/price-tables/grid/use-drawn-rows';

const TOP = { top: 0, height: 720 };

it('all rows of a short table are drawn', () => {
  expect(drawnRows(60, 0, TOP)).toHaveLength(60);
  expect(drawnRows(0, -1, TOP)).toEqual([]);
});

it('of a long table those in view are drawn, and 12 on each side', () => {
  expect(drawnRows(1_600, 0, TOP)).toEqual([...Array(32).keys()]);
  const middle = drawnRows(1_600, 500, { top: 500 * 36, height: 720 });
  expect([middle[0], middle.at(-1), middle.length]).toEqual([488, 531, 44]);
  const end = drawnRows(1_600, 1_599, { top: 1_580 * 36, height: 720 });
  expect([end[0], end.at(-1)]).toEqual([1_568, 1_599]);
});

it('the marked row is drawn wherever the table is scrolled', () => {
  expect(drawnRows(1_600, 3, { top: 500 * 36, height: 720 }).slice(0, 2)).toEqual([3, 488]);
  expect(drawnRows(1_600, 1_599, TOP).slice(-2)).toEqual([31, 1_599]);
});
