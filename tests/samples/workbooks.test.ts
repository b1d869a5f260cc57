import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CheckedFile, WorkEntry } from '../../src/domain/avails/avail-entry';
import type { ImportRules } from '../../src/domain/avails/import-rules';
import { unpack } from '../../src/adapters/avails/archive';
import { readWorkbook } from '../../src/adapters/avails/workbook-reader';
import { LANGUAGES } from '../../src/adapters/avails/languages';
import { checkFile } from '../../src/domain/avails/checking/check-file';
import { isoDate } from '../../src/domain/values/date-range';
import { TODAY, someRules } from '../builders/sheet-builders';
import { sampleFile } from './sample-file';
import { reviewSummary } from '../../src/domain/import/review-summary';

/**
 * What the official samples hold and what is wrong with them. None of it comes from the product: a program in another language
 * (Python) read the files by another library (openpyxl) and applied the rules of the standard, with its own check
 * characters, its own comparison of windows and the vocabulary lists of the standard; versions
 * and rows are those of its section 14. Each line of problems is a code, a severity, a column (`-`: the whole row) and the
 * rows it is about (none: the whole sheet), with the sheet in front where there are several.
 *
 * `alids` are different ALIDs; `standing` rows have no error; `works` are the titles of those, with the seasons and series that they belong to and that are not sold.
 */
const FIGURES = `
file                              version  known      alids  standing  works
Avails_Volume_v1.8.xlsx           1.8      guessed        9         9     11
Avails_noErrors_v2.3_v1.7.3.xlsx  1.7.3    guessed       12        24     13
Avails_noErrors_v2.3_v1.8.xlsx    1.8      guessed       12        24     13
Movies_v1.7.2_Collection.xlsx     1.7.2    guessed        5        12      5
Movies_v1.7.3.xlsx                1.7.3    guessed        4         3      2
Movies_v1.9.xlsx                  1.9      stated         2        26      2
TPT-test_v1.9.xlsx                1.9      stated         1         3      1
TV_v1.9.xlsx                      1.9      stated        10        38     11
`;

/** The rows of data in every sheet. */
const SHEETS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'Avails_Volume_v1.8.xlsx': { AllAvails: 9 },
  'Avails_noErrors_v2.3_v1.7.3.xlsx': { Movies: 16, TV: 8 },
  'Avails_noErrors_v2.3_v1.8.xlsx': { AllAvails: 24 },
  'Movies_v1.7.2_Collection.xlsx': {
    Movies: 12,
    'Movies Data Dictionary': 0,
    'General Instructions and FAQ': 0,
  },
  'Movies_v1.7.3.xlsx': { Movies: 6 },
  'Movies_v1.9.xlsx': { 'Template-Movies': 26 },
  'TPT-test_v1.9.xlsx': { 'Template-Movies': 3 },
  'TV_v1.9.xlsx': { 'Template-TV_v1.9': 38 },
};

const CATALOG_TIERS = ['NR'];

/** The tiers and categories of rows without an error; no file that is left out has any. */
const TIERS: Readonly<Record<string, readonly string[]>> = {
  'Avails_noErrors_v2.3_v1.7.3.xlsx': CATALOG_TIERS,
  'Avails_noErrors_v2.3_v1.8.xlsx': CATALOG_TIERS,
  'Movies_v1.7.2_Collection.xlsx': ['Tier 2', 'Tier 202', 'Tier 201'],
  'Movies_v1.7.3.xlsx': ['Tier 4'],
  'Movies_v1.9.xlsx': ['Tier 4', 'Tier 1', 'Tier 2', 'Early VOD', 'New Release', 'NR'],
  'TV_v1.9.xlsx': ['SeasonOnly', 'Tier 2'],
};

