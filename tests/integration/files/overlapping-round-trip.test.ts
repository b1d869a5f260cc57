import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cells } from '../../builders/avails-row-builders';
import { availsWorkbook } from '../../../src/adapters/avails/workbook-writer';
import { aMovieRow } from '../../builders/avails-row-builders';
import { runs } from '../../builders/effort';
import { aName } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ImportDriver } from './support-imports';
import { sayings } from './support-sayings';
import { exported, firstSheet, imported, NO_CHANGE, reviewOf } from './support-round-trip';

const database = await testDatabase();
const driver = new ImportDriver(database);

/** A movie of a studio of its own. */
function aMovie() {
  const studio = aName('Studio');
  const alid = aName('m').replaceAll(' ', '-');
  const row = (cells: Cells = {}) => aMovieRow(alid, { 'Avail/DisplayName': studio, ...cells });
  return { studio, row };
}

const years = (first: number, last: number | null): Cells => ({
  'AvailTrans/Start': `${first}-01-01`,
  'AvailTrans/End': last === null ? 'Open' : `${last}-12-31`,
});

const SD = { 'AvailTrans/FormatProfile': 'SD' };
const SUBSCRIPTION = {
  ...{ 'AvailTrans/LicenseType': 'SVOD', 'AvailTrans/PriceType': 'NA' },
  'AvailTrans/PriceValue': 'NA',
};
const speaking = (languages: string): Cells => ({ 'AvailTrans/AssetLanguage': languages });

const springOf = (year: number): Cells => ({
  ...{ 'AvailTrans/Start': `${year}-03-01`, 'AvailTrans/End': `${year}-03-14` },
  ...{ 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '0.99' },
  ...{ 'AvailTrans/TPRType': 'Unconditional', 'AvailTrans/CampaignID': 'SPRING' },
});

/** Cells of the rows of an export by their columns, in short: `SD 2036-01-01 Open`. */
async function exportedRows(studio: string, columns: readonly string[]) {
  const { bytes } = await exported(driver, { studio });
  expect(await reviewOf(driver, bytes)).toEqual(NO_CHANGE);
  return cellsIn(bytes).map((row) =>
    columns
      .map((column) => row[`AvailTrans/${column}`])
      .filter(Boolean)
      .join(' '),
  );
}

/** The rows of a workbook. */
function cellsIn(bytes: Uint8Array): readonly Cells[] {
  const [groups = [], names = [], , ...rows] = firstSheet(bytes);
  return rows.map((row) =>
    Object.fromEntries(
      row
        .map((text, at) => [`${groups[at] ?? ''}/${names[at] ?? ''}`, text] as const)
        .filter(([, text]) => text !== ''),
    ),
  );
}

describe('rows of which others are not saved', () => {
  it('are saved although the temporary price of a refused row is in the file', async () => {
    const { studio, row } = aMovie();
    const rows = [
      row({ ...years(2029, 2029), ...speaking('es:subdub, fr') }),
      ...[row(years(2036, null)), row({ ...years(2036, null), ...SD })],
      ...[row(years(2040, 2040)), row(springOf(2040))],
    ];
    const id = await imported(driver, availsWorkbook(rows), {});

    expect(await driver.view(id)).toMatchObject({ rejected: 3, blocked: 0 });
    expect(await exportedRows(studio, ['FormatProfile', 'Start', 'End', 'AssetLanguage'])).toEqual([
      'HD 2029-01-01 2029-12-31 es',
      'HD 2029-01-01 2029-12-31 fr',
      'SD 2036-01-01 Open',
    ]);
  });

  it('keep their language when a person leaves out those of another', async () => {
    const { studio, row } = aMovie();
    const id = await driver.checked([
      row({ ...years(2029, 2029), ...speaking('en') }),
      row({ ...years(2030, 2030), ...speaking('fr') }),
    ]);
    await driver.leaveOut(id, 'French');
    await driver.committed(id);

    expect(await exportedRows(studio, ['Start', 'AssetLanguage', 'AllowedLanguages'])).toEqual([
      '2029-01-01 en en',
    ]);
  });

  it('leave as rows for the languages of their licenses alone', async () => {
    const { studio, row } = aMovie();
    const rows = [
      row({ ...years(2029, 2029), ...speaking('en, fr') }),
      row({ ...years(2030, 2030), ...speaking('fr') }),
    ];
    await imported(driver, availsWorkbook(rows), {});

    expect(await exportedRows(studio, ['Start', 'AssetLanguage', 'AllowedLanguages'])).toEqual([
      '2029-01-01 en',
      '2029-01-01 fr',
      '2030-01-01 fr',
    ]);
  });
});

