import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, expect, it } from 'vitest';
import { availsWorkbook } from '../../../src/adapters/avails/workbook-writer';
import { ExportWork } from '../../../src/adapters/jobs/export-work';
import { ImportWork } from '../../../src/adapters/jobs/import-work';
import { JobQueue } from '../../../src/adapters/jobs/job-queue';
import { WebhookDispatcher } from '../../../src/adapters/jobs/webhook-dispatcher';
import { WebhookWork } from '../../../src/adapters/jobs/webhook-work';
import { makeLog } from '../../../src/adapters/operations/log';
import { Metrics } from '../../../src/adapters/operations/metrics';
import { Operations } from '../../../src/adapters/operations/operations';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaWebhookViews } from '../../../src/adapters/postgres/events/webhook-views';
import { recordContract } from '../../../src/service/contract/contract-service';
import type { Watch } from '../../../src/service/watched';
import type { ExportJob, ImportJob } from '../../../src/service/jobs';
import { makeExport } from '../../../src/service/export/export-service';
import { addWebhook } from '../../../src/service/events/webhook-service';
import { aMovieRow } from '../../builders/avails-row-builders';
import { contractDetails } from '../../builders/command-builders';
import { aName, anId } from '../../builders/license-builders';
import { recordsOn, testDatabase, WEBHOOKS } from '../support';
import { viewsOn } from '../support-api';
import { ImportDriver, TODAY } from '../files/support-imports';

const database = await testDatabase();
const imports = new ImportDriver(database);
const ben = new ImportDriver(database, 'Ben');
const queue = new JobQueue(database.pool);
const NEVER = new AbortController().signal;
const NORA = { name: 'Nora', id: anId() };

let lines: Record<string, unknown>[] = [];
let metrics = new Metrics();
const watch: Watch = (command, run) => {
  const destination = {
    write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  };
  const log = makeLog({ level: 'info', process: 'jobs' }, destination);
  return new Operations(log, metrics).watch(command, run);
};
const work = new ImportWork(database.records, database.prisma, () => TODAY, watch);

afterEach(() => {
  lines = [];
  metrics = new Metrics();
});
afterAll(() => queue.stop());

/** The latest job of an import or export, in the queue's format. */
async function jobOf<Job>(name: 'importId' | 'exportId', id: string): Promise<Job> {
  const [job] = await database.rows<{ data: Job }>(
    `SELECT data FROM jobs.job WHERE data ->> '${name}' = $1 ORDER BY created_on DESC LIMIT 1`,
    [id],
  );
  if (job === undefined) throw new Error(`There is no job for ${id}.`);
  return job.data;
}

async function runImport(id: string, signal = NEVER, worker = work): Promise<void> {
  await worker.do(await jobOf<ImportJob>('importId', id), signal);
}

/** Expects exactly one log line and one counter increment for a command. */
async function expectOutcome(line: Record<string, unknown>): Promise<void> {
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ process: 'jobs', msg: 'command', ...line });
  const counts = (await metrics.text()).split('\n');
  expect(counts.filter((text) => text.startsWith('crms_commands_total{'))).toEqual([
    `crms_commands_total{kind="${String(line.kind)}",outcome="${String(line.outcome)}"} 1`,
  ]);
  lines = [];
  metrics = new Metrics();
}

function aRow(price = '9.99') {
  const studio = aName('Northlight');
  const alid = aName('movie').replace(' ', '-');
  return (over: Record<string, string> = {}) =>
    aMovieRow(alid, { 'Avail/DisplayName': studio, 'AvailTrans/PriceValue': price, ...over });
}

it('an import leaves one outcome for its check, its commit and its undo', async () => {
  const id = await imports.uploaded(availsWorkbook([aRow()()]));
  const subject = { what: 'import', id };
  const actor = { name: 'Ana' };
  await runImport(id);
  await expectOutcome({
    level: 'info',
    kind: 'run-import-check',
    outcome: 'accepted',
    actor,
    subject,
  });

  const key = anId();
  await imports.commit(id, 1, 'license', { key });
  await runImport(id);
  await expectOutcome({
    level: 'info',
    kind: 'run-import-commit',
    outcome: 'accepted',
    key,
    actor,
    subject,
  });

  await imports.undo(id, 1);
  await runImport(id);
  await expectOutcome({ level: 'info', kind: 'run-import-undo', outcome: 'accepted', subject });
  await runImport(id);
  await expectOutcome({ level: 'info', kind: 'run-import-undo', outcome: 'replayed', subject });
});

it.each([
  ['file', 'changed-since-review'],
  ['license', 'nothing-saved'],
] as const)('a commit of a changed license by %s is refused', async (mode, code) => {
  const row = aRow();
  await imports.committed(await imports.checked([row()]));
  const slow = await imports.checked([row({ 'AvailTrans/PriceValue': '7.99' })]);
  await ben.committed(await ben.checked([row({ 'AvailTrans/PriceValue': '8.99' })]));

  await imports.decideCommit(slow, mode);
  await runImport(slow);
  await expectOutcome({
    level: 'info',
    kind: 'run-import-commit',
    outcome: 'refused',
    code,
    subject: { what: 'import', id: slow },
  });
});

