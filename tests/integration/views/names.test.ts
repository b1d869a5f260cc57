import { beforeAll, describe, expect, it } from 'vitest';
import type { LicenseListQuery } from '../../../src/service/license/license-views';
import { PrismaContentViews } from '../../../src/adapters/postgres/content/content-views';
import { PrismaContractViews } from '../../../src/adapters/postgres/contract/contract-views';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { aMovieRow } from '../../builders/avails-row-builders';
import { anOfferData, days } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ImportDriver, TODAY } from '../files/support-imports';
import { SeedData } from '../support-titles';

const database = await testDatabase();
const seed = new SeedData(database.unitOfWork);
const licenses = new PrismaLicenseViews(database.prisma);
const contracts = new PrismaContractViews(database.prisma);
const titles = new PrismaContentViews(database.prisma);

const FIRST = { today: TODAY, pageSize: 100 };

async function licenseNames(query: Partial<LicenseListQuery>): Promise<string[]> {
  const { rows } = await licenses.list({
    ...{ filter: {}, sort: 'name', descending: false, strip: days('2026-01-01', '2026-12-31') },
    ...FIRST,
    ...query,
  });
  return rows.map(({ name }) => name);
}

async function titlesFound(filter: { text?: string; studio?: string }): Promise<string[]> {
  return (await titles.list({ filter, ...FIRST })).rows.map(({ title }) => title);
}

describe('names with letters that are not on keyboards', () => {
  const NAMES = ['Straße 9', 'L’Été', 'Łódź', 'El Niño', 'eclipse', 'Éclair'];

  beforeAll(async () => {
    for (const name of NAMES) {
      const offer = anOfferData();
      const studio = `Studio ${name}`;
      const licenseId = await seed.license({ name, studio, offers: [offer] });
      await seed.title({ title: name, studio, offers: [[licenseId, offer]] });
    }
  });

  it.each([
    ['El Nino', 'El Niño'],
    ['LODZ', 'Łódź'],
    ['strasse', 'Straße 9'],
    ["L'Ete", 'L’Été'],
    ['ÉCLAIR', 'Éclair'],
  ])('are found with %j, as license, title and contract', async (text, name) => {
    expect(await licenseNames({ filter: { text } })).toEqual([name]);
    expect(await titlesFound({ text })).toEqual([name]);
    const { rows } = await contracts.list({ text, ...FIRST });
    expect(rows.map(({ studio }) => studio)).toEqual([`Studio ${name}`]);
  });

  it('match a title exactly that is written without them', async () => {
    const [found] = await titles.named(['el nino']);
    expect(found?.titles.map(({ title }) => title)).toEqual(['El Niño']);
  });

  it('are sorted by their folded form', async () => {
    const sorted = ['Éclair', 'eclipse', 'El Niño', 'L’Été', 'Łódź', 'Straße 9'];
    expect(await licenseNames({ sort: 'name' })).toEqual(sorted);
    expect(await licenseNames({ sort: 'studio', descending: true })).toEqual(sorted.toReversed());
    expect(await titlesFound({})).toEqual(sorted);
    expect(await contracts.studios()).toEqual(sorted.map((name) => `Studio ${name}`));
  });

  it('filter by studio in any spelling', async () => {
    const studio = 'STUDIO  el nino';
    expect(await licenseNames({ filter: { studio } })).toEqual(['El Niño']);
    expect(await titlesFound({ studio })).toEqual(['El Niño']);
  });
});

describe('a file with other spellings of a studio and a contract', () => {
  const imports = new ImportDriver(database);
  const cells = { 'Avail/DisplayName': 'Élan Films', 'AvailTrans/ContractID': 'EF-Ω 1' };

  it.each([
    ['in capitals', { 'Avail/DisplayName': 'ÉLAN FILMS' }],
    ['without accents', { 'Avail/DisplayName': 'elan films' }],
    ['with a space that does not break', { 'Avail/DisplayName': 'Élan\u00A0Films' }],
    ['with two spaces', { 'Avail/DisplayName': 'Élan  Films' }],
    ['with a reference in small letters', { 'AvailTrans/ContractID': 'ef-ω  1' }],
  ])('matches the stored ones: %s', async (how, respelled) => {
    const known = `known-${how.replaceAll(' ', '-')}`;
    await imports.committed(await imports.checked([aMovieRow(known, cells)]));
    const same = await imports.checked([aMovieRow(known, { ...cells, ...respelled })]);
    expect(await imports.view(same)).toMatchObject({ state: 'ready', applicable: 0, blocked: 0 });

    const added = aMovieRow(`new-${known}`, {
      ...{ ...cells, ...respelled, 'AvailTrans/PriceValue': '3.33' },
    });
    const view = await imports.committed(await imports.checked([added]));

    expect(view.counts.filter(({ what }) => what === 'contract')).toEqual([]);
    const stored = await database.rows(
      `SELECT DISTINCT c.studio, c.reference, t.studio AS "titles" FROM contracts c, content t
       WHERE fold(c.studio) = 'elan films' AND fold(t.studio) = 'elan films'`,
    );
    expect(stored).toEqual([{ studio: 'Élan Films', reference: 'EF-Ω 1', titles: 'Élan Films' }]);
  });

  it('that has two spellings itself adds one contract', async () => {
    const spellings = ['Œuvre Pictures', 'OEUVRE  PICTURES'];
    const rows = spellings.map((studio, at) =>
      aMovieRow(`oeuvre-${at}`, {
        ...{ 'Avail/DisplayName': studio, 'AvailTrans/ContractID': at === 0 ? 'OP-a' : 'op-A' },
        'AvailTrans/PriceValue': `${at + 1}.00`,
      }),
    );
    const id = await imports.checked(rows);
    expect(await imports.view(id)).toMatchObject({ applicable: 2, studios: ['Œuvre Pictures'] });
    await imports.committed(id);

    const stored = await database.rows(
      `SELECT c.studio, c.reference, count(*)::int AS licenses
       FROM contracts c JOIN licenses l ON l.contract_id = c.id
       WHERE fold(c.studio) = 'oeuvre pictures' GROUP BY c.id`,
    );
    expect(stored).toEqual([{ studio: 'Œuvre Pictures', reference: 'OP-a', licenses: 2 }]);
  });
});
