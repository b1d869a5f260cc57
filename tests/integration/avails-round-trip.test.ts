import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportRules } from '../../src/domain/avails/import-rules';
import type { ExportQuery, ExportStore, MadeExport } from '../../src/service/exports';
import type { Cells } from '../builders/avails-row-builders';
import { writeExport } from '../../src/adapters/avails/export-writer';
import { PostgresExportSource } from '../../src/adapters/postgres/export-source';
import { runExport } from '../../src/service/exports';
import { availsWorkbook } from '../../src/adapters/avails/workbook-writer';
import { aMovieRow, anEpisodeRow } from '../builders/avails-row-builders';
import { runs } from '../builders/effort';
import { aName, anId, price } from '../builders/license-builders';
import { refusals } from '../unit/domain/avails/reference-validator';
import { testDatabase } from './support';
import { ImportDriver } from './support-imports';

const SAMPLES = fileURLToPath(new URL('../../../shared/avails/samples', import.meta.url));

/**
 * The samples of which an export has something to say, with how many rows: as many as the file has that no error stops, one
 * per territory (row 4 of Movies_v1.7.3 is for all but two of 250), without the four of Movies_v1.9 that repeat others under
 * another AvailID. Counted from the XML of the sheets with a reader of another language.
 */
const SAMPLE_ROWS = [
  ['Avails_noErrors_v2.3_v1.7.3.xlsx', 24],
  ['Avails_noErrors_v2.3_v1.8.xlsx', 24],
  ['Movies_v1.7.2_Collection.xlsx', 12],
  ['Movies_v1.7.3.xlsx', 250],
  ['Movies_v1.9.xlsx', 22],
  ['TV_v1.9.xlsx', 38],
] as const;

/** The others: two volumes whose episodes lack the number of their season, and reductions of nothing. */
const SILENT_SAMPLES = [
  ['Avails_Volume_v1.8.xlsx', /A bundle is told by its members, and it has none/],
  ['TPT-test_v1.9.xlsx', /no title has an offer that fits/],
] as const;

const drivers = new Map<string, ImportDriver>();
for (const name of ['', ...[...SAMPLE_ROWS, ...SILENT_SAMPLES].map(([file]) => file)])
  drivers.set(name, new ImportDriver(await testDatabase()));

function driverOf(sample: string): ImportDriver {
  const driver = drivers.get(sample);
  if (driver === undefined) throw new Error(`There is no database for ${sample}.`);
  return driver;
}

/** The workbook of an export, made at once. */
async function exported(driver: ImportDriver, query: ExportQuery): Promise<MadeExport> {
  const made: MadeExport[] = [];
  const store: ExportStore = {
    begin: () => Promise.resolve({ query, format: 'xlsx' }),
    progress: () => Promise.resolve(true),
    finish: (_id, one) => Promise.resolve(void made.push(one)),
    fail: (_id, failure) => Promise.reject(new Error(failure)),
  };
  await runExport(anId(), {
    store,
    source: new PostgresExportSource(driver.database.url),
    write: writeExport,
    writeRejected: () => Promise.reject(new Error('Nothing was rejected.')),
    now: () => new Date().toISOString(),
    signal: new AbortController().signal,
  });
  const [one] = made;
  if (one === undefined) throw new Error('Nothing was made.');
  return one;
}

/** Checks a file, says what a person would have to say about it, and saves what can be. @returns the import's id */
async function imported(
  driver: ImportDriver,
  bytes: Uint8Array,
  rules: Partial<ImportRules>,
): Promise<string> {
  const id = await driver.uploaded(bytes);
  await driver.do(id, 'check');
  const { unpriced, rules: before } = await driver.checkedAgain(id, rules);
  if (unpriced.length > 0) await driver.checkedAgain(id, { prices: worth(unpriced, before) });
  if ((await driver.view(id)).applicable > 0)
    expect((await driver.committed(id)).state).toBe('committed');
  return id;
}

/** Another price for each tier and category, in the currency it is asked for in. */
function worth(unpriced: readonly string[], { currency, prices }: ImportRules) {
  const asked = unpriced.map((what, place) => {
    const named = / (USD|EUR|CAD)$/.exec(what)?.[1];
    return [what, { minor: 199 + 100 * place, currency: named ?? currency }] as const;
  });
  return { ...prices, ...Object.fromEntries(asked) };
}

/** What a file would make of what is stored: nothing, when it is what was exported. */
async function reviewOf(driver: ImportDriver, bytes: Uint8Array) {
  const id = await driver.uploaded(bytes);
  await driver.do(id, 'check');
  const { state, rejected, applicable } = await driver.view(id);
  const problems = await driver.views.problems(id);
  return {
    ...{ state, rejected, applicable },
    errors: problems.filter(({ severity }) => severity === 'error'),
    changes: (await driver.lines(id)).filter(({ outcome }) => outcome !== 'unchanged'),
  };
}

function firstSheet(bytes: Uint8Array): string[][] {
  const book = read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return utils.sheet_to_json(sheet, { header: 1, defval: '' });
}

const NO_CHANGE = { state: 'ready', rejected: 0, errors: [], changes: [], applicable: 0 };

