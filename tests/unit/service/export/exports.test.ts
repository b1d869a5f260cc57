import { describe, expect, it } from 'vitest';
import type { AvailRow } from '../../../../src/domain/avails/avail-row';
import type { SoldTitle } from '../../../../src/domain/avails/avail-rows';
import type { ExportQuery, RejectedQuery } from '../../../../src/domain/export/export-query';
import type { ExportSource, WriteExport } from '../../../../src/service/export/run-export';
import { InvalidDate } from '../../../../src/domain/values/date-range';
import { Prices } from '../../../../src/domain/price-table/prices';
import { Export, MAX_EXPORTED_ROWS } from '../../../../src/domain/export/export';
import { exportQuery, MAX_CHOSEN, TooManyChosen } from '../../../../src/domain/export/export-query';
import { makeExport } from '../../../../src/service/export/export-service';
import { chosenNames } from '../../../../src/service/export/chosen-names';
import { closeLicense } from '../../../../src/service/license/close-license';
import { runExport } from '../../../../src/service/export/run-export';
import { FakeLicenseViews } from '../../../fakes/fake-license-views';
import { FakeExports, FakeRecords } from '../../../fakes/fake-records';
import { FakeTitleViews } from '../../../fakes/fake-title-views';
import type { ReadableMemory } from '../../../fakes/readable-memory';
import { givenLicense } from '../given';
import { aCommand } from '../../../builders/command-builders';
import { anId, someDetails } from '../../../builders/license-builders';
import { anOrigin, aSoldTitle, aUse } from '../../../builders/avail-builders';

const AT = '2026-05-01T09:00:00.000Z';

/** One export that was ordered, and what becomes of it. */
class Ordered {
  readonly id = anId();
  readonly exports = new FakeExports();
  readonly records = new FakeRecords({ exports: this.exports });

  constructor(query: ExportQuery | RejectedQuery = {}) {
    const order = {
      id: this.id,
      query,
      format: 'csv',
      words: 'x',
      madeBy: 'Nora',
      madeAt: AT,
    } as const;
    void this.exports.add(Export.order(order));
  }

  get data() {
    return this.exports.data(this.id);
  }

  get text() {
    const bytes = this.exports.files.get(this.id);
    return bytes === undefined ? null : Buffer.from(bytes).toString();
  }

  async change(change: (one: Export) => boolean): Promise<void> {
    const one = await this.exports.get(this.id);
    if (one !== null && change(one)) await this.exports.save(one);
  }
}

const noPrices = () => Promise.resolve(() => Prices.NONE);

function sourceOf(batches: readonly (readonly SoldTitle[])[], least = 0): ExportSource {
  return {
    inSnapshot: (work) =>
      work({
        leastRows: () => Promise.resolve(least),
        pricesOf: noPrices,
        async *titles() {
          yield* batches;
        },
      }),
  };
}

/** Writes the ALIDs of rows. */
const write = (_format: string, rows: readonly AvailRow[]) =>
  Promise.resolve(Buffer.from(rows.map((row) => row['Avail/ALID']).join(' ')));

const writeRejected = (importId: string) =>
  Promise.resolve({ bytes: Buffer.from(`rejected of ${importId}`), rows: 3 });

async function run(
  ordered: Ordered,
  source: ExportSource,
  signal = new AbortController().signal,
): Promise<Ordered> {
  const { id, records } = ordered;
  await runExport(id, { records, source, write, writeRejected, now: () => AT, signal });
  return ordered;
}

const named = (title: string, alid: string, territories = ['CA']) =>
  aSoldTitle({
    details: { title, identifiers: [{ scheme: 'alid', value: alid }] },
    uses: [aUse({ territories })],
  });

