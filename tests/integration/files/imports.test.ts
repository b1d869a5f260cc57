import { UNRESTRICTED } from '../../../src/domain/license/terms';
import { afterEach, describe, expect, it } from 'vitest';
import { PrismaHistoryViews } from '../../../src/adapters/postgres/history-views';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { DateRange } from '../../../src/domain/values/date-range';
import { ImportMoved, NothingToCommit } from '../../../src/domain/import/import-errors';
import { assignOffer, registerContent } from '../../../src/service/content/content-service';
import { closeContract, reopenContract } from '../../../src/service/contract/close-contract';
import { recordContract } from '../../../src/service/contract/contract-service';
import { amendLicense, grantLicense } from '../../../src/service/license/license-service';
import { aMovieRow, anEpisodeRow } from '../../builders/avails-row-builders';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { someContentDetails } from '../../builders/content-builders';
import { aName, anId, someDetails } from '../../builders/license-builders';
import { gate } from '../../contracts/gate';
import { until } from '../../race/until';
import { testDatabase } from '../support';
import { ImportDriver } from './support-imports';
import { onePrice } from '../../../src/domain/license/price-list';

const database = await testDatabase();
const imports = new ImportDriver(database);
const ben = new ImportDriver(database, 'Ben');
const history = new PrismaHistoryViews(database.prisma);

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

/** A unique identifier without spaces. */
function anAlid(what: string): string {
  return aName(what).replace(' ', '-');
}

/** A unique studio. */
function aStudio(): { readonly studio: string; readonly cells: Record<string, string> } {
  const studio = aName('Northlight');
  return { studio, cells: { 'Avail/DisplayName': studio } };
}

async function soldBy(studio: string): Promise<readonly string[]> {
  const rows = await database.rows<{ line: string }>(
    `SELECT concat_ws(' ', c.title, l.rights_type, cardinality(l.territories), o.starts_on,
       coalesce(o.ends_on::text, 'open'), o.prices -> 0 ->> 2, o.prices -> 0 ->> 3) AS line
     FROM assignments a JOIN content c ON c.id = a.content_id JOIN licenses l ON l.id = a.license_id
     JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
     WHERE l.studio = $1 ORDER BY 1`,
    [studio],
  );
  return rows.map(({ line }) => line);
}

