import { expect, it } from 'vitest';
import { isoDate } from '../../../../src/domain/values/date-range';
import { closedWords } from '../../../../app/licenses/next-change-words';

const TODAY = isoDate('2026-06-10');
const ended = { kind: 'ended', reason: 'Rights reverted' } as const;

it.each([
  ['2026-06-09', 'Ended 2 days ago'],
  ['2026-06-10', 'Ended yesterday'],
  ['2026-06-11', 'Ends today'],
  ['2026-06-12', 'Ends tomorrow'],
  ['2027-07-01', 'Ends 30 Jun 2027'],
])('a license that ended early, with %s as the day after its last', (endsOn, words) => {
  expect(closedWords(ended, { startsOn: '2026-01-01', endsOn }, TODAY)).toBe(words);
});

it('a void license is void on all days', () => {
  const closing = { kind: 'void', reason: 'Granted twice' } as const;
  const window = { startsOn: '2026-01-01', endsOn: '2026-02-01' };
  expect(closedWords(closing, window, TODAY)).toBe('Void');
});
