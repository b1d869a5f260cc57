import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportSummary, OrderedExport } from '../../../src/service/export/exports';
import { ExportWork } from '../../../src/adapters/jobs/export-work';
import { JobQueue } from '../../../src/adapters/jobs/job-queue';
import {
  PostgresExportDesk,
  PrismaExportStore,
  PrismaExportViews,
} from '../../../src/adapters/postgres/export/export-store';
import { exportQuery, ExportTaken } from '../../../src/service/export/exports';
import { unwatched } from '../../../src/service/watched';
import { aName, anId, days } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const { prisma, pool } = database;
const jobs = new JobQueue(pool);
const desk = new PostgresExportDesk(pool, jobs);
const store = new PrismaExportStore(prisma);
const views = new PrismaExportViews(prisma);
const seed = new SeedData(database.unitOfWork);
afterAll(() => jobs.stop());

const AT = '2026-05-01T09:00:00.000Z';
const BY = { actor: { name: 'Nora' }, at: AT };

function anOrder(parts: Partial<OrderedExport> = {}): OrderedExport {
  return {
    id: anId(),
    query: { studio: 'Northlight' },
    format: 'xlsx',
    words: aName('Northlight'),
    madeBy: 'Nora',
    madeAt: AT,
    ...parts,
  };
}

async function summaryOf(id: string): Promise<ExportSummary | undefined> {
  return (await views.list({ pageSize: 100 })).rows.find((row) => row.id === id);
}

const jobsOf = (id: string) =>
  database.rows<{ id: string }>(
    `SELECT id FROM jobs.job WHERE name = 'exports' AND data ->> 'exportId' = $1`,
    [id],
  );

const finished = { bytes: Buffer.from('file'), rows: 7, leftOut: [], at: AT };

describe('an order', () => {
  it('is stored together with its job', async () => {
    const order = anOrder();
    await desk.order(order, BY);

    expect(await summaryOf(order.id)).toMatchObject({
      words: order.words,
      format: 'xlsx',
      state: 'waiting',
      rows: 0,
      failure: null,
      leftOut: [],
      leftOutCount: 0,
      hasFile: false,
      madeBy: 'Nora',
      finishedAt: null,
    });
    expect(await jobsOf(order.id)).toHaveLength(1);
  });

  it('sent twice is one order with one job, and with other values is refused', async () => {
    const order = anOrder();
    await desk.order(order, BY);
    await desk.order({ ...order, madeAt: '2026-05-01T09:00:05.000Z' }, BY);

    expect(await jobsOf(order.id)).toHaveLength(1);
    await expect(desk.order({ ...order, format: 'csv' }, BY)).rejects.toThrow(ExportTaken);
    await expect(desk.order({ ...order, query: {} }, BY)).rejects.toThrow(ExportTaken);
    await expect(desk.order({ ...order, madeBy: 'Ivo' }, BY)).rejects.toThrow(ExportTaken);
  });

  it('is stored without a job by nobody', async () => {
    const order = anOrder();
    await database.rows('ALTER TABLE jobs.queue RENAME TO queue_gone');
    try {
      await expect(desk.order(order, BY)).rejects.toThrow('jobs.queue');
    } finally {
      await database.rows('ALTER TABLE jobs.queue_gone RENAME TO queue');
    }
    expect(await summaryOf(order.id)).toBeUndefined();
  });
});

