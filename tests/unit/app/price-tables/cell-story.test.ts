import { expect, it } from 'vitest';
import { cellStory, missingWords } from '../../../../app/price-tables/cell-story';
import { Prices } from '../../../../src/domain/price-table/prices';
import { anEdit, inCanada } from '../../../builders/price-table-builders';

const general = { ...anEdit(), price: 1499 };
const canada = { ...inCanada(), startsOn: '2026-07-01', price: 1699 };
const stored = Prices.of([general, canada]);

it.each([
  [
    'what it is by itself, since the day it says so',
    canada,
    '2027-01-01',
    'C$16.99 since 1 Jul 2026.',
  ],
  [
    'what it has from the cell for all',
    anEdit({ format: 'UHD' }),
    '2027-01-01',
    'Same as for all: $14.99.',
  ],
  ['that it has no amount yet', canada, '2026-03-01', 'No amount yet; 12 titles wait.'],
])('a cell says %s', (_, cell, day, words) => {
  expect(cellStory(cell, day, { stored, prices: stored, waiting: 12 })).toBe(words);
});

it('a cell says what it will be once it is saved', () => {
  const day = '2027-01-01';
  const edited = (price: number | 'not-sold' | 'same') =>
    cellStory(canada, day, {
      ...{ stored, waiting: 0 },
      prices: stored.with([stored.editTo(canada, day, price)]),
    });

  expect(edited(1999)).toBe('C$16.99 since 1 Jul 2026. From 1 Jan 2027: C$19.99, not saved.');
  expect(edited('same')).toBe(
    'C$16.99 since 1 Jul 2026. From 1 Jan 2027: Same as for all, not saved.',
  );
  expect(edited(1699)).toBe('C$16.99 since 1 Jul 2026.');
});

it.each([
  [3, 0, 'No title waits for them yet.'],
  [3, 2, /^Titles wait for 2 of them\./],
  [3, 3, /^Titles wait for them\./],
])('of %i missing amounts %i are waited for', (missing, waitedFor, words) => {
  expect(missingWords(missing, waitedFor)).toMatch(words);
});