describe('a license of two languages', () => {
  const single = (action: string, availId: string, cells: Cells = {}): Cells => ({
    ...{ 'Disposition/EntryType': action, 'Avail/AvailID': availId, ...cells },
  });
  const CHEAPER = { 'AvailTrans/PriceValue': '7.99' };
  const COLUMNS = ['Start', 'End', 'AssetLanguage', 'AllowedLanguages', 'PriceValue'];

  /** A movie of which rows in English and French share a license. */
  async function shared() {
    const { studio, row } = aMovie();
    const mark = studio.replaceAll(' ', '-');
    const of = (language: string, action: string, cells: Cells = {}) =>
      row({
        ...{ ...years(2029, 2029), ...speaking(language) },
        ...single(action, `${mark}-${language}`, cells),
      });
    await imported(driver, availsWorkbook([of('en', 'Create'), of('fr', 'Create')]), {});
    const licenses = () =>
      database.rows<{ name: string }>(
        `SELECT DISTINCT l.name FROM licenses l JOIN assignments a ON a.license_id = l.id
          JOIN contracts c ON c.id = l.contract_id WHERE c.studio = '${studio}' ORDER BY 1`,
      );
    expect(await licenses()).toHaveLength(1);
    return { studio, of, licenses };
  }

  it('is divided where one is updated, and leaves as what each of them is', async () => {
    const { studio, of, licenses } = await shared();
    await imported(driver, availsWorkbook([of('fr', 'Update', CHEAPER)]), {});

    expect(await licenses()).toHaveLength(2);
    expect(await exportedRows(studio, COLUMNS)).toEqual([
      '2029-01-01 2029-12-31 en 9.99',
      '2029-01-01 2029-12-31 fr 7.99',
    ]);
    await imported(driver, availsWorkbook([of('en', 'Update', CHEAPER)]), {});
    expect(await exportedRows(studio, COLUMNS)).toEqual([
      '2029-01-01 2029-12-31 en en 7.99',
      '2029-01-01 2029-12-31 fr fr 7.99',
    ]);
  });

  it('stays with the other where one is deleted', async () => {
    const { studio, of } = await shared();
    await imported(driver, availsWorkbook([of('fr', 'Delete')]), {});

    expect(await exportedRows(studio, COLUMNS)).toEqual(['2029-01-01 2029-12-31 en en 9.99']);
    await imported(driver, availsWorkbook([of('de', 'Create', CHEAPER)]), {});
    expect(await exportedRows(studio, COLUMNS)).toEqual([
      '2029-01-01 2029-12-31 de 7.99',
      '2029-01-01 2029-12-31 en 9.99',
    ]);
  });

  it('is divided where a third is created at another price, and together again by a full extract', async () => {
    const { studio, of, licenses } = await shared();
    const before = await driver.sold();
    const id = await imported(driver, availsWorkbook([of('de', 'Create', CHEAPER)]), {});

    expect(await licenses()).toHaveLength(2);
    expect(await exportedRows(studio, COLUMNS)).toEqual([
      '2029-01-01 2029-12-31 de 7.99',
      '2029-01-01 2029-12-31 en 9.99',
      '2029-01-01 2029-12-31 fr 9.99',
    ]);
    await driver.undone(id);
    expect(await driver.sold()).toEqual(before);
    await imported(driver, availsWorkbook([of('de', 'Create', CHEAPER)]), {});
    const all = ['de', 'en', 'fr'].map((language) => of(language, 'Full Extract'));
    await imported(driver, availsWorkbook(all), {});
    expect(await licenses()).toHaveLength(1);
    expect(await driver.findings()).toEqual([]);
  });
});

describe('licenses that grow into the days of each other', () => {
  it('leave as the last full extract says', async () => {
    const { studio, row } = aMovie();
    const [first, second] = [years(2028, 2028), years(2029, 2030)];
    const french = (days: Cells) => row({ ...days, ...speaking('fr') });
    await imported(driver, availsWorkbook([row(first), french(second)]), {});
    const before = await driver.sold();
    const id = await imported(driver, availsWorkbook([row(second), french(first)]), {});

    const saying = ['2028-01-01 2028-12-31 fr', '2029-01-01 2030-12-31'];
    expect(await exportedRows(studio, ['Start', 'End', 'AssetLanguage'])).toEqual(saying);
    await driver.undone(id);
    expect(await driver.sold()).toEqual(before);
    await imported(driver, availsWorkbook([row(years(2028, 2030))]), {});
    expect(await exportedRows(studio, ['Start', 'End', 'AssetLanguage'])).toEqual([
      '2028-01-01 2030-12-31',
    ]);
    expect(await driver.findings()).toEqual([]);
  });
});

