import { describe, expect, it } from 'vitest';
import type { Cells } from '../../builders/avails-row-builders';
import { availsWorkbook } from '../../../src/adapters/avails/workbook-writer';
import { testDatabase } from '../support';
import { ImportDriver } from './support-imports';
import { aMovie, exportedRows, speaking, years } from './support-movies';
import { imported } from './support-round-trip';

const database = await testDatabase();
const driver = new ImportDriver(database);

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
    expect(await exportedRows(driver, studio, COLUMNS)).toEqual([
      '2029-01-01 2029-12-31 en 9.99',
      '2029-01-01 2029-12-31 fr 7.99',
    ]);
    await imported(driver, availsWorkbook([of('en', 'Update', CHEAPER)]), {});
    expect(await exportedRows(driver, studio, COLUMNS)).toEqual([
      '2029-01-01 2029-12-31 en en 7.99',
      '2029-01-01 2029-12-31 fr fr 7.99',
    ]);
  });

  it('stays with the other where one is deleted', async () => {
    const { studio, of } = await shared();
    await imported(driver, availsWorkbook([of('fr', 'Delete')]), {});

    expect(await exportedRows(driver, studio, COLUMNS)).toEqual([
      '2029-01-01 2029-12-31 en en 9.99',
    ]);
    await imported(driver, availsWorkbook([of('de', 'Create', CHEAPER)]), {});
    expect(await exportedRows(driver, studio, COLUMNS)).toEqual([
      '2029-01-01 2029-12-31 de 7.99',
      '2029-01-01 2029-12-31 en 9.99',
    ]);
  });

  it('is divided where a third is created at another price, and together again by a full extract', async () => {
    const { studio, of, licenses } = await shared();
    const before = await driver.sold();
    const id = await imported(driver, availsWorkbook([of('de', 'Create', CHEAPER)]), {});

    expect(await licenses()).toHaveLength(2);
    expect(await exportedRows(driver, studio, COLUMNS)).toEqual([
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
    expect(await exportedRows(driver, studio, ['Start', 'End', 'AssetLanguage'])).toEqual(saying);
    await driver.undone(id);
    expect(await driver.sold()).toEqual(before);
    await imported(driver, availsWorkbook([row(years(2028, 2030))]), {});
    expect(await exportedRows(driver, studio, ['Start', 'End', 'AssetLanguage'])).toEqual([
      '2028-01-01 2030-12-31',
    ]);
    expect(await driver.findings()).toEqual([]);
  });
});
