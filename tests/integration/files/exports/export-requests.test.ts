import { afterAll, describe, expect, it } from 'vitest';
import { Export, ExportTaken } from '../../../../src/domain/export/export';
import { cancelExport } from '../../../../src/service/export/export-service';
import { aName, anId } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { gate } from '../../../contracts/gate';
import { until } from '../../../race/until';
import { AT, anOrder, exportsOn } from './support-exports';

const database = await testDatabase();
const { jobs, records, views, order, summaryOf } = exportsOn(database);
afterAll(() => jobs.stop());

function cancel(exportId: string) {
  return cancelExport({ exportId, key: anId(), actor: { name: 'Nora' }, at: AT }, records);
}

/** Changes an export as its job. @returns whether that changed anything */
function change(id: string, act: (one: Export) => boolean, bytes?: Uint8Array): Promise<boolean> {
  return records.transact(async ({ exports }) => {
    const one = await exports.get(id);
    if (one === null || !act(one)) return false;
    await (bytes === undefined ? exports.save(one) : exports.saveFile(one, bytes));
    return true;
  });
}

const begin = (id: string) => change(id, (one) => one.begin());
const progress = (id: string, rows: number) => change(id, (one) => one.progress(rows));
const fail = (id: string, words: string) => change(id, (one) => one.fail(words, AT));
const finish = (id: string, at = AT, leftOut: Parameters<Export['finish']>[1] = []) =>
  change(id, (one) => one.finish(7, leftOut, at), Buffer.from('file'));

const jobsOf = (id: string) =>
  database.rows<{ id: string }>(
    `SELECT id FROM jobs.job WHERE name = 'exports' AND data ->> 'exportId' = $1`,
    [id],
  );