describe('a first file', () => {
  it('creates its contract, one license for rows with equal terms, and its titles', async () => {
    const { studio, cells } = aStudio();
    const [one, two, three] = [anAlid('m'), anAlid('m'), anAlid('m')];
    const id = await imports.checked([
      aMovieRow(one, cells),
      aMovieRow(one, { ...cells, 'AvailTrans/FormatProfile': 'SD' }),
      aMovieRow(two, cells),
      aMovieRow(two, { ...cells, 'AvailTrans/FormatProfile': 'SD' }),
      aMovieRow(three, { ...cells, 'AvailTrans/PriceValue': '4.99' }),
    ]);

    expect(await imports.view(id)).toMatchObject({
      state: 'ready',
      version: '1.9',
      versionStated: true,
      rows: 5,
      rejected: 0,
      applicable: 2,
      blocked: 0,
      idleColumns: [{ column: 'AvailMetadata/CaptionIncluded', rows: 5 }],
    });
    expect(await soldBy(studio)).toEqual([]);
    expect(await imports.committed(id)).toMatchObject({ state: 'committed', failure: null });
    expect(await soldBy(studio)).toEqual(
      [
        `Movie ${one} EST 1 2027-01-01 2028-01-01 999 USD`,
        `Movie ${two} EST 1 2027-01-01 2028-01-01 999 USD`,
        `Movie ${three} EST 1 2027-01-01 2028-01-01 499 USD`,
      ].sort(),
    );
    const counts = (await imports.view(id)).counts;
    expect(counts).toEqual([
      { what: 'contract', outcome: 'created', count: 1 },
      { what: 'license', outcome: 'created', count: 2 },
      { what: 'offer', outcome: 'created', count: 2 },
      { what: 'title', outcome: 'created', count: 3 },
    ]);
  });

  it('is named in the history of everything it creates', async () => {
    const { studio, cells } = aStudio();
    const id = await imports.checked([aMovieRow(anAlid('m'), cells)]);
    await imports.committed(id);

    const [license] = await database.rows<{ id: string }>(
      'SELECT id FROM licenses WHERE studio = $1',
      [studio],
    );
    const { entries } = await history.history({ aggregateId: license?.id, pageSize: 10 });
    expect(entries.map(({ actor, version, file }) => ({ actor, version, file }))).toEqual([
      { actor: 'Ana', version: 2, file: { importId: id, name: 'northlight.xlsx' } },
      { actor: 'Ana', version: 1, file: { importId: id, name: 'northlight.xlsx' } },
    ]);
  });

  it('creates series and seasons with their first episode’s offer, because a title always has one', async () => {
    const { studio, cells } = aStudio();
    const series = anAlid('series');
    const own = {
      ...cells,
      'AvailAsset/SeriesContentID': series,
      'AvailAsset/SeasonContentID': `${series}-1`,
      'AvailMetadata/SeriesTitleInternalAlias': series,
    };
    const [first, second] = [anAlid('e'), anAlid('e')];
    const id = await imports.checked([
      anEpisodeRow(second, 2, { ...own, 'AvailAsset/EpisodeContentID': second }),
      anEpisodeRow(first, 1, { ...own, 'AvailAsset/EpisodeContentID': first }),
      anEpisodeRow(first, 1, {
        ...{ ...own, 'AvailAsset/EpisodeContentID': first },
        ...{ 'AvailTrans/LicenseType': 'VOD', 'AvailTrans/PriceValue': '1.99' },
      }),
    ]);
    const titles = (await imports.lines(id)).filter(({ what }) => what === 'title');
    expect(titles.map(({ name, outcome }) => `${outcome} ${name}`).sort()).toEqual(
      [
        `created ${series}`,
        `created ${series}, Season 1`,
        'created Part 1',
        'created Part 2',
        'changed Part 1',
      ].sort(),
    );
    await imports.committed(id);

    const stored = await database.rows(
      `SELECT c.kind, p.kind AS parent, c.position, (SELECT count(*)::int FROM assignments WHERE content_id = c.id) AS offers
       FROM content c LEFT JOIN content p ON p.id = c.parent_id WHERE c.studio = $1 ORDER BY c.kind, c.position`,
      [studio],
    );
    expect(stored).toEqual([
      { kind: 'episode', parent: 'season', position: 1, offers: 2 },
      { kind: 'episode', parent: 'season', position: 2, offers: 1 },
      { kind: 'season', parent: 'series', position: 1, offers: 1 },
      { kind: 'series', parent: null, position: null, offers: 1 },
    ]);
  });

  it('requires a contract for rows without one', async () => {
    const { cells } = aStudio();
    const id = await imports.checked(
      [anAlid('m'), anAlid('m')].map((alid) =>
        aMovieRow(alid, { ...cells, 'AvailTrans/ContractID': '' }),
      ),
    );

    expect(await imports.view(id)).toMatchObject({ applicable: 0, blocked: 1 });
    const [line] = await imports.lines(id);
    expect(line?.reason).toContain('Enter a contract number in the rules.');
    const rejected = await imports.views.rejectedRows(id);
    expect(rejected.map(({ row, reasons }) => [row, reasons])).toEqual([
      [4, [line?.reason]],
      [5, [line?.reason]],
    ]);
    expect(await imports.checkedAgain(id, { contract: 'NL-9' })).toMatchObject({
      applicable: 1,
      blocked: 0,
    });
  });

  it('says that the contract its rows name is void, and takes another spelling for the same', async () => {
    const { cells, studio } = aStudio();
    const reference = aName('NL');
    const contractId = anId();
    await recordContract(
      { ...aCommand(), contractId, details: contractDetails({ studio, reference }) },
      database.unitOfWork,
    );
    const close = (expectedVersion: number) =>
      closeContract(
        { ...aCommand(), contractId, expectedVersion, reason: 'Recorded twice' },
        database.unitOfWork,
      );
    await close(1);
    const row = aMovieRow(anAlid('m'), {
      ...{ ...cells, 'AvailTrans/ContractID': reference.toLowerCase() },
    });
    const id = await imports.checked([row]);

    const reason = `The contract ${reference} with ${studio} is void (Voided: Recorded twice). Bring it back, or name another contract.`;
    expect(await imports.view(id)).toMatchObject({ applicable: 0, blocked: 1 });
    expect(new Set((await imports.lines(id)).map((line) => line.reason))).toEqual(
      new Set([reason]),
    );

    // Rows without a number do not mean a void contract either.
    const unnamed = aMovieRow(anAlid('m'), { ...cells, 'AvailTrans/ContractID': '' });
    const asked = await imports.checked([unnamed]);
    expect((await imports.lines(asked))[0]?.reason).toContain('has none yet');
    await reopenContract(
      { ...aCommand(), contractId, expectedVersion: 2, withLicenses: false },
      database.unitOfWork,
    );
    expect(await imports.checkedAgain(id, {})).toMatchObject({ applicable: 1, blocked: 0 });

    // Void again between the check and the commit.
    await close(3);
    await imports.committed(id);
    const [line] = await imports.lines(id);
    expect(line?.reason).toContain(`The contract ${reference} is void`);
  });

  it('is one import from repeated uploads', async () => {
    const bytes = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]);
    const upload = { importId: anId(), fileName: 'twice.xlsx', bytes, ...imports.by() };
    await imports.upload(upload);
    await imports.upload(upload);

    const jobs = await database.rows(`SELECT FROM jobs.job WHERE data ->> 'importId' = $1`, [
      upload.importId,
    ]);
    expect(jobs).toHaveLength(1);
  });

  it('that cannot be read is refused with one message', async () => {
    const id = await imports.uploaded(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]));
    await imports.do(id, 'check');

    const view = await imports.view(id);
    expect(view.state).toBe('unreadable');
    expect(view.failure).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the same file again', () => {
  it('changes nothing', async () => {
    const { cells } = aStudio();
    const rows = [
      aMovieRow(anAlid('m'), {
        ...cells,
        'AvailTrans/Territory': 'ZZ',
        'AvailTrans/LicenseType': 'SVOD',
      }),
      aMovieRow(anAlid('m'), { ...cells, 'AvailTrans/End': 'Open' }),
      anEpisodeRow(anAlid('e'), 1, cells),
    ];
    await imports.committed(await imports.checked(rows));
    const versions = await database.rows('SELECT sum(version) FROM licenses');
    const id = await imports.checked(rows);

    expect(await imports.view(id)).toMatchObject({ applicable: 0, blocked: 0 });
    expect(new Set((await imports.lines(id)).map(({ outcome }) => outcome))).toEqual(
      new Set(['unchanged']),
    );
    await expect(imports.decideCommit(id)).rejects.toThrow(NothingToCommit);
    expect(await database.rows('SELECT sum(version) FROM licenses')).toEqual(versions);
  });
});

