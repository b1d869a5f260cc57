import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cells } from '../../builders/avails-row-builders';
import { availsWorkbook } from '../../../src/adapters/avails/workbook-writer';
import { ALL_TERRITORIES } from '../../../src/domain/values/territory';
import { aMovieRow, anEpisodeRow } from '../../builders/avails-row-builders';
import { runs } from '../../builders/effort';
import { aName, anId } from '../../builders/license-builders';
import { refusals } from '../../unit/domain/avails/reference-validator';
import { testDatabase } from '../support';
import { ImportDriver } from './support-imports';
import { exported, firstSheet, imported, NO_CHANGE, reviewOf } from './support-round-trip';

const database = await testDatabase();

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
    {
      'AvailTrans/PriceType': 'LicenseFee',
      'AvailTrans/PriceValue': 'as agreed',
      'AvailTrans/PriceCurrency': '',
    },
    { 'AvailTrans/PriceType': 'DMRP' },
    { 'AvailTrans/PriceType': '', 'AvailTrans/PriceValue': '', 'AvailTrans/SRP': '3.99' },
  );
  const few = fc.constantFrom<Cells>(
    {},
    { 'AvailMetadata/RatingSystem': 'MPAA', 'AvailMetadata/RatingValue': 'PG' },
    { 'AvailTrans/OtherTerms': '=1+1', 'AvailTrans/Description': "'-x" },
    { 'AvailTrans/AssetLanguage': 'es:subdub, fr', 'AvailTrans/HDR': 'HDR10' },
    { 'AvailTrans/TitleStatus': 'Approved', 'Avail/RetailerSpare1': '@home' },
    { 'AvailTrans/Territory': 'CA, FR, US' },
    { 'AvailTrans/End': 'Open' },
    { 'AvailTrans/AllowedLanguages': 'en, fr', 'AvailTrans/HoldbackLanguage': 'fr-CA' },
    { 'AvailTrans/HoldbackLanguage': 'es', 'AvailTrans/Exclusive': 'Yes' },
  );
  // Rare, because such a row leaves as one for each territory.
  const worldwide = fc.constant<Cells>({
    ...{ 'AvailTrans/Territory': 'ZZ', 'AvailTrans/TerritoryExclusion': 'US' },
  });
  const extras = fc.oneof({ weight: 39, arbitrary: few }, { weight: 1, arbitrary: worldwide });

  /** Puts each row into a separate year, so that a title in several rows never has two prices at once. */
  const rows = fc
    .array(
      fc.record({
        number: fc.nat(5),
        isEpisode: fc.boolean(),
        kind: kinds,
        extra: extras,
        isInTwoFormats: fc.boolean(),
        isReduced: fc.boolean(),
      }),
      { minLength: 4, maxLength: 10 },
    )
    .map((lines) =>
      lines.flatMap(({ number, isEpisode, kind, extra, isInTwoFormats, isReduced }, place) => {
        const year = 2027 + place;
        const window = {
          'AvailTrans/Start': `${year}-01-01`,
          'AvailTrans/End': `${year}-12-31`,
        };
        // Only the last row can be without an end: the windows of one title do not overlap.
        const { 'AvailTrans/End': end = window['AvailTrans/End'], ...others } = extra;
        const own = { ...others, ...(place === lines.length - 1 ? { 'AvailTrans/End': end } : {}) };
        const cells = { 'Avail/AvailID': `row-${place}`, ...kind, ...window, ...own };
        const row = isEpisode
          ? anEpisodeRow(`e${number}`, number, cells)
          : aMovieRow(`m${number}`, cells);
        return [
          row,
          ...(isInTwoFormats
            ? [{ ...row, 'AvailTrans/FormatProfile': 'SD', 'Avail/AvailID': `sd-${place}` }]
            : []),
          ...(isReduced && kind['AvailTrans/PriceType'] !== 'NA' ? [reduced(row, place)] : []),
        ];
      }),
    );

  /** A temporary price on top of a row, in its best format. */
  function reduced(row: Cells, place: number): Cells {
    const year = 2027 + place;
    return {
      ...row,
      ...{ 'Avail/AvailID': `tpr-${place}`, 'AvailTrans/SRP': '' },
      ...{ 'AvailTrans/Start': `${year}-03-01`, 'AvailTrans/End': `${year}-03-14` },
      ...{ 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '0.99' },
      ...{ 'AvailTrans/TPRType': 'Unconditional', 'AvailTrans/CampaignID': 'SPRING' },
    };
  }

  /** The row with the ids of another studio. */
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

  it('change nothing', { timeout: 300_000 }, async () => {
    const driver = new ImportDriver(database);
    await fc.assert(
      fc.asyncProperty(rows, async (file) => {
        const studio = aName('Studio');
        await imported(driver, availsWorkbook(file.map((row) => ofStudio(row, studio))), {});
        const before = await driver.sold();
        const { bytes } = await exported(driver, { studio });

        expect(await reviewOf(driver, bytes)).toEqual(NO_CHANGE);
        expect(await driver.sold()).toEqual(before);
      }),
      { numRuns: runs(4) },
    );
  });
});