describe('rows that are imported, exported and imported again', () => {
  const kinds = fc.constantFrom<Cells>(
    { 'AvailTrans/LicenseType': 'EST' },
    { 'AvailTrans/LicenseType': 'VOD', 'AvailTrans/LicenseRightsDescription': 'New Release' },
    { 'AvailTrans/LicenseType': 'VOD', 'AvailTrans/LicenseRightsDescription': 'PVOD' },
    {
      'AvailTrans/LicenseType': 'SVOD',
      'AvailTrans/PriceType': 'NA',
      'AvailTrans/PriceValue': 'NA',
    },
    {
      'AvailTrans/LicenseType': 'AVOD',
      'AvailTrans/LicenseRightsDescription': 'FAST',
      'AvailTrans/PriceType': '',
      'AvailTrans/PriceValue': '',
    },
    { 'AvailTrans/LicenseType': 'POEST', 'AvailTrans/SuppressionLiftDate': '2026-12-01' },
    { 'AvailTrans/PriceType': 'Tier', 'AvailTrans/PriceValue': '2' },
    { 'AvailTrans/PriceType': '', 'AvailTrans/PriceValue': '', 'AvailTrans/SRP': '3.99' },
  );
  const extras = fc.constantFrom<Cells>(
    {},
    { 'AvailMetadata/RatingSystem': 'MPAA', 'AvailMetadata/RatingValue': 'PG' },
    { 'AvailTrans/OtherTerms': '=1+1', 'AvailTrans/Description': "'-x" },
    { 'AvailTrans/AssetLanguage': 'es:subdub, fr', 'AvailTrans/HDR': 'HDR10' },
    { 'AvailTrans/TitleStatus': 'Approved', 'Avail/RetailerSpare1': '@home' },
    { 'AvailTrans/Territory': 'CA, FR, US' },
    { 'AvailTrans/Territory': 'ZZ', 'AvailTrans/TerritoryExclusion': 'US' },
    { 'AvailTrans/End': 'Open' },
  );

  /** Each row is for a year of its own, so that a title never has two prices at once, however often it is there. */
  const rows = fc
    .array(
      fc.record({
        number: fc.nat(5),
        isEpisode: fc.boolean(),
        kind: kinds,
        extra: extras,
        isInTwoFormats: fc.boolean(),
      }),
      { minLength: 6, maxLength: 16 },
    )
    .map((lines) =>
      lines.flatMap(({ number, isEpisode, kind, extra, isInTwoFormats }, place) => {
        const year = 2027 + place;
        const window = {
          'AvailTrans/Start': `${year}-01-01`,
          'AvailTrans/End': `${year}-12-31`,
        };
        const cells = { 'Avail/AvailID': `row-${place}`, ...kind, ...window, ...extra };
        const row = isEpisode
          ? anEpisodeRow(`e${number}`, number, cells)
          : aMovieRow(`m${number}`, cells);
        return isInTwoFormats
          ? [row, { ...row, 'AvailTrans/FormatProfile': 'SD', 'Avail/AvailID': `sd-${place}` }]
          : [row];
      }),
    );

  /** The row as another studio would have it: with ids of its own. */
  function ofStudio(row: Cells, studio: string): Cells {
    const mark = studio.replaceAll(' ', '-');
    const own = Object.entries(row).map(([key, text]) =>
      /ALID|ContentID/.test(key) ? [key, `${text}-${mark}`] : [key, text],
    );
    return {
      ...(Object.fromEntries(own) as Cells),
      'Avail/DisplayName': studio,
      'AvailTrans/ContractID': `${mark}-1`,
    };
  }

  it('change nothing', async () => {
    const driver = driverOf('');
    await fc.assert(
      fc.asyncProperty(rows, async (file) => {
        const studio = aName('Studio');
        await imported(driver, availsWorkbook(file.map((row) => ofStudio(row, studio))), {
          prices: { 'Tier 2': price('4.99') },
        });
        const before = await driver.sold();
        const { bytes } = await exported(driver, { studio });

        expect(await reviewOf(driver, bytes)).toEqual(NO_CHANGE);
        expect(await driver.sold()).toEqual(before);
      }),
      { numRuns: runs(4) },
    );
  });
});

// Real files of the standard lie beside the project where it is developed, and are not a part of it.
describe.skipIf(!existsSync(SAMPLES))(
  'a sample (in ../shared/avails/samples) that is imported and exported',
  () => {
    const rules = { formats: 'best-format', contract: 'SAMPLE-1' } as const;
    const bytesOf = (name: string) => readFileSync(path.join(SAMPLES, name));

    it.each(SAMPLE_ROWS)('%s comes back in %i rows, which change nothing', async (name, rows) => {
      const driver = driverOf(name);
      const id = await imported(driver, bytesOf(name), rules);
      const { studios } = await driver.view(id);
      const made = await Promise.all(studios.map((studio) => exported(driver, { studio })));

      expect(made.flatMap(({ leftOut }) => leftOut)).toEqual([]);
      expect(made.reduce((sum, one) => sum + one.rows, 0)).toBe(rows);
      for (const { bytes } of made) {
        expect(refusals(firstSheet(bytes))).toEqual([]);
        expect(await reviewOf(driver, bytes)).toEqual(NO_CHANGE);
      }
    });

    it.each(SILENT_SAMPLES)('%s leaves nothing to export', async (name, reason) => {
      const driver = driverOf(name);
      await imported(driver, bytesOf(name), rules);

      await expect(exported(driver, {})).rejects.toThrow(reason);
    });
  },
);
