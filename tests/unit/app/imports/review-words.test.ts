import { describe, expect, it } from 'vitest';
import type { ReviewCount } from '../../../../src/service/import/import-views';
import {
  lines,
  rowWords,
  savedNoun,
  thingsOf,
  shownOutcome,
} from '../../../../app/imports/review/review-words';

function rows(sheet: string, ...numbers: number[]) {
  return numbers.map((row) => ({ sheet, row }));
}

const COUNTS: readonly ReviewCount[] = [
  { what: 'license', outcome: 'created', count: 2 },
  { what: 'offer', outcome: 'created', count: 1_500 },
  { what: 'offer', outcome: 'withdrawn', count: 1 },
  { what: 'title', outcome: 'withdrawn', count: 3 },
];

describe('rows in words', () => {
  it('join what follows each other', () => {
    expect(rowWords(rows('Movies', 4, 5, 6, 9, 12, 13), false)).toBe('4–6, 9, 12–13');
  });

  it('stand in the order of the file, each once', () => {
    expect(rowWords(rows('Movies', 8, 9, 16, 10, 9, 11), false)).toBe('8–11, 16');
  });

  it('name each sheet once where there are several', () => {
    const both = [...rows('Movies', 4, 7), ...rows('TV', 7, 8)];
    expect(rowWords(both, true)).toBe('Movies 4, 7, TV 7–8');
  });

  it('never join the rows of two sheets', () => {
    expect(rowWords([...rows('Movies', 4), ...rows('TV', 5)], false)).toBe('4, 5');
  });

  it('count what is too much to read', () => {
    expect(rowWords(rows('Movies', 4, 6, 8, 10, 12, 14, 15), false)).toBe('4, 6, 8, 10, 3 more');
  });

  it('are nothing for what the file does not speak of', () => {
    expect(rowWords([], true)).toBe('');
  });
});

describe('the lines of a review', () => {
  it('are counted by kind, by outcome, by both or all', () => {
    expect(lines(COUNTS, {})).toBe(1_506);
    expect(lines(COUNTS, { what: 'offer' })).toBe(1_501);
    expect(lines(COUNTS, { outcome: 'withdrawn' })).toBe(4);
    expect(lines(COUNTS, { what: 'contract', outcome: 'created' })).toBe(0);
  });

  it('of an outcome are told in words', () => {
    expect(thingsOf(COUNTS, 'created')).toBe('2 licenses and 1,500 offers');
    expect(thingsOf(COUNTS, 'withdrawn')).toBe('1 offer and 3 titles');
    expect(thingsOf(COUNTS, 'stale')).toBe('');
  });

  it('are saved as licenses, or as changes where titles are taken down', () => {
    const down: ReviewCount = { what: 'title', outcome: 'taken-down', count: 1 };
    const blocked: ReviewCount = { what: 'title', outcome: 'blocked', count: 1 };
    expect([COUNTS, [...COUNTS, down], [down], [blocked]].map(savedNoun)).toEqual([
      'license',
      'change',
      'change',
      'change',
    ]);
    expect(thingsOf([down], 'taken-down')).toBe('1 title');
  });
});

describe('the lines that are shown', () => {
  const some = [
    { what: 'title', outcome: 'changed', count: 2 },
    { what: 'license', outcome: 'unchanged', count: 7 },
    { what: 'title', outcome: 'unchanged', count: 90 },
  ] as const;

  it.each([
    ['those to look at, where there are any among others', some, {}, 'to-look-at'],
    ['all, when nothing changes', some.slice(1), {}, undefined],
    ['all, when everything changes', some.slice(0, 1), {}, undefined],
    ['all, when nothing of the kind changes', some, { what: 'license' }, undefined],
    ['all, when they are asked for', some, { outcome: 'all' }, undefined],
    ['those that are asked for', some, { outcome: 'unchanged' }, 'unchanged'],
  ] as const)('are %s', (_, counts, query, shown) => {
    expect(shownOutcome(counts, query)).toBe(shown);
  });

  it('are counted without what stays as it is', () => {
    expect(lines(some, { outcome: 'to-look-at' })).toBe(2);
  });
});
