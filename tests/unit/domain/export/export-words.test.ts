import { describe, expect, it } from 'vitest';
import { exportWords, selectionWords } from '../../../../src/domain/export/export-words';

const NO_NAMES = { contract: null, license: null, title: null };

describe('the description of an export', () => {
  it('has the studio, the selection, the day and how ends are written', () => {
    const query = { studio: 'Northlight', licenseIds: ['a'], on: '2027-01-04' } as const;
    const names = { ...NO_NAMES, license: 'Spring' };
    expect(exportWords({ ...query, endDates: 'last-second' }, names)).toBe(
      'Northlight, license Spring, running on 4 Jan 2027, ends as date and time',
    );
    expect(exportWords({ from: '2027-01-04' }, NO_NAMES)).toBe('Running from 4 Jan 2027 on');
  });

  it('begins with a capital letter, and is never empty', () => {
    expect(exportWords({ contentIds: ['a'] }, { ...NO_NAMES, title: 'Heat' })).toBe('Title Heat');
    expect(exportWords({}, NO_NAMES)).toBe('Everything');
  });
});

describe('the words for a selection', () => {
  it('name one of a kind, count several, and say when one does not exist', () => {
    const contentIds = Array.from({ length: 1_000 }, String);
    const names = { ...NO_NAMES, contract: 'Northlight NL-1' };
    expect(selectionWords({ contractIds: ['a'], licenseIds: ['b'], contentIds }, names)).toBe(
      'contract Northlight NL-1, license that does not exist, 1,000 titles',
    );
    expect(selectionWords({}, NO_NAMES)).toBe('');
  });
});