describe('an export', () => {
  it('is taken in hand, tells how far it is, and ends with a file', async () => {
    const order = anOrder({ query: { licenseIds: [anId()], on: '2026-05-01' } });
    await desk.order(order, BY);

    expect(await store.begin(order.id)).toEqual({ query: order.query, format: 'xlsx' });
    expect(await store.progress(order.id, 5)).toBe(true);
    expect(await summaryOf(order.id)).toMatchObject({ state: 'running', rows: 5 });
    expect(await views.file(order.id)).toBeNull();

    const leftOut = Array.from({ length: 130 }, () => ({ title: 'Extra', reason: 'None.' }));
    await store.finish(order.id, { ...finished, leftOut });

    const done = await summaryOf(order.id);
    expect(done).toMatchObject({ state: 'done', rows: 7, leftOutCount: 130, hasFile: true });
    expect(done?.leftOut).toHaveLength(100);
    expect(await views.file(order.id)).toMatchObject({ words: order.words, format: 'xlsx' });
    expect(Buffer.from((await views.file(order.id))?.bytes ?? []).toString()).toBe('file');
    expect(await store.begin(order.id)).toBeNull();
  });

  it('can be taken in hand again by another process', async () => {
    const order = anOrder();
    await desk.order(order, BY);
    await store.begin(order.id);
    await store.progress(order.id, 5);

    expect(await store.begin(order.id)).not.toBeNull();
    expect(await summaryOf(order.id)).toMatchObject({ state: 'running', rows: 0 });
  });

  it('that is cancelled is not wanted any more, and gets no file', async () => {
    const order = anOrder();
    await desk.order(order, BY);
    await store.begin(order.id);
    await desk.cancel(order.id, BY);

    expect(await store.progress(order.id, 5)).toBe(false);
    await store.finish(order.id, finished);
    await store.fail(order.id, 'Too late.', AT);
    expect(await summaryOf(order.id)).toMatchObject({ state: 'cancelled', hasFile: false });
    expect(await store.begin(order.id)).toBeNull();
  });

  it('that is done cannot be cancelled', async () => {
    const order = anOrder();
    await desk.order(order, BY);
    await store.begin(order.id);
    await store.finish(order.id, finished);
    await desk.cancel(order.id, BY);

    expect(await summaryOf(order.id)).toMatchObject({ state: 'done', hasFile: true });
  });

  it('says why it has no file', async () => {
    const order = anOrder();
    await desk.order(order, BY);
    await store.begin(order.id);
    await store.fail(order.id, 'There is nothing.', AT);

    expect(await summaryOf(order.id)).toMatchObject({
      state: 'failed',
      failure: 'There is nothing.',
    });
  });

  it('that failed is made again when it is ordered again', async () => {
    const order = anOrder();
    await desk.order(order, BY);
    await store.begin(order.id);
    await store.fail(order.id, 'There is nothing.', AT);
    await desk.order(order, BY);

    expect(await summaryOf(order.id)).toMatchObject({ state: 'waiting', failure: null });
    expect(await jobsOf(order.id)).toHaveLength(2);
  });

  it('loses its file after a month, and not its line', async () => {
    const now = new Date().toISOString();
    const [old, fresh] = [anOrder(), anOrder()];
    for (const [order, at] of [
      [old, AT],
      [fresh, now],
    ] as const) {
      await desk.order(order, BY);
      await store.begin(order.id);
      await store.finish(order.id, { ...finished, at });
    }
    await database.rows(
      `UPDATE exports SET finished_at = now() - interval '31 days' WHERE id = $1`,
      [old.id],
    );
    await desk.order(anOrder(), BY);

    expect(await summaryOf(old.id)).toMatchObject({ state: 'done', rows: 7, hasFile: false });
    expect(await summaryOf(fresh.id)).toMatchObject({ state: 'done', hasFile: true });
    await desk.order(old, BY);
    expect(await views.export(old.id)).toMatchObject({ state: 'waiting' });
  });

  it('of no id is no file', async () => {
    expect(await views.file(anId())).toBeNull();
  });
});

describe('the list of exports', () => {
  it('has the newest first, page by page', async () => {
    const ids = [];
    for (const minute of ['01', '02', '03']) {
      const order = anOrder({ madeAt: `2031-05-01T09:${minute}:00.000Z` });
      await desk.order(order, BY);
      ids.unshift(order.id);
    }
    const first = await views.list({ pageSize: 2 });
    const second = await views.list({ pageSize: 2, cursor: first.next ?? '' });

    expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(second.rows[0]?.id).toBe(ids[2]);
    expect(first.previous).toBeNull();
    expect(first.total).toBe(second.total);
  });
});

