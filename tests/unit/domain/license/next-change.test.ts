import { expect, it } from 'vitest';
import type { NextChange } from '../../../../src/domain/license/history/next-change';
import { DateRange, isoDate } from '../../../../src/domain/values/date-range';
import { nextChange } from '../../../../src/domain/license/history/next-change';

const year = DateRange.fromDays('2026-01-01', '2026-12-31');
const open = DateRange.of('2026-01-01', null);
const march = DateRange.fromDays('2026-03-01', '2026-03-31');
const april = DateRange.fromDays('2026-04-01', '2026-04-30');
const december = DateRange.fromDays('2026-12-01', '2026-12-31');
const fromMarch = DateRange.of('2026-03-01', null);

it.each<[string, DateRange, DateRange[], string, NextChange['kind'], string | null]>([
  ['it starts', year, [march], '2025-12-31', 'starts', '2026-01-01'],
  ['its first offer starts', year, [march], '2026-01-01', 'offer-starts', '2026-03-01'],
  [
    'its next offer starts the day after a gap',
    year,
    [march],
    '2026-02-28',
    'offer-starts',
    '2026-03-01',
  ],
  ['its price changes', year, [march, april], '2026-03-01', 'price', '2026-04-01'],
  [
    'its price changes, on the last day before',
    year,
    [march, april],
    '2026-03-31',
    'price',
    '2026-04-01',
  ],
  ['a gap begins', year, [march, december], '2026-03-31', 'gap', '2026-04-01'],
  ['a gap begins and nothing follows', open, [march], '2026-03-31', 'gap', '2026-04-01'],
  ['it ends with its last offer', year, [december], '2026-12-31', 'ends', '2027-01-01'],
  ['it ends without an offer', year, [], '2026-06-01', 'ends', '2027-01-01'],
  ['it has ended', year, [], '2027-01-01', 'ended', '2027-01-01'],
  ['nothing happens to an open license without offers', open, [], '2026-06-01', 'none', null],
  ['nothing happens to an open offer', open, [fromMarch], '2026-06-01', 'none', null],
])('next, %s', (_what, window, ahead, today, kind, day) => {
  expect(nextChange(window, ahead, isoDate(today))).toEqual({ kind, day });
});
