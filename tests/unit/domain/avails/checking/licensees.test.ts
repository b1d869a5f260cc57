import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../../builders/sheet-builders';
import { reviewSummary } from '../../../../../src/domain/import/review-summary';
import {
  aRawRow,
  aSheet,
  checkOf,
  MOVIE,
  problemLines,
  someRules,
  TODAY,
} from '../../../../builders/sheet-builders';
import { LANGUAGES } from '../../../../../src/adapters/avails/languages';
import { checkFile } from '../../../../../src/domain/avails/checking/check-file';
import { isoDate } from '../../../../../src/domain/values/date-range';

const of = (licensee: string, cells: Cells = {}): Cells => ({
  ...MOVIE,
  'Avail/Licensee': licensee,
  ...cells,
});
const OURS = of('Tern Street');
const THEIRS = of('Gull & Gannet', { 'AvailTrans/PriceValue': '7.99' });
const DECIDED = { licensees: { 'Tern Street': true, 'Gull & Gannet': false } };

describe('L3: licensees', () => {
  it('are asked for when there are several, and no overlap between them is reported', () => {
    const file = checkOf([OURS, THEIRS]);
    expect(problemLines(file)).toEqual(['4 L3 error Avail/Licensee', '5 L3 error Avail/Licensee']);
    expect(file.licensees).toEqual([
      { name: 'Tern Street', rows: 1, isUs: null },
      { name: 'Gull & Gannet', rows: 1, isUs: null },
    ]);
  });

  it('that are not us are left out and counted, whatever is wrong with their rows', () => {
    const broken = of('Gull & Gannet', { 'AvailTrans/End': 'never', 'AvailTrans/Territory': 'UK' });
    const file = checkOf([OURS, THEIRS, broken], DECIDED);
    expect(problemLines(file)).toEqual([]);
    expect(file.rows.map(({ row }) => row.row)).toEqual([4]);
    expect(reviewSummary(file)).toMatchObject({
      rows: 1,
      leftOut: 2,
      licensees: [
        { name: 'Tern Street', rows: 1, isUs: true },
        { name: 'Gull & Gannet', rows: 2, isUs: false },
      ],
    });
  });

  it('take the problems of their unreadable cells with them', () => {
    const sheet = aSheet([OURS, THEIRS]);
    const rows = sheet.rows.map((row) =>
      row.number === 5 ? { ...row, notes: aRawRow(5, [], { 0: { kind: 'error' } }).notes } : row,
    );
    const check = (rules = {}) =>
      checkFile([{ ...sheet, rows }], someRules(rules), isoDate(TODAY), LANGUAGES);
    expect(problemLines(check())).toContain('5 F5 error Avail/DisplayName');
    expect(problemLines(check(DECIDED))).toEqual([]);
  });

  it('are told apart by name, not by spelling', () => {
    const file = checkOf([OURS, of('GULL &  GANNET')], DECIDED);
    expect(file.leftOut).toBe(1);
  });

  it('that are new beside known ones are asked for', () => {
    const file = checkOf([OURS, of('Tern Street Canada')], { licensees: { 'Tern Street': true } });
    expect(problemLines(file)).toEqual(['5 L3 error Avail/Licensee']);
    expect(file.leftOut).toBe(0);
  });

  it.each([
    ['there is only one and nothing is known', [OURS, OURS], {}],
    ['rows name none', [OURS, MOVIE], {}],
    [
      'those named are us',
      [OURS, of('Tern Street Canada')],
      { 'Tern Street': true, 'Tern Street Canada': true },
    ],
  ])('are no question when %s', (_, rows, licensees) => {
    const file = checkOf(rows, { licensees });
    expect(problemLines(file).filter((line) => line.includes('error'))).toEqual([]);
    expect(file.rows).toHaveLength(2);
    expect(file.leftOut).toBe(0);
  });

  it('name the tiers of our rows alone', () => {
    const tier = (value: string) => ({
      ...{ 'AvailTrans/PriceType': 'Tier', 'AvailTrans/PriceValue': value },
    });
    const rows = [of('Tern Street', tier('7')), { ...THEIRS, ...tier('8') }];
    const licensees = { 'Tern Street': true };
    expect(reviewSummary(checkOf(rows, { licensees })).tiers).toEqual(['Tier 7']);
  });
});
