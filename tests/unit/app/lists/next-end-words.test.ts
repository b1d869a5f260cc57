import { expect, it } from 'vitest';
import { nextEndWords } from '../../../../app/contracts/(list)/next-end-words';
import { isoDate } from '../../../../src/domain/values/date-range';

it.each([
  ['2026-12-05', 'ends in 4 days'],
  ['2026-12-01', 'ends today'],
  ['2030-12-01', 'ends 30 Nov 2030'],
])('a license until %s, exclusive, %s', (end, words) => {
  expect(nextEndWords(end, isoDate('2026-11-30'))).toBe(words);
});
