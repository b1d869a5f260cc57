import { describe, expect, it } from 'vitest';
import { MOVIE, checkOf, onlyEntry } from '../../../../builders/sheet-builders';
import { expectProblems } from './row-cases';

describe('R4: a date', () => {
  const start = (text: string) => ({ 'AvailTrans/Start': text });
  const end = (text: string) => ({ 'AvailTrans/End': text });
  expectProblems(MOVIE, [
    ['is one of the calendar', start('2027-02-30'), 'R4 error AvailTrans/Start'],
    ['has two digits for the month', start('2027-3-01'), 'R4 error AvailTrans/Start'],
    ['is not written as elsewhere', start('03/01/2027'), 'R4 error AvailTrans/Start'],
    ['has its dashes', start('20270301'), 'R4 error AvailTrans/Start'],
    ['is not a number of days', start('46447'), 'R4 error AvailTrans/Start'],
    ['has a T before the time', start('2027-03-01 00:00:00'), 'R4 error AvailTrans/Start'],
    ['starts at midnight', start('2027-03-01T00:00:00')],
    ['starts at midnight to the thousandth', start('2027-03-01T00:00:00.000')],
    ['starts no thousandth later', start('2027-03-01T00:00:00.001'), 'R4 error AvailTrans/Start'],
    ['starts no later', start('2027-03-01T00:00:01'), 'R4 error AvailTrans/Start'],
    ['does not start at its end', start('2027-03-01T23:59:59'), 'R4 error AvailTrans/Start'],
    ['ends with its last second', end('2027-05-31T23:59:59')],
    ['ends no earlier', end('2027-05-31T23:59:58'), 'R4 error AvailTrans/End'],
    ['ends in another zone', end('2027-05-31T23:59:59+14:00'), 'R4 warning AvailTrans/End'],
    [
      'ends in a zone that does not exist',
      end('2027-05-31T23:59:59+15:00'),
      'R4 error AvailTrans/End',
    ],
    ['ends with the last moment that a database knows', end('2027-05-31T23:59:59.997')],
    ['ends no thousandth earlier', end('2027-05-31T23:59:58.999'), 'R4 error AvailTrans/End'],
    ['ends at midnight', end('2027-05-31T24:00:00')],
    ['has no second hour 24', end('2027-05-31T24:00:01'), 'R4 error AvailTrans/End'],
    ['has digits behind its point', end('2027-05-31T23:59:59.'), 'R4 error AvailTrans/End'],
    ['has no zone that is kept', start('2027-03-01T00:00:00Z'), 'R4 warning AvailTrans/Start'],
    ['has no offset that is kept', end('2027-05-31T23:59:59-05:00'), 'R4 warning AvailTrans/End'],
    ['may have started already', start('Open'), 'R4 warning AvailTrans/Start'],
    ['may have an open end', end('Open')],
    ['knows its conditions to the letter', end('open'), 'R4 error AvailTrans/End'],
    ['is decided', end('TBD'), 'R4 error AvailTrans/End'],
    ['may start today', start('Immediate'), 'R4 warning AvailTrans/Start'],
    ['may end today', { ...start('2027-01-01'), ...end('Immediate') }, 'R4 warning AvailTrans/End'],
    [
      'ends today after its start',
      end('Immediate'),
      'R4 warning AvailTrans/End',
      'R5 error AvailTrans/End',
    ],
    [
      'may be today alone',
      { ...start('Immediate'), ...end('Immediate') },
      'R4 warning AvailTrans/Start',
      'R4 warning AvailTrans/End',
    ],
    ['depends on no release', start('Theatrical'), 'R4 error AvailTrans/Start'],
    ['depends on no broadcast', end('Broadcast'), 'R4 error AvailTrans/End'],
    ['depends on a purchase in the file', end('ESTStart'), 'R4 error AvailTrans/End'],
    ['does not start with a purchase', start('ESTStart'), 'R4 error AvailTrans/Start'],
    ['at the end of the calendar is open', end('9999-12-31'), 'R4 warning AvailTrans/End'],
    ['and so is its last second', end('9999-12-31T23:59:59'), 'R4 warning AvailTrans/End'],
    ['can end a day before', end('9999-12-30')],
    ['has no day after the calendar', end('9999-12-31T24:00:00'), 'R4 error AvailTrans/End'],
    ['has no lag', { 'AvailTrans/StartLag': '-PT12H' }, 'R4 error AvailTrans/StartLag'],
    ['has an invalid lag', { 'AvailTrans/EndLag': '12h' }, 'R4 error AvailTrans/EndLag'],
    [
      'has no lag after today',
      { ...start('Immediate'), 'AvailTrans/StartLag': 'P1D' },
      'R4 warning AvailTrans/Start',
      'R4 error AvailTrans/StartLag',
    ],
    [
      'of suppression is one',
      { 'AvailTrans/SuppressionLiftDate': 'N/A' },
      'R4 error AvailTrans/SuppressionLiftDate',
    ],
    [
      'of announcement is one',
      { 'AvailTrans/AnnounceDate': '2027-13-01' },
      'R4 error AvailTrans/AnnounceDate',
    ],
    ['of announcement may have a time', { 'AvailTrans/AnnounceDate': '2027-02-01T12:00:00Z' }],
    [
      'of release is one',
      { 'AvailMetadata/ReleaseHistoryOriginal': '1999' },
      'R4 warning AvailMetadata/ReleaseHistoryOriginal',
    ],
    ['of release may be as old as film', { 'AvailMetadata/ReleaseHistoryOriginal': '1896-02-29' }],
    [
      'of release is real then, too',
      { 'AvailMetadata/ReleaseHistoryOriginal': '1897-02-29' },
      'R4 warning AvailMetadata/ReleaseHistoryOriginal',
    ],
  ]);
});