const PROBLEMS: Readonly<Record<string, string>> = {
  'Avails_Volume_v1.8.xlsx': `
R1 warning AvailMetadata/SeasonNumber 6-12
R2 warning AvailMetadata/VolumeID 4-5
R5 warning AvailTrans/End 4-12
R7 warning AvailTrans/PriceCurrency 4-12
`,
  'Avails_noErrors_v2.3_v1.7.3.xlsx': `
Movies R10 warning Avail/BundledALIDs 10-11
Movies R13 warning AvailMetadata/RatingSystem 6-7
Movies R5 warning AvailTrans/End 8-19
Movies R7 warning AvailTrans/PriceCurrency 4-6 8-19
TV R9 warning AvailAsset/EpisodeContentID 10-11
`,
  'Avails_noErrors_v2.3_v1.8.xlsx': `
R10 warning Avail/BundledALIDs 10-11
R13 warning AvailMetadata/RatingSystem 6-7
R5 warning AvailTrans/End 8-19
R7 warning AvailTrans/PriceCurrency 4-6 8-19
`,
  'Movies_v1.7.2_Collection.xlsx': `
R11 warning AvailMetadata/CaptionIncluded 12-15
R5 warning AvailTrans/End 12-15
`,
  'Movies_v1.7.3.xlsx': `
F3 warning AvailTrans/Avail/AvailID
F3 warning BZ 7
R2 warning AvailAsset/EditID 6-9
R2 warning AvailAsset/TitleID 4-9
R4 error AvailTrans/End 5 8-9
R4 error AvailTrans/EndLag 5
R4 error AvailTrans/Start 5
R4 error AvailTrans/StartLag 5
R4 warning AvailTrans/WindowDuration 4
R5 warning AvailTrans/End 4
R7 warning AvailTrans/PriceCurrency 4-5
`,
  'Movies_v1.9.xlsx': `
F3 warning Avail/BundledALIDs
F3 warning AvailTrans/BrandingRights 4 6
F3 warning AvailTrans/Exclusive 4 6
R2 warning AvailAsset/EditID 4-29
R2 warning AvailAsset/TitleID 4-29
R5 warning AvailTrans/End 6-9 12-17 20-21 24-25 28-29
W2 warning - 26-29
W2 warning AvailTrans/End 8-9 12-13 16-17
`,
  'TPT-test_v1.9.xlsx': `
F3 warning Avail/BundledALIDs
R11 warning AvailMetadata/CaptionIncluded 4-6
R5 warning AvailTrans/End 4-6
W3 warning AvailTrans/PriceType 4-6
`,
  'TV_v1.9.xlsx': `
F3 warning AvailMetadata/VolumeDistributionNumber
F3 warning AvailTrans/BrandingRights 4 6
F3 warning AvailTrans/ContractID
F3 warning AvailTrans/Exclusive 4 6
L2 warning Avail/ExceptionFlag 4-5 24-25
R11 warning AvailMetadata/CaptionIncluded 4-5
R2 warning AvailMetadata/EpisodeID 6-23 26-41
R2 warning AvailMetadata/EpisodeTitleID 6-23 26-41
R2 warning AvailMetadata/SeasonID 4-41
R2 warning AvailMetadata/SeriesID 4-41
R4 warning AvailMetadata/TotalRunTime 8-23 26-41
R7 warning AvailTrans/PriceCurrency 4-5 24-25
`,
};

const EXPECTED = FIGURES.trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [file = '', version, known, ...figures] = line.split(/\s+/);
    const [alids, standing, works] = figures.map(Number);
    return {
      ...{ file, version, isStated: known === 'stated', alids, standing, works },
      ...{ sheets: SHEETS[file], tiers: TIERS[file] ?? [], problems: PROBLEMS[file] ?? '' },
    };
  });

function standingRows({ rows }: CheckedFile) {
  return rows.filter(({ entry }) => entry !== null);
}

async function checked(file: string, rules: Partial<ImportRules> = {}): Promise<CheckedFile> {
  const parts = await unpack(readFileSync(sampleFile(file)));
  return checkFile(readWorkbook(parts), someRules(rules), isoDate(TODAY), LANGUAGES);
}