describe('an export request', () => {
  it('is stored together with its job', async () => {
    const asked = anOrder();
    await order(asked);

    expect(await summaryOf(asked.exportId)).toMatchObject({
      words: asked.query.studio,
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
    expect(await jobsOf(asked.exportId)).toHaveLength(1);
  });

  it('sent twice is stored once with one job, and with other values is refused', async () => {
    const asked = anOrder();
    await order(asked);
    await order({ ...asked, at: '2026-05-01T09:00:05.000Z' });

    expect(await jobsOf(asked.exportId)).toHaveLength(1);
    await expect(order({ ...asked, format: 'csv' })).rejects.toThrow(ExportTaken);
    await expect(order({ ...asked, query: {} })).rejects.toThrow(ExportTaken);
    await expect(order({ ...asked, name: 'Ivo' })).rejects.toThrow(ExportTaken);
  });

  it('sent twice concurrently is stored once', async () => {
    const asked = anOrder();
    const [isStored, mayCommit] = [gate(2), gate(2)];
    const first = records.transact(async ({ exports }) => {
      const { exportId: id, query, format, name: madeBy, at: madeAt } = asked;
      const words = 'As described then';
      await exports.add(Export.order({ id, query, format, words, madeBy, madeAt }));
      await isStored();
      await mayCommit();
    });
    await isStored();
    const second = order(asked);
    await until('the second order waits for the first', async () => {
      const rows = await database.rows(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
    await mayCommit();
    await first;

    expect(await second).toEqual({ exportId: asked.exportId, replayed: true });
    expect(await jobsOf(asked.exportId)).toHaveLength(0);
  });

  it('is never stored without a job', async () => {
    const asked = anOrder();
    await database.rows('ALTER TABLE jobs.queue RENAME TO queue_gone');
    try {
      await expect(order(asked)).rejects.toThrow('jobs.queue');
    } finally {
      await database.rows('ALTER TABLE jobs.queue_gone RENAME TO queue');
    }
    expect(await summaryOf(asked.exportId)).toBeUndefined();
  });
});

describe('an export', () => {
  it('is started, reports progress, and ends with a file', async () => {
    const asked = anOrder({ query: { licenseIds: [anId()], on: '2026-05-01' } });
    await order(asked);

    expect(await begin(asked.exportId)).toBe(true);
    expect(await progress(asked.exportId, 5)).toBe(true);
    expect(await summaryOf(asked.exportId)).toMatchObject({ state: 'running', rows: 5 });
    expect(await views.file(asked.exportId)).toBeNull();

    const leftOut = Array.from({ length: 130 }, () => ({ title: 'Extra', reason: 'None.' }));
    await finish(asked.exportId, AT, leftOut);

    const done = await summaryOf(asked.exportId);
    expect(done).toMatchObject({ state: 'done', rows: 7, leftOutCount: 130, hasFile: true });
    expect(done?.leftOut).toHaveLength(100);
    expect(await views.file(asked.exportId)).toMatchObject({
      words: 'License that does not exist, running on 1 May 2026',
      format: 'xlsx',
    });
    expect(Buffer.from((await views.file(asked.exportId))?.bytes ?? []).toString()).toBe('file');
    expect(await begin(asked.exportId)).toBe(false);
  });

  it('can be restarted by another process', async () => {
    const asked = anOrder();
    await order(asked);
    await begin(asked.exportId);
    await progress(asked.exportId, 5);

    expect(await begin(asked.exportId)).toBe(true);
    expect(await summaryOf(asked.exportId)).toMatchObject({ state: 'running', rows: 0 });
  });

  it('that is canceled stops, and gets no file', async () => {
    const asked = anOrder();
    await order(asked);
    await begin(asked.exportId);
    await cancel(asked.exportId);

    expect(await progress(asked.exportId, 5)).toBe(false);
    expect(await finish(asked.exportId)).toBe(false);
    expect(await fail(asked.exportId, 'Too late.')).toBe(false);
    expect(await summaryOf(asked.exportId)).toMatchObject({ state: 'cancelled', hasFile: false });
    expect(await begin(asked.exportId)).toBe(false);
  });

  it('that is done cannot be canceled', async () => {
    const asked = anOrder();
    await order(asked);
    await begin(asked.exportId);
    await finish(asked.exportId);
    await cancel(asked.exportId);

    expect(await summaryOf(asked.exportId)).toMatchObject({ state: 'done', hasFile: true });
  });

  it('records the reason of a failure', async () => {
    const asked = anOrder();
    await order(asked);
    await begin(asked.exportId);
    await fail(asked.exportId, 'There is nothing.');

    expect(await summaryOf(asked.exportId)).toMatchObject({
      state: 'failed',
      failure: 'There is nothing.',
    });
  });

  it('that failed is retried when requested again', async () => {
    const asked = anOrder();
    await order(asked);
    await begin(asked.exportId);
    await fail(asked.exportId, 'There is nothing.');
    await order(asked);

    expect(await summaryOf(asked.exportId)).toMatchObject({ state: 'waiting', failure: null });
    expect(await jobsOf(asked.exportId)).toHaveLength(2);
  });

  it('loses its file after a month, but stays in the list', async () => {
    const now = new Date().toISOString();
    const [old, fresh] = [anOrder({ at: now }), anOrder({ at: now })];
    for (const asked of [old, fresh]) {
      await order(asked);
      await begin(asked.exportId);
      await finish(asked.exportId, now);
    }
    await database.rows(
      `UPDATE exports SET finished_at = now() - interval '31 days' WHERE id = $1`,
      [old.exportId],
    );
    await order(anOrder({ at: now }));

    expect(await summaryOf(old.exportId)).toMatchObject({ state: 'done', rows: 7, hasFile: false });
    expect(await summaryOf(fresh.exportId)).toMatchObject({ state: 'done', hasFile: true });
    await order(old);
    expect(await views.export(old.exportId)).toMatchObject({ state: 'waiting' });
  });

  it('with an unknown id has no file', async () => {
    expect(await views.file(anId())).toBeNull();
  });
});

describe('the list of exports', () => {
  it('has the newest first, page by page', async () => {
    const ids = [];
    for (const minute of ['01', '02', '03']) {
      const asked = anOrder({ at: `2031-05-01T09:${minute}:00.000Z` });
      await order(asked);
      ids.unshift(asked.exportId);
    }
    const first = await views.list({ pageSize: 2 });
    const second = await views.list({ pageSize: 2, cursor: first.next ?? '' });

    expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(second.rows[0]?.id).toBe(ids[2]);
    expect(first.previous).toBeNull();
    expect(first.total).toBe(second.total);
  });
});

describe('the end dates of exports', () => {
  it('default to the format last used for the studio', async () => {
    const [exact, standard] = [aName('Exact'), aName('Standard')];
    const orders = [
      [exact, undefined, '01'],
      [exact, 'last-second', '02'],
      [standard, 'last-second', '01'],
      [standard, undefined, '02'],
    ] as const;
    for (const [studio, endDates, minute] of orders) {
      await order(anOrder({ query: { studio, endDates }, at: `2031-06-01T09:${minute}:00.000Z` }));
    }
    const proposed = await views.endDatesByStudio();

    expect(proposed[exact]).toBe('last-second');
    expect(proposed[standard]).toBeUndefined();
  });
});