describe('R4: a lag', () => {
  it.each([
    ['beside a date', { 'AvailTrans/EndLag': 'P1D' }, 'Clear the lag.'],
    [
      'beside an event',
      { 'AvailTrans/End': 'Open', 'AvailTrans/EndLag': 'P1D' },
      'Enter the resulting date, and clear the lag.',
    ],
    ['that is invalid', { 'AvailTrans/EndLag': '1d' }, 'Enter a duration such as P5D or -PT12H.'],
  ])('%s gets a remedy', (_what, changed, remedy) => {
    expect(checkOf([{ ...MOVIE, ...changed }]).problems.map((problem) => problem.remedy)).toEqual([
      remedy,
    ]);
  });
});

describe('R4: a length', () => {
  const duration = (text: string) => ({ 'AvailTrans/WindowDuration': text });
  expectProblems(MOVIE, [
    ['of a longer window has no effect', duration('P92D')],
    [
      'of a window that is shorter ends it',
      duration('P91D'),
      'R4 warning AvailTrans/WindowDuration',
    ],
    ['in whole days of hours counts', duration('PT48H'), 'R4 warning AvailTrans/WindowDuration'],
    ['in hours is not kept', duration('PT47H'), 'R4 error AvailTrans/WindowDuration'],
    ['in months is not kept', duration('P1M'), 'R4 error AvailTrans/WindowDuration'],
    ['of no days is none', duration('P0D'), 'R4 error AvailTrans/WindowDuration'],
    ['is a duration', duration('180'), 'R4 error AvailTrans/WindowDuration'],
    ['of a rental is hours', { 'AvailTrans/RentalDuration': '48' }],
    ['of a rental is a clock', { 'AvailTrans/RentalDuration': '720:00:00' }],
    ['of a rental is a duration', { 'AvailTrans/RentalDuration': 'P30D' }],
    [
      'of a rental is not 30d',
      { 'AvailTrans/RentalDuration': '30d' },
      'R4 error AvailTrans/RentalDuration',
    ],
    [
      'of watching is not 48:60',
      { 'AvailTrans/WatchDuration': '48:60' },
      'R4 error AvailTrans/WatchDuration',
    ],
    ['of a film is a clock', { 'AvailMetadata/TotalRunTime': '01:52:07' }],
    ['of a film of a day is one', { 'AvailMetadata/TotalRunTime': '24:00:00' }],
    [
      'of a film of more is minutes',
      { 'AvailMetadata/TotalRunTime': '56:20' },
      'R4 warning AvailMetadata/TotalRunTime',
    ],
    [
      'of a film in words is none',
      { 'AvailMetadata/TotalRunTime': '2h' },
      'R4 warning AvailMetadata/TotalRunTime',
    ],
    [
      'of a film is not less than nothing',
      { 'AvailMetadata/TotalRunTime': '-PT90M' },
      'R4 warning AvailMetadata/TotalRunTime',
    ],
    [
      'of a rental is not negative',
      { 'AvailTrans/RentalDuration': '-PT48H' },
      'R4 error AvailTrans/RentalDuration',
    ],
    [
      'of a rental is not nothing',
      { 'AvailTrans/RentalDuration': '0' },
      'R4 error AvailTrans/RentalDuration',
    ],
    [
      'of watching is not nothing',
      { 'AvailTrans/WatchDuration': 'PT0H' },
      'R4 error AvailTrans/WatchDuration',
    ],
    ['of watching may be an hour', { 'AvailTrans/WatchDuration': '01:00' }],
    ['of a window is not negative', duration('-P180D'), 'R4 error AvailTrans/WindowDuration'],
  ]);
});

describe('R4: a year', () => {
  const year = (text: string) => ({ 'AvailMetadata/ReleaseYear': text });
  expectProblems(MOVIE, [
    ['has four digits', year('23'), 'R4 warning AvailMetadata/ReleaseYear'],
    ['may have a month', year('1999-12')],
    ['has no thirteenth month', year('1999-13'), 'R4 warning AvailMetadata/ReleaseYear'],
    ['may be a date', year('1999-12-31')],
    ['is not before film', year('1887'), 'R4 warning AvailMetadata/ReleaseYear'],
    ['is as old as film', year('1888')],
  ]);

  it.each([
    ['1999', 1999],
    ['1999-12', 1999],
    ['1999-12-31', 1999],
    ['1896-02-29', 1896],
    ['', null],
  ])('%s is stored as %s', (text, kept) => {
    expect(onlyEntry(checkOf([{ ...MOVIE, ...year(text) }])).work.releaseYear).toBe(kept);
  });
});

describe('R5: a window', () => {
  const days = (start: string, end: string) => ({
    'AvailTrans/Start': start,
    'AvailTrans/End': end,
  });
  expectProblems(MOVIE, [
    ['of one day', days('2027-03-01', '2027-03-01')],
    ['that ends before it starts', days('2027-03-01', '2027-02-28'), 'R5 error AvailTrans/End'],
    [
      'that ends at the midnight it starts',
      days('2027-03-01', '2027-03-01T00:00:00'),
      'R5 error AvailTrans/End',
    ],
    ['that is over since yesterday', days('2026-03-01', '2027-01-14'), 'R5 warning AvailTrans/End'],
    ['that runs until today', days('2026-03-01', '2027-01-15')],
  ]);
});
