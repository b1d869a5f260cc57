import { describe, expect, it } from 'vitest';
import type { ImportView } from '../../../../src/service/import/import-views';
import {
  headline,
  openQuestions,
  savedWords,
  sizeWords,
  studioWords,
} from '../../../../app/imports/import-words';
import { FIRST_RULES } from '../../../../src/domain/avails/import-rules';

const READY: ImportView = {
  id: '0190b7a4-5b1c-7c50-a6cf-0a5f3c3b7a11',
  fileName: 'avails.xlsx',
  studios: ['Harbor Pictures'],
  state: 'ready',
  uploadedBy: 'Priya',
  uploadedAt: '2026-11-22T10:31:00.000Z',
  rows: 26,
  rejected: 1,
  revision: 1,
  version: '1.9',
  versionStated: true,
  sheets: [{ name: 'Movies', rows: 26, skipped: null }],
  rules: FIRST_RULES,
  errors: 1,
  warnings: 3,
  counts: [
    { what: 'license', outcome: 'created', count: 1 },
    { what: 'license', outcome: 'changed', count: 1 },
    { what: 'license', outcome: 'unchanged', count: 9 },
    { what: 'offer', outcome: 'withdrawn', count: 4 },
    { what: 'offer', outcome: 'stale', count: 2 },
  ],
  applicable: 2,
  blocked: 0,
  leftOutChanges: 0,
  tiers: [],
  idleColumns: [],
  licensees: [],
  leftOut: 0,
  contractQuestion: null,
  progress: null,
  failure: null,
  settledBy: null,
  settledAt: null,
};

describe('the headline of an import', () => {
  it('says what there is to do once it is checked', () => {
    expect(headline(READY)).toBe('avails.xlsx is checked: 1 error, 2 licenses to save.');
  });

  it('says what was saved, and whether something is left', () => {
    const saved: ImportView = { ...READY, state: 'committed' };
    expect(headline({ ...saved, applicable: 0 })).toBe(
      'avails.xlsx is saved: 2 licenses and 4 offers.',
    );
    expect(headline(saved)).toBe('avails.xlsx is saved in part.');
  });

  it('is left to the progress while a job is at work', () => {
    expect(headline({ ...READY, state: 'checking' })).toBe('');
  });
});

describe('open questions', () => {
  const question = { rows: 3, references: [] };

  it.each([
    ['nothing', {}, 0],
    ['a contract', { contractQuestion: question }, 1],
    [
      'a contract that the rules name',
      { contractQuestion: question, rules: { ...FIRST_RULES, contract: 'NL-1' } },
      0,
    ],
    ['who is us', { licensees: [{ name: 'Tern', rows: 1, isUs: null }] }, 1],
    ['nobody who is known', { licensees: [{ name: 'Tern', rows: 1, isUs: false }] }, 0],
    ['no amounts', { tiers: ['Tier 1', 'Tier 2'] }, 0],
  ])('are about %s', (_, parts, count) => {
    expect(openQuestions({ ...READY, ...parts })).toBe(count);
  });
});

describe('words of an import', () => {
  it('count as saved what changed and nothing else', () => {
    expect(savedWords({ counts: [{ what: 'title', outcome: 'unchanged', count: 5 }] })).toBe(
      'nothing had to change',
    );
  });

  it('name two studios, and count more', () => {
    expect(studioWords({ studios: [] })).toBe('–');
    expect(studioWords({ studios: ['A', 'B'] })).toBe('A, B');
    expect(studioWords({ studios: ['A', 'B', 'C'] })).toBe('A and 2 more');
  });

  it('tell a size in the unit that is read best', () => {
    expect([1, 900, 1_025, 870_000, 5_242_880].map(sizeWords)).toEqual([
      '1 byte',
      '900 bytes',
      '2 KB',
      '850 KB',
      '5.0 MB',
    ]);
  });
});
