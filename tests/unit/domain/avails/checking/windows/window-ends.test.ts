import { describe, expect, it } from 'vitest';
import { MOVIE, checkOf, onlyEntry, problemLines } from '../../../../../builders/sheet-builders';

describe('the end of a window', () => {
  const end = (text: string) => ({ ...MOVIE, 'AvailTrans/End': text });
  it.each([
    ['2027-05-31', 'inclusive', '2027-06-01'],
    ['2027-05-31', 'exclusive', '2027-05-31'],
    ['2027-05-31T00:00:00', 'inclusive', '2027-05-31'],
    ['2027-05-31T23:59:59', 'exclusive', '2027-06-01'],
    ['2027-05-31T23:59:59.997', 'exclusive', '2027-06-01'],
    ['2027-05-31T23:59:59.990', 'inclusive', '2027-06-01'],
    ['2027-05-31T23:59:59.999Z', 'inclusive', '2027-06-01'],
    ['2027-05-31T24:00:00', 'exclusive', '2027-06-01'],
    ['2027-05-31T24:00:00.000', 'inclusive', '2027-06-01'],
    ['9999-12-31', 'inclusive', null],
    ['9999-12-31', 'exclusive', null],
    ['Open', 'exclusive', null],
  ] as const)('%s, %s, is %s', (text, endDates, day) => {
    expect(onlyEntry(checkOf([end(text)], { endDates })).window.endsOn).toBe(day);
  });

  it('is limited by the length', () => {
    const row = { ...end('Open'), 'AvailTrans/WindowDuration': 'P180D' };
    expect(onlyEntry(checkOf([row])).window).toEqual({
      startsOn: '2027-03-01',
      endsOn: '2027-08-28',
    });
  });

  it('on its first day leaves no day when end dates are exclusive', () => {
    const row = end('2027-03-01');
    expect(problemLines(checkOf([row]))).toEqual([]);
    expect(problemLines(checkOf([row], { endDates: 'exclusive' }))).toEqual([
      '4 R5 error AvailTrans/End',
    ]);
  });

  it('that is immediate is today, whatever end dates mean', () => {
    const row = { ...end('Immediate'), 'AvailTrans/Start': '2027-01-01' };
    for (const endDates of ['inclusive', 'exclusive'] as const) {
      const file = checkOf([row], { endDates });
      expect(onlyEntry(file).window).toEqual({ startsOn: '2027-01-01', endsOn: '2027-01-16' });
      expect(file.problems[0]?.remedy).toBe(
        'Enter 2027-01-14 as the last day if nothing may be shown today.',
      );
    }
  });

  it.each(['Immediate', 'Open'])('that starts with %s starts today', (word) => {
    const row = { ...MOVIE, 'AvailTrans/Start': word };
    expect(onlyEntry(checkOf([row]))).toMatchObject({
      window: { startsOn: '2027-01-15' },
      hasStarted: true,
    });
  });

  it('that started already and is over has its last day alone', () => {
    const row = { ...end('2027-01-10'), 'AvailTrans/Start': 'Open' };
    expect(onlyEntry(checkOf([row])).window).toEqual({
      startsOn: '2027-01-10',
      endsOn: '2027-01-11',
    });
  });
});