describe('a later file', () => {
  it('changes the price in place in a license that only its titles use', async () => {
    const { studio, cells } = aStudio();
    const alid = anAlid('m');
    await imports.committed(await imports.checked([aMovieRow(alid, cells)]));
    const id = await imports.checked([
      aMovieRow(alid, {
        ...cells,
        'AvailTrans/PriceValue': '7.99',
        'AvailTrans/End': '2028-03-31',
      }),
    ]);

    expect(await imports.review(id)).toEqual([
      `license changed Movie ${alid} EST US`,
      `offer changed Movie ${alid} EST US`,
    ]);
    await imports.committed(id);
    expect(await soldBy(studio)).toEqual([`Movie ${alid} EST 1 2027-01-01 2028-04-01 799 USD`]);
    expect(await database.rows('SELECT FROM licenses WHERE studio = $1', [studio])).toHaveLength(1);
  });

  it('creates a separate license for a title if other titles keep theirs', async () => {
    const { studio, cells } = aStudio();
    const [one, two] = [anAlid('m'), anAlid('m')];
    await imports.committed(await imports.checked([aMovieRow(one, cells), aMovieRow(two, cells)]));
    await imports.committed(
      await imports.checked([aMovieRow(one, { ...cells, 'AvailTrans/PriceValue': '7.99' })]),
    );

    expect(await soldBy(studio)).toEqual(
      [
        `Movie ${one} EST 1 2027-01-01 2028-01-01 799 USD`,
        `Movie ${two} EST 1 2027-01-01 2028-01-01 999 USD`,
      ].sort(),
    );
  });

  it('changes one of several territories', async () => {
    const { studio, cells } = aStudio();
    const alid = anAlid('m');
    const inCanada = { ...cells, 'AvailTrans/Territory': 'CA' };
    await imports.committed(
      await imports.checked([aMovieRow(alid, cells), aMovieRow(alid, inCanada)]),
    );
    expect(await soldBy(studio)).toEqual([`Movie ${alid} EST 2 2027-01-01 2028-01-01 999 USD`]);
    await imports.committed(
      await imports.checked([aMovieRow(alid, { ...cells, 'AvailTrans/PriceValue': '7.99' })]),
    );

    expect(await soldBy(studio)).toEqual([
      `Movie ${alid} EST 1 2027-01-01 2028-01-01 799 USD`,
      `Movie ${alid} EST 1 2027-01-01 2028-01-01 999 USD`,
    ]);
  });

  it('that is a full extract shows the offers it withdraws before saving', async () => {
    const { studio, cells } = aStudio();
    const alid = anAlid('m');
    const rental = { ...cells, 'AvailTrans/LicenseType': 'VOD', 'AvailTrans/PriceValue': '3.99' };
    await imports.committed(
      await imports.checked([aMovieRow(alid, cells), aMovieRow(alid, rental)]),
    );
    const id = await imports.checked([aMovieRow(alid, cells)]);

    const withdrawn = (await imports.lines(id)).filter(({ outcome }) => outcome === 'withdrawn');
    expect(withdrawn.map(({ what, words }) => [what, words])).toEqual([
      ['title', 'Movie, 1 offer removed'],
    ]);
    expect(await soldBy(studio)).toHaveLength(2);
    await imports.committed(id);
    expect(await soldBy(studio)).toEqual([`Movie ${alid} EST 1 2027-01-01 2028-01-01 999 USD`]);
  });

  it('splits an offer around a price reduction, and rejoins it without the reduction', async () => {
    const { studio, cells } = aStudio();
    const alid = anAlid('m');
    const reduction = {
      ...cells,
      'AvailTrans/PriceType': 'TPR-WSP',
      'AvailTrans/PriceValue': '4.99',
      'AvailTrans/Start': '2027-06-01',
      'AvailTrans/End': '2027-06-14',
    };
    await imports.committed(await imports.checked([aMovieRow(alid, cells)]));
    const refused = await imports.checked([aMovieRow(alid, reduction)], { reductions: 'refuse' });
    expect(await imports.view(refused)).toMatchObject({ rejected: 1, applicable: 0 });
    await imports.committed(
      await imports.checked([aMovieRow(alid, reduction)], { reductions: 'split' }),
    );

    expect(await soldBy(studio)).toEqual([
      `Movie ${alid} EST 1 2027-01-01 2027-06-01 999 USD`,
      `Movie ${alid} EST 1 2027-06-01 2027-06-15 499 USD`,
      `Movie ${alid} EST 1 2027-06-15 2028-01-01 999 USD`,
    ]);
    await imports.committed(await imports.checked([aMovieRow(alid, cells)]));
    expect(await soldBy(studio)).toEqual([`Movie ${alid} EST 1 2027-01-01 2028-01-01 999 USD`]);
  });

  it('updates single rows by their AvailID, and takes down the deleted ones', async () => {
    const { studio, cells } = aStudio();
    const alid = anAlid('m');
    const [first, second] = [anAlid('row'), anAlid('row')];
    const spring = { ...cells, 'Avail/AvailID': first, 'AvailTrans/End': '2027-03-31' };
    const autumn = {
      ...cells,
      'Avail/AvailID': second,
      'AvailTrans/Start': '2027-09-01',
      'AvailTrans/End': '2027-11-30',
    };
    await imports.committed(
      await imports.checked([aMovieRow(alid, spring), aMovieRow(alid, autumn)]),
    );
    const id = await imports.checked([
      aMovieRow(alid, {
        ...spring,
        'Disposition/EntryType': 'Update',
        'AvailTrans/PriceValue': '5.99',
      }),
      aMovieRow(alid, { ...autumn, 'Disposition/EntryType': 'Delete' }),
    ]);
    const down = (await imports.lines(id)).filter(({ outcome }) => outcome === 'taken-down');
    expect(down.map(({ words }) => words)).toEqual([
      `Taken down 1 Sep – 30 Nov 2027 in United States as EST: Deleted by the avails of ${studio} (northlight.xlsx)`,
    ]);
    await imports.committed(id);

    expect(await soldBy(studio)).toEqual([
      `Movie ${alid} EST 1 2027-01-01 2027-04-01 599 USD`,
      `Movie ${alid} EST 1 2027-09-01 2027-12-01 999 USD`,
    ]);
    const unknown = await imports.checked([
      aMovieRow(alid, {
        ...cells,
        'Avail/AvailID': anAlid('row'),
        'Disposition/EntryType': 'Update',
      }),
    ]);
    expect((await imports.lines(unknown))[0]?.reason).toContain('there is nothing to update');
  });

  it('uses only existing licenses if the rules require it', async () => {
    const { studio, cells } = aStudio();
    const [one, two] = [anAlid('m'), anAlid('m')];
    await imports.committed(await imports.checked([aMovieRow(one, cells)]));
    const [contract] = await database.rows<{ id: string }>(
      'SELECT id FROM contracts WHERE studio = $1',
      [studio],
    );
    const licenseId = anId();
    const terms = {
      ...UNRESTRICTED,
      rightsType: 'EST',
      territories: ['FR'],
      devices: ['tv'],
      window: DateRange.of('2027-01-01', null).toData(),
    };
    await grantLicense(
      {
        ...{ ...imports.by(), licenseId, contractId: contract?.id ?? '' },
        details: { ...someDetails(), name: 'By hand', terms },
      },
      database.unitOfWork,
    );
    const id = await imports.checked(
      [
        aMovieRow(two, { ...cells, 'AvailTrans/Territory': 'FR' }),
        aMovieRow(two, { ...cells, 'AvailTrans/Territory': 'DE' }),
      ].map((row, index) => (index === 0 ? row : { ...row, 'AvailTrans/PriceValue': '3.99' })),
      { licenses: 'existing' },
    );

    expect(await imports.view(id)).toMatchObject({ applicable: 1, blocked: 1 });
    await imports.committed(id);
    expect(await soldBy(studio)).toContain(`Movie ${two} EST 1 2027-01-01 2028-01-01 999 USD`);
    expect(
      await database.rows('SELECT FROM offers WHERE license_id = $1', [licenseId]),
    ).toHaveLength(1);
  });
});

