import { describe, expect, it } from 'vitest';
import type { ImportRules } from '../../../../../../src/domain/avails/import-rules';
import type { Cells } from '../../../../../builders/sheet-builders';
import { checkOf, entriesOf, problemLines } from '../../../../../builders/sheet-builders';
import { row, SD, CHEAP, FRANCE, spring, summer } from './windowed-rows';

function windowsOf(rows: readonly Cells[], rules: Partial<ImportRules> = {}) {
  return entriesOf(checkOf(rows, rules)).map((entry) =>
    entry === null ? null : `${entry.window.startsOn} ${entry.window.endsOn ?? 'open'}`,
  );
}

describe('W2: a window that ends on the day the next one starts', () => {
  const rows = [row('2027-03-01', '2027-06-01'), summer(CHEAP)];

  it('ends the day before', () => {
    expect(problemLines(checkOf(rows))).toEqual(['4 W2 warning AvailTrans/End']);
    expect(windowsOf(rows)).toEqual(['2027-03-01 2027-06-01', '2027-06-01 2027-09-01']);
  });

  it('is left as it is beside one of another format', () => {
    expect(windowsOf([row('2027-03-01', '2027-06-01', SD), summer(CHEAP)])[0]).toBe(
      '2027-03-01 2027-06-02',
    );
  });

  it('overlaps if the rules refuse it', () => {
    expect(problemLines(checkOf(rows, { sameDayHandover: 'refuse' }))).toEqual([
      '4 W1 error AvailTrans/Start',
      '5 W1 error AvailTrans/Start',
    ]);
  });

  it('does not overlap when end dates are exclusive', () => {
    expect(problemLines(checkOf(rows, { endDates: 'exclusive' }))).toEqual([]);
    expect(windowsOf(rows, { endDates: 'exclusive' })[0]).toBe('2027-03-01 2027-06-01');
  });

  it('overlaps when no day would remain', () => {
    expect(problemLines(checkOf([row('2027-06-01', '2027-06-01'), summer(CHEAP)]))).toEqual([
      '4 W1 error AvailTrans/Start',
      '5 W1 error AvailTrans/Start',
    ]);
  });

  it('overlaps when it ends a day later', () => {
    expect(problemLines(checkOf([row('2027-03-01', '2027-06-02'), summer(CHEAP)]))).toEqual([
      '4 W1 error AvailTrans/Start',
      '5 W1 error AvailTrans/Start',
    ]);
  });

  it('overlaps when a length limit moved its end there', () => {
    const shortened = row('2027-03-01', '2027-09-30', { 'AvailTrans/WindowDuration': 'P93D' });
    expect(problemLines(checkOf([shortened, summer(CHEAP)]))).toEqual([
      '4 R4 warning AvailTrans/WindowDuration',
      '4 W1 error AvailTrans/Start',
      '5 W1 error AvailTrans/Start',
    ]);
  });
});

describe('W2: a day between two windows', () => {
  it('is reported on the first', () => {
    expect(problemLines(checkOf([row('2027-03-01', '2027-05-30'), summer(CHEAP)]))).toEqual([
      '4 W2 warning AvailTrans/End',
    ]);
  });

  it('is not reported when there are two days', () => {
    expect(problemLines(checkOf([row('2027-03-01', '2027-05-29'), summer(CHEAP)]))).toEqual([]);
  });

  it('is not reported when another row covers it', () => {
    const rows = [
      row('2027-03-01', '2027-05-30'),
      summer(),
      row('2027-05-31', '2027-05-31', CHEAP),
    ];
    expect(problemLines(checkOf(rows))).toEqual([]);
  });
});

describe('a pre-order that ends when the purchase starts', () => {
  const preOrder = (others: Cells = {}) =>
    row('2027-02-01', 'ESTStart', {
      'AvailTrans/LicenseType': 'POEST',
      'AvailTrans/SuppressionLiftDate': '2027-02-01',
      ...others,
    });

  it('ends on the day before', () => {
    expect(windowsOf([preOrder(), spring()])[0]).toBe('2027-02-01 2027-03-01');
  });

  it('ends with the first start after its own start', () => {
    const rows = [preOrder(), summer(), spring(), row('2027-01-20', '2027-01-31')];
    expect(windowsOf(rows)[0]).toBe('2027-02-01 2027-03-01');
  });

  it.each<readonly [string, Cells]>([
    ['territory', FRANCE],
    ['format', SD],
    [
      'title',
      { 'Avail/ALID': 'b', 'AvailAsset/ContentID': 'b', 'AvailMetadata/TitleInternalAlias': 'B' },
    ],
    ['right', { 'AvailTrans/LicenseType': 'VOD' }],
  ])('does not end with a purchase of another %s', (_what, others) => {
    expect(problemLines(checkOf([preOrder(), spring(others)]))).toEqual([
      '4 R4 error AvailTrans/End',
    ]);
  });

  it('does not end with a purchase that starts on the same day or before', () => {
    expect(problemLines(checkOf([preOrder(), row('2027-02-01', 'Open')]))).toEqual([
      '4 R4 error AvailTrans/End',
    ]);
  });

  it('ends on one day in all its territories, or gets an error', () => {
    const both = preOrder({ 'AvailTrans/Territory': 'CA,FR' });
    const lists = '4 R3 warning AvailTrans/Territory';
    expect(problemLines(checkOf([both, spring(), spring(FRANCE)]))).toEqual([lists]);
    expect(problemLines(checkOf([both, spring(), summer(FRANCE)]))).toEqual([
      lists,
      '4 R4 error AvailTrans/End',
    ]);
  });
});
