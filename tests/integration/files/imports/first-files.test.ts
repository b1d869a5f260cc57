import { afterEach, describe, expect, it } from 'vitest';
import { closeContract, reopenContract } from '../../../../src/service/contract/close-contract';
import { recordContract } from '../../../../src/service/contract/contract-service';
import { aMovieRow, anEpisodeRow } from '../../../builders/avails-row-builders';
import { aCommand, contractDetails } from '../../../builders/command-builders';
import { aName, anId } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { anAlid, aStudio, importsOn } from './support-imported';

const database = await testDatabase();
const { imports, history, soldBy } = importsOn(database);

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

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
