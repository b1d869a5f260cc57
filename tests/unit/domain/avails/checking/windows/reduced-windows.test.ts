import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../../../builders/sheet-builders';
import { checkOf, entriesOf, problemLines } from '../../../../../builders/sheet-builders';
import { row, SD, FRENCH, CHEAP, FRANCE, spring } from './windowed-rows';

const REDUCED = { 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '1.99' };

const WRONG = { 'AvailTrans/RentalDuration': 'x' };

describe('W3: a temporary price reduction', () => {
  const week = (others: Cells = {}) => row('2027-04-01', '2027-04-07', { ...REDUCED, ...others });

  it.each<readonly [string, Cells[], string[]]>([
    ['runs over an offer', [spring(), week()], []],
    ['runs over the whole of it', [spring(), spring(REDUCED)], []],
    [
      'runs over several',
      [row('2027-03-01', '2027-04-03'), row('2027-04-04', 'Open', CHEAP), week()],
      [],
    ],
    [
      'has an offer on its first day',
      [row('2027-04-02', '2027-05-31'), week()],
      ['5 W3 error AvailTrans/PriceType'],
    ],
    [
      'has an offer on its last day',
      [row('2027-03-01', '2027-04-06'), week()],
      ['5 W3 error AvailTrans/PriceType'],
    ],
    [
      'has an offer in its territory',
      [spring(), week(FRANCE)],
      ['5 W3 error AvailTrans/PriceType'],
    ],
    ['has an offer of its format', [spring(), week(SD)], ['5 W3 error AvailTrans/PriceType']],
    ['has an offer in its language', [spring(), week(FRENCH)], ['5 W3 error AvailTrans/PriceType']],
    [
      'has an offer in every language',
      [spring({ 'AvailTrans/AssetLanguage': '' }), week(FRENCH)],
      [],
    ],
    [
      'is for what is stored when the file has nothing else',
      [week()],
      ['4 W3 warning AvailTrans/PriceType'],
    ],
    [
      'does not overlap another',
      [spring(), week(), week({ 'AvailTrans/PriceValue': '0.99' })],
      ['5 W1 error AvailTrans/Start', '6 W1 error AvailTrans/Start'],
    ],
  ])('%s', (_what, rows, expected) => {
    expect(problemLines(checkOf(rows))).toEqual(expected);
  });

  it.each<readonly [string, Cells[], string[]]>([
    [
      'overlap',
      [spring(), spring(CHEAP), spring(SD), week(), week(SD)],
      [
        '4 W1 error AvailTrans/Start',
        '5 W1 error AvailTrans/Start',
        '7 W3 error AvailTrans/PriceType',
      ],
    ],
    [
      'have another error',
      [spring(WRONG), week()],
      ['4 R4 error AvailTrans/RentalDuration', '5 W3 error AvailTrans/PriceType'],
    ],
  ])('is refused with the offers under it when they %s', (_what, rows, expected) => {
    expect(problemLines(checkOf(rows))).toEqual(expected);
  });

  it('stands on what is left when one of two offers under it is refused', () => {
    expect(problemLines(checkOf([spring(WRONG), spring(), week()]))).toEqual([
      '4 R4 error AvailTrans/RentalDuration',
    ]);
  });

  it('is refused if the rules refuse it', () => {
    expect(problemLines(checkOf([spring(), week()], { reductions: 'refuse' }))).toEqual([
      '5 W3 error AvailTrans/PriceType',
    ]);
  });

  it('is marked', () => {
    const entries = entriesOf(checkOf([spring(), week()]));
    expect(entries.map((entry) => entry?.reduction)).toEqual([false, true]);
  });
});