describe('temporary prices that are imported and exported', () => {
  const TEMPORARY = {
    ...{ 'AvailTrans/Start': '2027-06-01', 'AvailTrans/End': '2027-06-14' },
    ...{ 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '4.99' },
    ...{ 'AvailTrans/TPRType': 'Conditional', 'AvailTrans/CampaignID': 'SUMMER' },
  };
  const COLUMNS = ['FormatProfile', 'Start', 'End', 'PriceType', 'PriceValue', 'CampaignID'];

  const aTitle = () => {
    const own = { 'Avail/DisplayName': aName('Studio') };
    const alid = anId();
    const row = (cells: Cells = {}) => aMovieRow(alid, { ...own, ...cells });
    return { studio: own['Avail/DisplayName'], row };
  };

  async function leaving(driver: ImportDriver, studio: string) {
    const { bytes } = await exported(driver, { studio });
    expect(await reviewOf(driver, bytes)).toEqual(NO_CHANGE);
    const [, header = [], , ...rows] = firstSheet(bytes);
    return rows.map((row) =>
      COLUMNS.map((name) => row[header.indexOf(name)])
        .join(' ')
        .trim(),
    );
  }

  it('leave as they came in, each format with its own', async () => {
    const driver = new ImportDriver(database);
    const { studio, row } = aTitle();
    const SD = { 'AvailTrans/FormatProfile': 'SD' };
    await imported(driver, availsWorkbook([row(), row(SD), row({ ...SD, ...TEMPORARY })]), {});

    expect(await leaving(driver, studio)).toEqual([
      'HD 2027-01-01 2027-12-31 WSP 9.99',
      'SD 2027-01-01 2027-12-31 WSP 9.99',
      'SD 2027-06-01 2027-06-14 TPR-WSP 4.99 SUMMER',
    ]);
  });

  it('that came in a file of their own leave on top of the rows of the earlier file', async () => {
    const driver = new ImportDriver(database);
    const { studio, row } = aTitle();
    await imported(driver, availsWorkbook([row()]), {});
    await imported(driver, availsWorkbook([row(TEMPORARY)]), {});

    expect(await leaving(driver, studio)).toEqual([
      'HD 2027-01-01 2027-12-31 WSP 9.99',
      'HD 2027-06-01 2027-06-14 TPR-WSP 4.99 SUMMER',
    ]);
  });
});

describe('a catalog that is imported and exported', () => {
  it('has a row for each territory in each format, and changes nothing when imported again', async () => {
    const driver = new ImportDriver(database);
    const studio = aName('Studio');
    const of = (row: Cells, cells: Cells = {}) => ({
      ...row,
      'Avail/DisplayName': studio,
      ...cells,
    });
    const catalog = [
      of(aMovieRow(anId(), { 'AvailTrans/Territory': 'ZZ' }), {
        'AvailTrans/TerritoryExclusion': 'CN, US',
      }),
      of(aMovieRow(anId(), { 'AvailTrans/PriceType': 'Tier' }), {
        'AvailTrans/PriceValue': '4',
        'AvailTrans/Territory': 'CA, GB',
      }),
      of(anEpisodeRow(anId(), 1)),
      of(anEpisodeRow(anId(), 2)),
    ];
    await imported(driver, availsWorkbook(catalog), {});

    const { bytes, rows, leftOut } = await exported(driver, { studio });

    expect(leftOut).toEqual([]);
    // All but two territories; two; one; one.
    expect(rows).toBe(ALL_TERRITORIES.length - 2 + 2 + 1 + 1);
    expect(refusals(firstSheet(bytes))).toEqual([]);
    expect(await reviewOf(driver, bytes)).toEqual(NO_CHANGE);
  });

  it.each<readonly [string, Cells, RegExp]>([
    [
      'a reduction of nothing',
      { 'AvailTrans/PriceType': 'WSPReduction' },
      /no title has a matching offer/,
    ],
  ])('has nothing to export when it holds only %s', async (_what, cells, reason) => {
    const driver = new ImportDriver(database);
    const studio = aName('Studio');
    const row = aMovieRow(anId(), { ...cells, 'Avail/DisplayName': studio });
    await imported(driver, availsWorkbook([row]), {});

    await expect(exported(driver, { studio })).rejects.toThrow(reason);
  });
});
