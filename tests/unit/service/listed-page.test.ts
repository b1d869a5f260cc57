import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowKey } from '../../../src/service/listed-page';
import { pageOfList } from '../../../src/service/listed-page';
import { runs } from '../../builders/effort';

const byNumber = ([a]: RowKey, [b]: RowKey) => Number(a) - Number(b);
const pageOf = (rows: readonly number[], pageSize: number, cursor?: string) =>
  pageOfList(rows, { cursor, pageSize }, (row) => [row], byNumber);

describe('pages of a list that was worked out as a whole', () => {
  const lists = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 30 });
  const sorted = (rows: readonly number[]) => [...rows].sort((a, b) => a - b);

  it('have every row once, and lead back to where they came from', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 7 }), (some, size) => {
        const rows = sorted(some);
        const seen: number[] = [];
        let cursor: string | undefined;
        for (;;) {
          const page = pageOf(rows, size, cursor);
          expect(page.total).toBe(rows.length);
          if (page.previous === null) expect(seen).toEqual([]);
          else {
            const before = pageOf(rows, size, page.previous);
            expect(before.rows).toEqual(seen.slice(-size));
          }
          seen.push(...page.rows);
          if (page.next === null) break;
          cursor = page.next;
        }
        expect(seen).toEqual(rows);
      }),
      { numRuns: runs(100) },
    );
  });

  it('go on after the last row that was seen, whatever came or went before it', () => {
    const { next } = pageOf([1, 3, 5, 7, 9], 2);
    expect(pageOf([0, 5, 7, 9], 2, next ?? '').rows).toEqual([5, 7]);
    const past = pageOf([1, 2], 2, next ?? '');
    expect(past).toMatchObject({ rows: [], next: null, total: 2 });
    expect(pageOf([1, 2], 2, past.previous ?? '').rows).toEqual([1, 2]);
  });

  it.each(['', 'x', '>', '>{}', '>[null]', '<[', '[1]'])('know no cursor %j', (cursor) => {
    expect(pageOf([1, 2], 1, cursor)).toMatchObject({ rows: [1], isUnknownCursor: true });
  });
});
