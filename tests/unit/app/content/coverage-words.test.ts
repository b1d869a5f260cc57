import { expect, test } from 'vitest';
import type { DateRangeData } from '../../../../src/domain/values/date-range';
import { coverageWords } from '../../../../app/content/coverage/coverage-words';
import { isoDate } from '../../../../src/domain/values/date-range';

const TODAY = isoDate('2026-06-15');

function span(start: string, end: string | null): DateRangeData {
  return { startsOn: start, endsOn: end };
}

test.each<[string, DateRangeData[], string, string | null]>([
  ['is over', [span('2026-01-01', '2026-06-15')], 'ended yesterday', 'attention'],
  ['has its last day today', [span('2026-01-01', '2026-06-16')], 'ends today', 'attention'],
  ['ends in 90 days', [span('2026-01-01', '2026-09-13')], 'ends in 89 days', 'attention'],
  ['ends later', [span('2026-01-01', '2026-09-14')], 'ends in 90 days', null],
  ['begins tomorrow', [span('2026-06-16', null)], 'starts tomorrow', 'upcoming'],
  ['has no end', [span('2026-06-15', null)], 'on offer, no end', 'on-offer'],
  [
    'has a gap from tomorrow',
    [span('2026-01-01', '2026-06-16'), span('2026-07-01', null)],
    'gap tomorrow',
    'attention',
  ],
  [
    'has a gap in more than 99 days',
    [span('2026-01-01', '2026-12-01'), span('2027-01-01', null)],
    'gap from 1 Dec 2026',
    null,
  ],
])('a title that %s', (_, coverage, words, mark) => {
  expect(coverageWords(coverage, TODAY)).toEqual({ words, mark });
});

test.each<[string, DateRangeData[], DateRangeData[], string]>([
  ['is taken down from today', [], [span('2026-06-15', null)], 'taken down'],
  ['has its last day down today', [], [span('2026-01-01', '2026-06-16')], 'taken down'],
  [
    'is down today and starts tomorrow',
    [span('2026-06-16', null)],
    [span('2026-01-01', '2026-06-16')],
    'starts tomorrow',
  ],
  [
    'is down from tomorrow',
    [span('2026-01-01', '2026-06-16')],
    [span('2026-06-16', null)],
    'ends today',
  ],
  ['is back since today', [], [span('2026-01-01', '2026-06-15')], 'not on offer'],
  ['is down in part', [span('2026-06-15', null)], [span('2026-01-01', null)], 'on offer, no end'],
])('a title that %s', (_, coverage, takenDown, words) => {
  expect(coverageWords(coverage, TODAY, takenDown).words).toBe(words);
});