describe('between review and commit', () => {
  async function reviewedChange() {
    const { studio, cells } = aStudio();
    const [one, two] = [anAlid('m'), anAlid('m')];
    const dear = { ...cells, 'AvailTrans/PriceValue': '12.99' };
    await imports.committed(await imports.checked([aMovieRow(one, cells), aMovieRow(two, dear)]));
    const id = await imports.checked([
      aMovieRow(one, { ...cells, 'AvailTrans/PriceValue': '7.99' }),
      aMovieRow(two, { ...dear, 'AvailTrans/PriceValue': '8.99' }),
    ]);
    const [license] = await database.rows<{ id: string; version: number }>(
      `SELECT l.id, l.version FROM licenses l JOIN offers o ON o.license_id = l.id
       WHERE l.studio = $1 AND o.prices -> 0 -> 2 = '999'`,
      [studio],
    );
    return { studio, id, one, two, license };
  }

  async function renameLicense(license: { id: string; version: number } | undefined) {
    const { id: licenseId = '', version: expectedVersion = 0 } = license ?? {};
    const stored = await new PrismaLicenseViews(database.prisma).license(licenseId);
    if (stored === null) throw new Error('There is no such license.');
    const details = { ...stored.details, name: aName('Renamed') };
    await amendLicense(
      { ...{ ...ben.by(), licenseId, expectedVersion }, details },
      database.unitOfWork,
    );
  }

  it('licenses that a person changed are shown and not overwritten, the others are saved', async () => {
    const { studio, id, one, two, license } = await reviewedChange();
    await renameLicense(license);
    const view = await imports.committed(id);

    expect(view).toMatchObject({ state: 'committed', applicable: 0, blocked: 1 });
    const stale = (await imports.lines(id)).filter(({ outcome }) => outcome === 'stale');
    expect(stale.map(({ reason }) => reason)[0]).toMatch(/^Ben changed .* after the review\.$/);
    expect(await soldBy(studio)).toEqual(
      [
        `Movie ${one} EST 1 2027-01-01 2028-01-01 999 USD`,
        `Movie ${two} EST 1 2027-01-01 2028-01-01 899 USD`,
      ].sort(),
    );
    expect(await imports.checkedAgain(id)).toMatchObject({ applicable: 1, blocked: 0 });
    await imports.committed(id);
    expect(await soldBy(studio)).toContain(`Movie ${one} EST 1 2027-01-01 2028-01-01 799 USD`);
  });

  it('a file saved as a whole is not saved if a person changed one license of it', async () => {
    const { studio, id, license } = await reviewedChange();
    const before = await soldBy(studio);
    await renameLicense(license);
    const view = await imports.committed(id, 'file');

    expect(view.state).toBe('ready');
    expect(view.failure).toMatch(/^Nothing was saved\. Ben changed /);
    expect(await soldBy(studio)).toEqual(before);
    await imports.committed(id, 'file');
    expect(await soldBy(studio)).not.toEqual(before);
  });

  it('another person’s earlier decision wins', async () => {
    const { id } = await reviewedChange();
    const { revision } = await imports.view(id);
    await imports.decideCommit(id);
    await imports.decideCommit(id);

    await expect(ben.decideCommit(id)).rejects.toThrow(ImportMoved);
    await imports.do(id, 'commit');
    await expect(ben.commit(id, revision - 1, 'file')).rejects.toThrow(ImportMoved);
  });

  it('of two commits at once the second finds the first', async () => {
    const { id } = await reviewedChange();
    const { revision } = await imports.view(id);
    const [isStored, mayCommit] = [gate(2), gate(2)];
    const { actor: by, at } = imports.by();
    const first = database.records.transact(async (records) => {
      const one = await records.imports.get(id);
      if (one?.commit(revision, 'file', true, { by, at }) !== true)
        throw new Error('It could not be committed.');
      await records.imports.save(one);
      await isStored();
      await mayCommit();
    });
    await isStored();
    const second = ben.commit(id, revision, 'license');
    await until('the second commit waits for the first', async () => {
      const rows = await database.rows(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
    await mayCommit();
    await first;

    await expect(second).rejects.toThrow(ImportMoved);
    expect(await imports.view(id)).toMatchObject({ state: 'committing', settledBy: 'Ana' });
    await imports.do(id, 'commit');
  });
});

describe('canceling', () => {
  it('before the check leaves nothing', async () => {
    const id = await imports.uploaded(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]));
    await imports.cancel(id);
    await imports.do(id, 'check');

    expect((await imports.view(id)).state).toBe('cancelled');
  });

  it('during the commit keeps the licenses saved so far', async () => {
    const { studio, cells } = aStudio();
    const id = await imports.checked([
      aMovieRow(anAlid('m'), cells),
      aMovieRow(anAlid('m'), { ...cells, 'AvailTrans/PriceValue': '1.99' }),
    ]);
    await imports.decideCommit(id);
    await imports.cancel(id);
    await imports.do(id, 'commit');

    expect(await imports.view(id)).toMatchObject({
      state: 'ready',
      failure: 'Stopped. Nothing was saved.',
    });
    expect(await soldBy(studio)).toEqual([]);
    await imports.committed(id);
    expect(await soldBy(studio)).toHaveLength(2);
  });

  it('by the death of a process is resumed by another, which saves each license once', async () => {
    const { studio, cells } = aStudio();
    const rows = ['1.99', '2.99', '3.99'].map((price) =>
      aMovieRow(anAlid('m'), { ...cells, 'AvailTrans/PriceValue': price }),
    );
    const id = await imports.checked(rows);
    await imports.decideCommit(id);
    const dying = new AbortController();
    const applying = imports.work.do({ importId: id, work: 'commit' }, dying.signal);
    dying.abort();
    await expect(applying).rejects.toMatchObject({ code: 'busy' });
    expect((await imports.view(id)).state).toBe('committing');

    await imports.do(id, 'commit');
    await imports.do(id, 'commit');
    expect((await imports.view(id)).state).toBe('committed');
    expect(await soldBy(studio)).toHaveLength(3);
    const versions = await database.rows('SELECT version FROM licenses WHERE studio = $1', [
      studio,
    ]);
    expect(versions).toEqual([{ version: 2 }, { version: 2 }, { version: 2 }]);
  });
});

describe('undoing', () => {
  it('removes everything the file created, and records it in history', async () => {
    const { studio, cells } = aStudio();
    const id = await imports.checked([
      aMovieRow(anAlid('m'), cells),
      aMovieRow(anAlid('m'), { ...cells, 'AvailTrans/LicenseType': 'VOD' }),
      anEpisodeRow(anAlid('e'), 1, {
        ...cells,
        'AvailAsset/SeriesContentID': studio,
        'AvailAsset/SeasonContentID': `${studio}-1`,
        'AvailAsset/EpisodeContentID': `${studio}-1-1`,
      }),
    ]);
    await imports.committed(id);
    expect(await imports.undone(id)).toMatchObject({ state: 'undone', failure: null });

    expect(await soldBy(studio)).toEqual([]);
    for (const table of ['contracts', 'licenses', 'content'])
      expect(await database.rows(`SELECT FROM ${table} WHERE studio = $1`, [studio])).toEqual([]);
    const { entries } = await history.history({ pageSize: 3 });
    expect(entries.map(({ words }) => words)[0]).toMatch(/removed: its import was undone$/);
    expect(entries.every(({ isGone }) => isGone)).toBe(true);
  });

  it('restores everything the file changed', async () => {
    const { studio, cells } = aStudio();
    const [one, two] = [anAlid('m'), anAlid('m')];
    const rental = { ...cells, 'AvailTrans/LicenseType': 'VOD', 'AvailTrans/PriceValue': '3.99' };
    await imports.committed(
      await imports.checked([aMovieRow(one, cells), aMovieRow(two, cells), aMovieRow(one, rental)]),
    );
    const before = await soldBy(studio);
    const id = await imports.checked([
      aMovieRow(one, { ...cells, 'AvailTrans/PriceValue': '7.99', 'AvailTrans/End': 'Open' }),
      aMovieRow(anAlid('m'), cells),
    ]);
    await imports.committed(id, 'file');
    expect(await soldBy(studio)).not.toEqual(before);
    expect(await imports.undone(id)).toMatchObject({ state: 'undone', failure: null });

    expect(await soldBy(studio)).toEqual(before);
  });

  it('is possible after the file was checked again', async () => {
    const { studio, cells } = aStudio();
    const id = await imports.checked([aMovieRow(anAlid('m'), cells)]);
    await imports.committed(id);

    expect(await imports.checkedAgain(id)).toMatchObject({ state: 'committed', applicable: 0 });
    expect(await imports.undone(id)).toMatchObject({ state: 'undone' });
    expect(await soldBy(studio)).toEqual([]);
  });

  it('is refused if a person has changed or used something it created', async () => {
    const { studio, cells } = aStudio();
    const [one, two] = [anAlid('m'), anAlid('m')];
    await imports.committed(
      await imports.checked([aMovieRow(one, { ...cells, 'AvailTrans/LicenseType': 'SVOD' })]),
    );
    const id = await imports.checked([aMovieRow(two, cells)]);
    await imports.committed(id);
    const [brought] = await database.rows<{ license: string }>(
      `SELECT l.id AS license FROM licenses l WHERE l.studio = $1 AND l.rights_type = 'EST'`,
      [studio],
    );
    const [other] = await database.rows<{ id: string; version: number }>(
      'SELECT id, version FROM content WHERE title = $1',
      [`Movie ${one}`],
    );
    const chosen = {
      licenseId: brought?.license ?? '',
      offer: {
        name: 'EST',
        prices: onePrice({ minor: 999, currency: 'USD' }).map((line) => ({
          ...line,
          format: 'HD',
        })),
        window: { startsOn: '2027-01-01', endsOn: '2028-01-01' },
        devices: ['tv', 'set-top-box', 'computer', 'mobile', 'tablet', 'console'],
      },
    };
    await assignOffer(
      {
        ...{ ...imports.by(), contentId: other?.id ?? '' },
        expectedVersion: other?.version ?? 0,
        chosen,
      },
      database.unitOfWork,
    );
    const before = await soldBy(studio);
    expect(await imports.undone(id)).toMatchObject({
      state: 'committed',
      failure: `Nothing was undone. Its offers are now used by Movie ${one}.`,
    });
    expect(await soldBy(studio)).toEqual(before);

    await registerContent(
      {
        ...{ ...imports.by(), contentId: anId() },
        details: someContentDetails({ title: aName('By hand'), studio }),
        first: chosen,
      },
      database.unitOfWork,
    );
    expect((await imports.undone(id)).failure).toContain('offers are now used by');
  });
});