describe('an export', () => {
  it('has the rows of every batch, in reading order, and tells how far it is', async () => {
    const batches = [[named('C', 'c'), named('A', 'a', ['CA', 'US'])], [named('B', 'b')]];
    const { data, text, exports } = await run(new Ordered(), sourceOf(batches));

    expect(data).toMatchObject({ state: 'done', rows: 4, leftOut: [], finishedAt: AT });
    expect(text).toBe('a a b c');
    expect(exports.savedRows).toEqual([0, 3, 4, 4]);
  });

  it('writes ends as its receiver reads them', async () => {
    const ends: (string | undefined)[] = [];
    const { id, records } = new Ordered({ endDates: 'last-second' });
    const keepEnds: WriteExport = (_format, rows) => {
      ends.push(...rows.map((row) => row['AvailTrans/End']));
      return Promise.resolve(Buffer.from(''));
    };
    await runExport(id, {
      ...{ records, source: sourceOf([[named('A', 'a')]]), write: keepEnds, writeRejected },
      ...{ now: () => AT, signal: new AbortController().signal },
    });

    expect(ends).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT23:59:59$/)]);
  });

  it('tells what its rows cannot say', async () => {
    const extra = aSoldTitle({ details: { kind: 'series', title: 'Extra' } });
    const { data } = await run(new Ordered(), sourceOf([[extra, named('A', 'a')]]));

    expect(data.leftOut).toMatchObject([{ title: 'Extra' }]);
  });

  it.each([
    ['nothing fits', [], /no title has a matching offer/],
    ['nothing of it can be said', [aSoldTitle({ details: { kind: 'series' } })], /cannot express/],
  ])('fails when %s', async (_what, titles, words) => {
    const { data } = await run(new Ordered(), sourceOf([titles]));

    expect(data.state).toBe('failed');
    expect(data.failure).toMatch(words);
  });

  it('fails before it reads anything when it would be too long, and says how long', async () => {
    const { data, exports } = await run(new Ordered(), sourceOf([[named('A', 'a')]], 123_456));

    expect(data.failure).toMatch(/at least 123,456 rows/);
    expect(exports.savedRows).toEqual([0, 0]);
  });

  it('fails when formats make it too long, and says how long', async () => {
    const formats = ['SD', 'HD'].map((format) => anOrigin({ 'AvailTrans/FormatProfile': format }));
    const title = aSoldTitle({ uses: [aUse({ origins: formats })] });
    const titles = Array.from({ length: MAX_EXPORTED_ROWS / 2 + 1 }, () => title);
    const { data } = await run(new Ordered(), sourceOf([titles]));

    expect(data.failure).toMatch(/This would be 50,002 rows; a file has at most 50,000/);
  });

  it('stops when it is cancelled, and leaves no file', async () => {
    const ordered = new Ordered();
    const batches = [[named('A', 'a')], [named('B', 'b')]];
    const source: ExportSource = {
      inSnapshot: (work) =>
        work({
          leastRows: () => Promise.resolve(0),
          pricesOf: noPrices,
          async *titles() {
            for (const batch of batches) {
              yield batch;
              await ordered.change((one) => one.cancel(AT));
            }
          },
        }),
    };
    await run(ordered, source);

    expect(ordered.data).toMatchObject({ state: 'cancelled', rows: 1, hasFile: false });
    expect(ordered.text).toBeNull();
  });

  it('begins anew when a process died over it, and does nothing once it is done', async () => {
    const ordered = new Ordered();
    await ordered.change((one) => one.begin());
    await run(ordered, sourceOf([[named('A', 'a')]]));
    await run(ordered, sourceOf([[named('B', 'b')]]));

    expect(ordered.data.state).toBe('done');
    expect(ordered.text).toBe('a');
  });

  it('is given up when its process is to end, for another to begin anew', async () => {
    const ordered = new Ordered();
    const ending = run(ordered, sourceOf([[named('A', 'a')]]), AbortSignal.abort());

    await expect(ending).rejects.toMatchObject({ name: 'AbortError' });
    expect(ordered.data).toMatchObject({ state: 'running', failure: null, hasFile: false });
  });

  it('of rejected rows is the workbook of an import', async () => {
    const { data, text } = await run(new Ordered({ rejectedOf: 'x' }), sourceOf([]));

    expect(text).toBe('rejected of x');
    expect(data).toMatchObject({ rows: 3, leftOut: [], finishedAt: AT });
  });

  it('lets what nobody expected be known', async () => {
    const ordered = new Ordered();
    const broken: ExportSource = { inSnapshot: () => Promise.reject(new Error('It broke.')) };

    await expect(run(ordered, broken)).rejects.toThrow('It broke.');
    expect(ordered.data).toMatchObject({ state: 'running', failure: null });
  });
});

function viewsOf(storage: ReadableMemory) {
  return {
    contracts: { contract: () => Promise.reject(new Error('No contract is chosen.')) },
    licenses: new FakeLicenseViews(storage),
    contents: new FakeTitleViews(storage),
  };
}

describe('an order', () => {
  it('is of what it says only, and names who gave it', async () => {
    const exports = new FakeExports();
    const records = new FakeRecords({ exports });
    const command = aCommand();
    const { licenseId: id, unitOfWork } = await givenLicense({
      details: { ...someDetails(), name: 'Spring' },
    });
    const exportId = anId();
    const query = { studio: ' Northlight ', licenseIds: [id, id], contentIds: [], on: undefined };
    await makeExport({ ...command, exportId, query, format: 'xlsx' }, records, viewsOf(unitOfWork));

    expect(exports.data(exportId)).toMatchObject({
      ...{ madeBy: command.actor.name, madeAt: command.at },
      query: { studio: 'Northlight', licenseIds: [id] },
      words: 'Northlight, license Spring',
    });
    const { key, actor } = command;
    expect(records.jobs).toEqual([['exports', { exportId, key, actor }]]);
  });

  it('names a license with how it is closed', async () => {
    const { licenseId, unitOfWork } = await givenLicense({
      details: { ...someDetails(), name: 'Spring' },
    });
    const plan = { kind: 'void', reason: 'Typed twice' } as const;
    await closeLicense({ ...aCommand(), licenseId, expectedVersion: 1, plan }, unitOfWork);

    const names = await chosenNames({ licenseIds: [licenseId] }, viewsOf(unitOfWork), AT);

    expect(names).toEqual({ contract: null, license: 'Spring (void)', title: null });
  });

  it('is not for more than can be chosen, or for a day that is none', () => {
    const ids = Array.from({ length: MAX_CHOSEN + 1 }, anId);
    expect(exportQuery({ contentIds: ids.slice(1) }).contentIds).toHaveLength(5_000);

    expect(() => exportQuery({ contentIds: ids })).toThrow(TooManyChosen);
    expect(() => exportQuery({ on: '2026-02-30' })).toThrow(InvalidDate);
    expect(() => exportQuery({ from: 'soon' })).toThrow(InvalidDate);
  });
});