describe('a temporary price for any language', () => {
  it('leaves as one row on top of the rows in each language', async () => {
    const { studio, row } = aMovie();
    const rows = [
      row({ ...years(2029, 2029), ...speaking('en') }),
      row({ ...years(2029, 2029), ...speaking('fr'), 'AvailTrans/PriceValue': '7.99' }),
      row(springOf(2029)),
    ];
    await imported(driver, availsWorkbook(rows), {});

    expect(await exportedRows(studio, ['Start', 'End', 'AssetLanguage', 'PriceValue'])).toEqual([
      '2029-01-01 2029-12-31 en 9.99',
      '2029-01-01 2029-12-31 fr 7.99',
      '2029-03-01 2029-03-14 0.99',
    ]);
  });
});

describe('rows whose windows may overlap', () => {
  const said = {
    years: fc.record({
      first: fc.integer({ min: 2027, max: 2031 }),
      more: fc.constantFrom(0, 0, 1, 2, null),
    }),
    right: fc.constantFrom<Cells>(
      {},
      {},
      { 'AvailTrans/LicenseType': 'VOD' },
      { 'AvailTrans/PriceType': 'Tier', 'AvailTrans/PriceValue': '2' },
      { 'AvailTrans/PriceType': 'DMRP', 'AvailTrans/PriceValue': '4.99' },
      { ...SUBSCRIPTION, 'AvailTrans/PriceCurrency': '' },
    ),
    territories: fc.constantFrom('US', 'US', 'CA', 'CA, US'),
    formats: fc.constantFrom(['HD'], ['HD'], ['SD'], ['HD', 'SD'], ['UHD', 'SD']),
    languages: fc.constantFrom<Cells>(
      {},
      {},
      ...['es', 'fr', 'es:subdub, fr'].map(speaking),
      { 'AvailTrans/AllowedLanguages': 'en, fr' },
      { 'AvailTrans/HoldbackLanguage': 'es' },
      { ...speaking('es'), 'AvailTrans/HoldbackLanguage': 'es-MX' },
      { ...speaking('fr'), 'AvailTrans/AllowedLanguages': 'fr, de' },
    ),
    extra: fc.constantFrom<Cells>(
      {},
      {},
      { 'AvailTrans/Exclusive': 'Yes' },
      { 'AvailMetadata/RatingSystem': 'MPAA', 'AvailMetadata/RatingValue': 'PG' },
      // An error.
      { 'AvailTrans/RentalDuration': 'x' },
    ),
    reduction: fc.constantFrom<Cells | null>(null, null, {}, speaking('')),
  };
  const files = fc
    .array(fc.record({ title: fc.nat(1), ...said }), {
      minLength: 2,
      maxLength: 7,
    })
    .map((lines) =>
      lines.flatMap(({ title, years: { first, more }, formats, territories, ...line }, place) => {
        const { right, languages, extra, reduction } = line;
        const [best = 'HD', ...others] = formats;
        const isForAll = right['AvailTrans/LicenseType'] === 'SVOD';
        const row = (format: string, cells: Cells = {}) =>
          aMovieRow(`m${title}`, {
            ...{ 'Avail/AvailID': `${place}-${format}`, 'AvailTrans/Territory': territories },
            ...{ ...right, ...languages, ...extra, 'AvailTrans/FormatProfile': format },
            ...{ ...years(first, more === null ? null : first + more), ...cells },
          });
        const reduced = (cells: Cells) =>
          row(best, { ...springOf(first), 'Avail/AvailID': `${place}-tpr`, ...cells });
        return [
          row(best),
          // Of a subscription the best format stands for all.
          ...(isForAll ? [] : others.map((format) => row(format))),
          ...(reduction === null || isForAll ? [] : [reduced(reduction)]),
        ];
      }),
    );

  it(
    'leave cell by cell as they came in, without those that are refused, and change nothing',
    { timeout: 300_000 },
    async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(files, async (cells) => {
          const studio = aName('Studio');
          const rows = cells.map((row) => ofStudio(row, studio));
          const id = await imported(driver, availsWorkbook(rows), {});
          const { blocked } = await driver.view(id);
          const refused = (await driver.views.rejectedRows(id)).map(({ row }) => row);
          if (refused.length === rows.length) return;
          const { bytes } = await exported(driver, { studio });

          expect(await reviewOf(driver, bytes)).toEqual(NO_CHANGE);
          if (blocked > 0) return;
          compared += 1;
          const saved = rows.filter((_, place) => !refused.includes(place + FIRST_ROW));
          expect(sayings(cellsIn(bytes))).toEqual(sayings(saved));
        }),
        { numRuns: runs(4) },
      );
      expect(compared).toBeGreaterThan(0);
    },
  );
});

/** Where data begins in a workbook. */
const FIRST_ROW = 4;

/** The row with the ids of a studio of its own. */
function ofStudio(row: Cells, studio: string): Cells {
  const mark = studio.replaceAll(' ', '-');
  return Object.fromEntries(
    Object.entries({ ...row, 'Avail/DisplayName': studio }).map(([key, text]) =>
      /ALID|ContentID/.test(key) ? [key, `${text}-${mark}`] : [key, text],
    ),
  );
}
