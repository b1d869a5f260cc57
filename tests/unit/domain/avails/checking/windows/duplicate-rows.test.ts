import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../../../builders/sheet-builders';
import { checkOf, problemLines } from '../../../../../builders/sheet-builders';
import { FRANCE, FRENCH, SD, spring } from './windowed-rows';

const rated = (value: string): Cells => ({
  ...{ 'AvailMetadata/RatingSystem': 'MPAA', 'AvailMetadata/RatingValue': value },
  'AvailTrans/Territory': 'US',
  'AvailMetadata/CaptionIncluded': 'Yes',
});
const RATED = ['5 W2 warning AvailMetadata/RatingValue'];

describe('W2: of two rows that sell the same', () => {
  it('the second is told what it says otherwise, with the first by name', () => {
    const file = checkOf([
      spring(rated('PG')),
      spring({ ...rated('R'), 'AvailTrans/OtherTerms': 'Night only', 'Avail/AvailID': 'b' }),
    ]);
    expect(file.problems.map(({ row, column, message }) => [row, column, message])).toEqual([
      [
        5,
        'AvailTrans/OtherTerms',
        'This row sells the same as row 4, but differs in OtherTerms and RatingValue: blank and “PG”, here “Night only” and “R”. Only the cells of row 4 count.',
      ],
    ]);
  });

  it.each<readonly [string, readonly Cells[], readonly string[]]>([
    ['differ in a detail', [rated('PG'), rated('R')], RATED],
    [
      'differ in a detail that one leaves blank',
      [
        rated('PG'),
        { ...rated('PG'), 'AvailMetadata/RatingValue': '', 'AvailMetadata/RatingSystem': '' },
      ],
      ['5 W2 warning AvailMetadata/RatingSystem'],
    ],
    [
      'are equal but for spaces and the AvailID',
      [rated('PG'), { ...rated('PG '), 'Avail/AvailID': 'b' }],
      [],
    ],
    [
      'differ while the first is refused',
      [{ ...rated('PG'), 'AvailTrans/RentalDuration': 'x' }, rated('R')],
      ['4 R4 error AvailTrans/RentalDuration'],
    ],
    ['are equal', [rated('PG'), rated('PG')], ['5 W2 warning -']],
    [
      'are equal to the second of three',
      [rated('PG'), rated('R'), rated('R')],
      [...RATED, '6 W2 warning AvailMetadata/RatingValue'],
    ],
    [
      'write their price in two ways',
      [rated('PG'), { ...rated('PG'), 'AvailTrans/PriceValue': '9.990' }],
      [],
    ],
    ['are of other formats', [rated('PG'), { ...rated('R'), ...SD }], []],
    ['are of other languages', [rated('PG'), { ...rated('R'), ...FRENCH }], []],
    [
      'are dubbed and subtitled',
      [rated('PG'), { ...rated('R'), 'AvailMetadata/LocalizationType': 'dub' }],
      [],
    ],
    [
      'are of other territories',
      [rated('PG'), { ...rated('R'), ...FRANCE }],
      ['5 R13 warning AvailMetadata/RatingSystem'],
    ],
    [
      'differ in a column that no import reads',
      [rated('PG'), { ...rated('PG'), 'Own/Note': 'x' }],
      ['- F3 warning Own/Note'],
    ],
  ])('which %s', (_, rows, problems) => {
    expect(problemLines(checkOf(rows.map((cells) => spring(cells))))).toEqual(problems);
  });
});