describe('the ends of exports', () => {
  it('are proposed as they were last written for the studio', async () => {
    const [exact, standard] = [aName('Exact'), aName('Standard')];
    const orders = [
      [exact, undefined, '01'],
      [exact, 'last-second', '02'],
      [standard, 'last-second', '01'],
      [standard, undefined, '02'],
    ] as const;
    for (const [studio, endDates, minute] of orders) {
      const query = exportQuery({ studio, endDates });
      await desk.order(anOrder({ query, madeAt: `2031-06-01T09:${minute}:00.000Z` }), BY);
    }
    const proposed = await views.endDatesByStudio();

    expect(proposed[exact]).toBe('last-second');
    expect(proposed[standard]).toBeUndefined();
  });
});

describe('the jobs of exports', () => {
  const worker = new JobQueue(pool, { isWorker: true });
  const work = new ExportWork(database, database.url, unwatched);
  const studio = aName('Studio');
  beforeAll(async () => {
    const early = offerFor('Early', days('2026-02-01', '2026-02-28'));
    const license = await seed.license({ studio, offers: [early] });
    await seed.title({ studio, title: '=Low Road', offers: [[license, early]] });
    await worker.work(
      'exports',
      (job, signal) => work.do(job as { exportId: string }, signal),
      (job) => work.giveUp(job as { exportId: string }),
    );
  });
  afterAll(() => worker.stop());

  async function madeFrom(order: OrderedExport): Promise<ExportSummary | undefined> {
    await desk.order(order, BY);
    await expect
      .poll(async () => (await summaryOf(order.id))?.finishedAt ?? null, { timeout: 30_000 })
      .not.toBeNull();
    return summaryOf(order.id);
  }

  it('make workbooks', async () => {
    const order = anOrder({ query: { studio } });

    expect(await madeFrom(order)).toMatchObject({ state: 'done', rows: 2, hasFile: true });
    const sheet = read((await views.file(order.id))?.bytes).Sheets.AllAvails ?? {};
    expect(utils.sheet_to_json(sheet, { header: 1 })).toHaveLength(5);
  });

  it('make CSV', async () => {
    const order = anOrder({ query: { studio }, format: 'csv' });
    await madeFrom(order);
    const text = Buffer.from((await views.file(order.id))?.bytes ?? []).toString();

    expect(text).toContain("'=Low Road");
    expect(text.trimEnd().split('\r\n')).toHaveLength(3);
  });

  it('make workbooks of rejected rows', async () => {
    const importId = anId();
    await database.rows(
      `INSERT INTO imports (id, file_name, file, uploaded_by, uploaded_at, state, revision, rules)
       VALUES ($1, 'avails.xlsx', '', 'Nora', now(), 'ready', 1, '{}')`,
      [importId],
    );
    await database.rows(
      `INSERT INTO import_rows (import_id, number, sheet, row, outcome, cells)
       VALUES ($1, 1, 'Movies', 4, 'rejected', '{"Avail/ALID": "a"}')`,
      [importId],
    );
    await database.rows(
      `INSERT INTO import_problems (import_id, number, code, severity, sheet, row, value, message, remedy)
       VALUES ($1, 1, 'R1', 'error', 'Movies', 4, '', 'It has no end.', 'Write one.')`,
      [importId],
    );
    const order = anOrder({ query: { rejectedOf: importId } });

    expect(await madeFrom(order)).toMatchObject({ state: 'done', rows: 1 });
    const sheet = read((await views.file(order.id))?.bytes).Sheets.Movies ?? {};
    expect(sheet.A4).toMatchObject({ v: 'It has no end.' });
  });

  it('say what stands against one', async () => {
    expect(await madeFrom(anOrder({ query: { studio: aName('Nobody') } }))).toMatchObject({
      state: 'failed',
      failure: 'There is nothing to export: no title has a matching offer.',
    });
  });
});