/** Problems as lines of the table above. */
function tableOf({ problems, sheets }: CheckedFile): string[] {
  const isOne = sheets.filter(({ skipped }) => skipped === null).length === 1;
  const rowsByLine = new Map<string, (number | null)[]>();
  for (const { sheet, code, severity, column, row } of problems) {
    const line = [...(isOne ? [] : [sheet]), code, severity, column ?? '-'].join(' ');
    rowsByLine.set(line, [...(rowsByLine.get(line) ?? []), row]);
  }
  return [...rowsByLine].map(([line, rows]) => `${line} ${ranges(rows)}`.trim()).sort();
}

/** `4-6 9` for rows 4, 5, 6 and 9. */
function ranges(rows: readonly (number | null)[]): string {
  const numbers = rows.filter((row) => row !== null).sort((a, b) => a - b);
  const starts = numbers.filter((row) => !numbers.includes(row - 1));
  const ends = numbers.filter((row) => !numbers.includes(row + 1));
  return starts
    .map((start, place) => (start === ends[place] ? start : `${start}-${ends[place]}`))
    .join(' ');
}

function worksOf({ rows }: CheckedFile): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { entry } of rows)
    for (let work: WorkEntry | null = entry?.work ?? null; work !== null; work = work.parent)
      keys.add(work.key);
  return keys;
}

describe('the samples', () => {
  describe.each(EXPECTED)('$file', (expected) => {
    it('has its version, sheets, rows and titles', async () => {
      const file = await checked(expected.file);
      expect(file.version).toBe(expected.version);
      expect(file.versionStated).toBe(expected.isStated);
      expect(Object.fromEntries(file.sheets.map(({ name, rows }) => [name, rows]))).toEqual(
        expected.sheets,
      );
      expect(
        file.sheets.filter(({ skipped }) => skipped === null).every(({ rows }) => rows > 0),
      ).toBe(true);
      expect(new Set(file.rows.map(({ row }) => row.cells['Avail/ALID'])).size).toBe(
        expected.alids,
      );
    });

    it('has exactly these problems', async () => {
      const file = await checked(expected.file);
      expect(tableOf(file)).toEqual(expected.problems.trim().split('\n').sort());
      expect(standingRows(file)).toHaveLength(expected.standing ?? NaN);
    });

    it('stands but for its own errors, at tiers that need no amount', async () => {
      const file = await checked(expected.file);
      expect(reviewSummary(file).tiers).toEqual(expected.tiers.toSorted());
      expect(worksOf(file).size).toBe(expected.works);
    });
  });

  it('says the same of a catalog in two sheets and in one', async () => {
    const terms = async (file: string) =>
      (await checked(file)).rows.map(({ entry }) => entry && { ...entry, sheet: '', row: 0 });
    expect(await terms('Avails_noErrors_v2.3_v1.8.xlsx')).toEqual(
      await terms('Avails_noErrors_v2.3_v1.7.3.xlsx'),
    );
  });

  it('ends the windows of the official movies where the next ones start', async () => {
    const { rows } = await checked('Movies_v1.9.xlsx');
    const windowOf = (row: number) => rows[row - 4]?.entry?.window;
    // Pre-orders until the purchase; six windows until the day before the next one.
    for (const row of [6, 7])
      expect(windowOf(row)).toEqual({ startsOn: '2013-04-14', endsOn: '2013-05-14' });
    for (const row of [8, 9, 12, 13, 16, 17])
      expect(windowOf(row)).toEqual({ startsOn: '2013-05-14', endsOn: '2013-05-28' });
    for (const row of [10, 11, 18, 19])
      expect(windowOf(row)).toEqual({ startsOn: '2013-05-28', endsOn: null });
    for (const row of [14, 15, 20, 21])
      expect(windowOf(row)).toEqual({ startsOn: '2013-05-28', endsOn: '2013-09-21' });
  });

  it('takes the world less two countries for the first row of the 1.7.3 movies', async () => {
    const [first] = (await checked('Movies_v1.7.3.xlsx')).rows;
    expect(first?.entry).toMatchObject({
      format: '3DUHD',
      price: { amount: { minor: 1299, currency: 'USD' } },
    });
    expect(first?.entry?.territories).toHaveLength(248);
    expect(first?.entry?.window).toEqual({ startsOn: '2018-01-20', endsOn: '2018-07-19' });
  });
});
