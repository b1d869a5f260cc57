import { describe, expect, it } from 'vitest';
import type { CheckedFile, WorkEntry } from '../../../../../src/domain/avails/avail-entry';
import type { ImportRules } from '../../../../../src/domain/avails/import-rules';
import type { RawSheet } from '../../../../../src/domain/avails/reading/raw-sheet';
import type { Cells } from '../../../../builders/sheet-builders';
import { LANGUAGES } from '../../../../../src/adapters/avails/languages';
import { checkFile } from '../../../../../src/domain/avails/checking/check-file';
import { isoDate } from '../../../../../src/domain/values/date-range';
import { ALL_TERRITORIES } from '../../../../../src/domain/values/territory';
import {
  aRawRow,
  aSheet,
  COLLECTION,
  entriesOf,
  EPISODE,
  MOVIE,
  problemLines,
  SEASON,
  someRules,
  TODAY,
} from '../../../../builders/sheet-builders';

/* Whole files as studios send them. The expected counts were made by hand from the rows in the support file. */

function check(sheets: readonly RawSheet[], rules: Partial<ImportRules> = {}): CheckedFile {
  return checkFile(sheets, someRules(rules), isoDate(TODAY), LANGUAGES);
}

/** The titles that are sold, with their seasons and series. */
function worksOf(file: CheckedFile): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const entry of entriesOf(file))
    for (let work: WorkEntry | null = entry?.work ?? null; work !== null; work = work.parent)
      keys.add(work.key);
  return keys;
}

function standing(file: CheckedFile): number {
  return entriesOf(file).filter((entry) => entry !== null).length;
}

const tier = (name: string): Cells => ({
  'AvailTrans/PriceType': 'Tier',
  'AvailTrans/PriceValue': name,
});

const MOVIES: readonly Cells[] = [
  MOVIE,
  { ...MOVIE, 'AvailTrans/Territory': 'NZ', ...tier('4') },
  { ...MOVIE, 'AvailTrans/Territory': 'GB', ...tier('4'), 'AvailTrans/End': 'Open' },
  { ...COLLECTION, 'AvailTrans/Territory': 'MX', ...tier('1') },
];
const TELEVISION: readonly Cells[] = [
  EPISODE,
  { ...EPISODE, 'AvailTrans/Territory': 'NZ', 'AvailTrans/PriceCurrency': '' },
  { ...SEASON, 'AvailTrans/Territory': 'NZ' },
];

describe('a catalog of movies and television', () => {
  it('has exactly these problems in two sheets', () => {
    const file = check([aSheet(MOVIES, 'Movies'), aSheet(TELEVISION, 'TV')]);

    expect(file.sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['Movies', 4],
      ['TV', 3],
    ]);
    // Prices without a currency use that of the rules, with a warning.
    expect(problemLines(file).sort()).toEqual(['5 R7 warning AvailTrans/PriceCurrency']);
    expect(standing(file)).toBe(7);
    // The movie, the collection; the episode, its season and series. The season is also sold by itself.
    expect(worksOf(file).size).toBe(5);
  });

  it('is read the same from two sheets and from one', () => {
    const terms = (sheets: readonly RawSheet[]) =>
      entriesOf(check(sheets)).map((entry) => entry && { ...entry, sheet: '', row: 0 });

    expect(terms([aSheet(MOVIES, 'Movies'), aSheet(TELEVISION, 'TV')])).toEqual(
      terms([aSheet([...MOVIES, ...TELEVISION], 'AllAvails')]),
    );
  });

  it('is read from a workbook with explanatory sheets', () => {
    const dictionary: RawSheet = {
      name: 'Data Dictionary',
      isHidden: false,
      merges: [],
      rows: [aRawRow(1, ['Column', 'Meaning']), aRawRow(2, ['ALID', 'Identifies the avail'])],
    };
    const file = check([aSheet([MOVIE], 'Movies'), dictionary]);

    expect(file.sheets.map(({ name, rows, skipped }) => [name, rows, skipped === null])).toEqual([
      ['Movies', 1, true],
      ['Data Dictionary', 0, false],
    ]);
    expect(standing(file)).toBe(1);
  });
});

describe('windows of one title', () => {
  it('end on the day before the next one starts when they share a day', () => {
    const window = (start: string, end: string, price: string): Cells => ({
      ...MOVIE,
      'AvailTrans/Start': start,
      'AvailTrans/End': end,
      'AvailTrans/PriceValue': price,
    });
    const file = check([
      aSheet([
        window('2027-03-01', '2027-04-01', '14.99'),
        window('2027-04-01', '2027-06-01', '9.99'),
        window('2027-06-01', 'Open', '4.99'),
      ]),
    ]);

    expect(entriesOf(file).map((entry) => entry?.window)).toEqual([
      { startsOn: '2027-03-01', endsOn: '2027-04-01' },
      { startsOn: '2027-04-01', endsOn: '2027-06-01' },
      { startsOn: '2027-06-01', endsOn: null },
    ]);
    expect(problemLines(file)).toEqual([
      '4 W2 warning AvailTrans/End',
      '5 W2 warning AvailTrans/End',
    ]);
  });
});

describe('a row for the world', () => {
  it('is valid in all countries except the excluded ones', () => {
    const file = check([
      aSheet([
        { ...MOVIE, 'AvailTrans/Territory': 'ZZ', 'AvailTrans/TerritoryExclusion': 'CN, US' },
      ]),
    ]);
    const [entry] = entriesOf(file);

    expect(entry?.territories).toHaveLength(ALL_TERRITORIES.length - 2);
    expect(entry?.territories).not.toContain('CN');
    expect(entry?.territories).not.toContain('US');
  });
});

describe('episodes of a volume', () => {
  it('without a season number take it from another row', () => {
    const file = check([
      aSheet([
        { ...EPISODE, 'AvailMetadata/SeasonNumber': '' },
        { ...EPISODE, 'AvailMetadata/SeasonNumber': '', 'AvailTrans/Territory': 'NZ' },
        { ...EPISODE, 'AvailTrans/Territory': 'MX' },
      ]),
    ]);

    expect(problemLines(file)).toEqual([
      '4 R1 warning AvailMetadata/SeasonNumber',
      '5 R1 warning AvailMetadata/SeasonNumber',
    ]);
    expect(standing(file)).toBe(3);
  });
});