it('an undo is refused if a person has used imported data', async () => {
  const row = aRow();
  const id = await imports.checked([row()]);
  await imports.committed(id);
  await ben.committed(await ben.checked([row({ 'AvailTrans/PriceValue': '8.99' })]));

  await imports.undo(id, 1);
  await runImport(id);
  await expectOutcome({
    level: 'info',
    kind: 'run-import-undo',
    outcome: 'refused',
    code: 'built-upon',
  });
});

it('a check is refused when a person cancels it', async () => {
  const id = await imports.uploaded(availsWorkbook([aRow()()]));
  await database.rows(`UPDATE import_progress SET cancelled = true WHERE import_id = $1`, [id]);
  await runImport(id);
  await expectOutcome({
    level: 'info',
    kind: 'run-import-check',
    outcome: 'refused',
    code: 'cancelled',
  });
});

it('a check with an unexpected error fails once, with its stack', async () => {
  const id = await imports.uploaded(availsWorkbook([aRow()()]));
  const broken = new ImportWork(
    database.records,
    database.prisma,
    () => {
      throw new Error('There is no calendar.');
    },
    watch,
  );
  await runImport(id, NEVER, broken);
  await expectOutcome({ level: 'error', kind: 'run-import-check', outcome: 'failed' });
  expect((await imports.view(id)).state).toBe('unreadable');
});

it('a check is busy while the database is unavailable, and when its process ends', async () => {
  const id = await imports.uploaded(availsWorkbook([aRow()()]));
  const away = openDatabase('postgresql://nobody@127.0.0.1:1/away');
  const cut = new ImportWork(recordsOn(away), away.prisma, () => TODAY, watch);
  await expect(runImport(id, NEVER, cut)).rejects.toMatchObject({ code: 'busy' });
  await expectOutcome({ level: 'warn', kind: 'run-import-check', outcome: 'busy' });
  await away.close();

  await expect(runImport(id, AbortSignal.abort())).rejects.toMatchObject({ code: 'busy' });
  await expectOutcome({ level: 'warn', kind: 'run-import-check', outcome: 'busy' });
  await runImport(id);
  await expectOutcome({ level: 'info', kind: 'run-import-check', outcome: 'accepted' });
});

it('a job that fails on every attempt is failed', async () => {
  const id = await imports.uploaded(availsWorkbook([aRow()()]));
  await work.giveUp(await jobOf<ImportJob>('importId', id));
  await expectOutcome({ level: 'error', kind: 'run-import-check', outcome: 'failed' });
});

it('an export leaves one outcome, with the key and the person of its request', async () => {
  const row = aRow();
  await imports.committed(await imports.checked([row()]));
  const { records } = database;
  const exportWork = new ExportWork(records, database, () => database.url, watch);
  const order = async (studio: string) => {
    const [id, key, at] = [anId(), anId(), new Date().toISOString()];
    const what = { exportId: id, query: { studio }, format: 'csv' } as const;
    await makeExport({ ...what, key, actor: NORA, at }, records, viewsOn(database.prisma));
    await exportWork.do(await jobOf<ExportJob>('exportId', id), NEVER);
    const subject = { what: 'export', id };
    return { level: 'info', kind: 'run-export', key, actor: NORA, subject };
  };
  const made = await order(row()['Avail/DisplayName'] ?? '');
  await expectOutcome({ ...made, outcome: 'accepted' });
  const refused = await order(aName('Nothing'));
  await expectOutcome({ ...refused, outcome: 'refused', code: 'nothing-to-export' });

  await exportWork.giveUp(await jobOf<ExportJob>('exportId', refused.subject.id));
  await expectOutcome({ kind: 'run-export', level: 'error', outcome: 'failed' });
});

it('each attempt of a delivery leaves one outcome', async () => {
  const statuses = [500, 204];
  const server = createServer((_request, response) => {
    response.writeHead(statuses.shift() ?? 204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { records } = database;
  const deliveries = new WebhookWork(records, WEBHOOKS, watch);
  const [webhookId, at] = [anId(), new Date().toISOString()];
  const details = { name: 'Storefront', url, aggregates: ['contract'] };
  await addWebhook({ webhookId, details, actor: NORA, at }, records);
  await recordContract(
    { contractId: anId(), details: contractDetails(), key: anId(), actor: NORA, at },
    database.unitOfWork,
  );
  await new WebhookDispatcher(database.prisma, queue).orderAll();
  const [delivery] = await new PrismaWebhookViews(database.prisma).deliveries(webhookId, 1);
  const job = { deliveryId: delivery?.id ?? '' };
  const line = {
    level: 'info',
    kind: 'run-delivery',
    subject: { what: 'delivery', id: job.deliveryId },
  };

  await expect(deliveries.do(job, NEVER)).rejects.toThrow();
  await expectOutcome({ ...line, outcome: 'refused', code: 'delivery-not-taken' });
  await deliveries.do(job, NEVER);
  await expectOutcome({ ...line, outcome: 'accepted' });
  await deliveries.do(job, NEVER);
  await expectOutcome({ ...line, outcome: 'replayed' });
  await deliveries.giveUp(job);
  await expectOutcome({ ...line, outcome: 'refused', code: 'delivery-given-up' });
  server.closeAllConnections();
  server.close();
});
