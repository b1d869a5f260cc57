import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportSummary } from '../../../../src/service/export/export-views';
import { ExportWork } from '../../../../src/adapters/jobs/export-work';
import { JobQueue } from '../../../../src/adapters/jobs/job-queue';
import { exportRejectedRows } from '../../../../src/service/export/export-service';
import { unwatched } from '../../../../src/service/watched';
import { aName, anId, days } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { recordPriceTable } from '../../../../src/service/price-table/price-table-service';
import { aCommand } from '../../../builders/command-builders';
import { anEdit } from '../../../builders/price-table-builders';
import { firstSheet } from '../support-round-trip';
import { offerFor, SeedData } from '../../support-titles';
import type { Order } from './support-exports';
import { AT, anOrder, exportsOn } from './support-exports';

const database = await testDatabase();
const { pool, jobs, records, views, order, summaryOf } = exportsOn(database);
const seed = new SeedData(database.unitOfWork);
afterAll(() => jobs.stop());

describe('the jobs of exports', () => {
  const worker = new JobQueue(pool, { isWorker: true });
  const work = new ExportWork(records, database, () => database.url, unwatched);
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

  async function made(exportId: string): Promise<ExportSummary | undefined> {
    await expect
      .poll(async () => (await summaryOf(exportId))?.finishedAt ?? null, { timeout: 30_000 })
      .not.toBeNull();
    return summaryOf(exportId);
  }

  async function madeFrom(asked: Order): Promise<ExportSummary | undefined> {
    await order(asked);
    return made(asked.exportId);
  }

  it('write workbooks', async () => {
    const asked = anOrder({ query: { studio } });

    expect(await madeFrom(asked)).toMatchObject({ state: 'done', rows: 2, hasFile: true });
    const sheet = read((await views.file(asked.exportId))?.bytes).Sheets.AllAvails ?? {};
    expect(utils.sheet_to_json(sheet, { header: 1 })).toHaveLength(5);
  });

  it('write CSV', async () => {
    const asked = anOrder({ query: { studio }, format: 'csv' });
    await madeFrom(asked);
    const text = Buffer.from((await views.file(asked.exportId))?.bytes ?? []).toString();

    expect(text).toContain("'=Low Road");
    expect(text.trimEnd().split('\r\n')).toHaveLength(3);
  });

  it('write tiers as the amounts of the studio’s price table', async () => {
    const early = {
      ...offerFor('Early', days('2026-02-01', '2026-02-28')),
      prices: [{ format: null, kind: 'WSP', amount: null, tier: 'Tier 1' }],
    };
    const priced = aName('Élan');
    const license = await seed.license({ studio: priced, offers: [early] });
    await seed.title({ studio: priced, offers: [[license, early]] });
    const cell = { rightsType: 'TVOD', kind: 'WSP' };
    const prices = [anEdit(cell), anEdit({ ...cell, startsOn: '2026-02-15', price: 1999 })];
    const table = { priceTableId: anId(), studio: priced.toUpperCase(), prices };
    await recordPriceTable({ ...aCommand(), ...table }, database.unitOfWork);
    const asked = anOrder({ query: { studio: priced, tiers: 'amounts' } });
    await madeFrom(asked);
    const [, names = [], , ...rows] = firstSheet(
      (await views.file(asked.exportId))?.bytes ?? new Uint8Array(),
    );

    expect(
      rows.map((row) =>
        ['Territory', 'Start', 'End', 'PriceType', 'PriceValue'].map(
          (name) => row[names.indexOf(name)],
        ),
      ),
    ).toEqual(
      ['CA', 'US'].flatMap((territory) => [
        [territory, '2026-02-01', '2026-02-14', 'WSP', '14.99'],
        [territory, '2026-02-15', '2026-02-28', 'WSP', '19.99'],
      ]),
    );
  });

  it('write workbooks of rejected rows', async () => {
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
    const exportId = anId();
    const about = { exportId, importId, fileName: 'avails.xlsx', uploadedBy: 'Nora' };
    const by = { key: anId(), actor: { name: 'Ivo' }, at: AT };
    await exportRejectedRows({ ...about, ...by }, records);

    expect(await made(exportId)).toMatchObject({ state: 'done', rows: 1, madeBy: 'Nora' });
    const sheet = read((await views.file(exportId))?.bytes).Sheets.Movies ?? {};
    expect(sheet.A4).toMatchObject({ v: 'It has no end.' });
  });

  it('report why an export failed', async () => {
    expect(await madeFrom(anOrder({ query: { studio: aName('Nobody') } }))).toMatchObject({
      state: 'failed',
      failure: 'There is nothing to export: no title has a matching offer.',
    });
  });
});
