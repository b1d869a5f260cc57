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
import { aMovie, cellsIn, exportedRows, speaking, years } from './support-movies';
import { exported, imported, NO_CHANGE, reviewOf } from './support-round-trip';

const database = await testDatabase();
const driver = new ImportDriver(database);

const SD = { 'AvailTrans/FormatProfile': 'SD' };
const SUBSCRIPTION = {
  ...{ 'AvailTrans/LicenseType': 'SVOD', 'AvailTrans/PriceType': 'NA' },
  'AvailTrans/PriceValue': 'NA',
};

const springOf = (year: number): Cells => ({
  ...{ 'AvailTrans/Start': `${year}-03-01`, 'AvailTrans/End': `${year}-03-14` },
  ...{ 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '0.99' },
  ...{ 'AvailTrans/TPRType': 'Unconditional', 'AvailTrans/CampaignID': 'SPRING' },
});

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
    expect(
      await exportedRows(driver, studio, ['FormatProfile', 'Start', 'End', 'AssetLanguage']),
    ).toEqual(['HD 2029-01-01 2029-12-31 es', 'HD 2029-01-01 2029-12-31 fr', 'SD 2036-01-01 Open']);
  });

  it('keep their language when a person leaves out those of another', async () => {
    const { studio, row } = aMovie();
    const id = await driver.checked([
      row({ ...years(2029, 2029), ...speaking('en') }),
      row({ ...years(2030, 2030), ...speaking('fr') }),
    ]);
    await driver.leaveOut(id, 'French');
    await driver.committed(id);

    expect(
      await exportedRows(driver, studio, ['Start', 'AssetLanguage', 'AllowedLanguages']),
    ).toEqual(['2029-01-01 en en']);
  });

  it('leave as rows for the languages of their licenses alone', async () => {
    const { studio, row } = aMovie();
    const rows = [
      row({ ...years(2029, 2029), ...speaking('en, fr') }),
      row({ ...years(2030, 2030), ...speaking('fr') }),
    ];
    await imported(driver, availsWorkbook(rows), {});

    expect(
      await exportedRows(driver, studio, ['Start', 'AssetLanguage', 'AllowedLanguages']),
    ).toEqual(['2029-01-01 en', '2029-01-01 fr', '2030-01-01 fr']);
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

    expect(
      await exportedRows(driver, studio, ['Start', 'End', 'AssetLanguage', 'PriceValue']),
    ).toEqual([
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
