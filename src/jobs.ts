import { ExportWork } from './adapters/jobs/export-work';
import { ImportWork } from './adapters/jobs/import-work';
import { JobQueue } from './adapters/jobs/job-queue';
import type { DeliveryJob, ExportJob, ImportJob } from './service/jobs';
import type { Watch } from './service/watched';
import { WebhookDispatcher } from './adapters/jobs/webhook-dispatcher';
import { WebhookWork } from './adapters/jobs/webhook-work';
import { PostgresChangeFeed } from './adapters/postgres/events/change-feed';
import { PrismaRecordStore } from './adapters/postgres/record-store';
import { webhookSettings } from './adapters/webhooks/signature';
import { makeLog } from './adapters/operations/log';
import { Metrics } from './adapters/operations/metrics';
import { Operations } from './adapters/operations/operations';
import { JOBS_NAME, Readiness } from './adapters/operations/readiness';
import { startTraces } from './adapters/operations/traces';
import { Announcer } from './adapters/postgres/events/announcer';
import { Replicas } from './adapters/postgres/connection/replicas';
import {
  JOB_LIMITS,
  openDatabase,
  openPool,
  QUEUE_LIMITS,
} from './adapters/postgres/connection/database';
import { configOrExit } from './config';
import { exitUnlessFit } from './fit-database';
import { dayIn } from './domain/values/calendar-day';

// The process that does what takes long, apart from the one that answers people: beside each app, or anywhere else.

const config = configOrExit();
// A job holds a lock for as long as it takes, on a session of its own.
const { directDatabaseUrl, timeZone } = config;
const sendLastTraces =
  config.otlpEndpoint === null ? async () => {} : await startTraces(config.otlpEndpoint);
await exitUnlessFit(config);
const log = makeLog({ level: config.logLevel, process: 'jobs' });

const database = openDatabase(directDatabaseUrl, {
  connections: 6,
  limits: JOB_LIMITS,
  name: JOBS_NAME,
});
// One for the lock of each job that is done at once, one that listens, and two for the queue itself.
const queue = openPool(directDatabaseUrl, {
  connections: 9,
  limits: QUEUE_LIMITS,
  name: JOBS_NAME,
});
const metrics = new Metrics();
const operations = new Operations(log, metrics);
const watch: Watch = (command, run) => operations.watch(command, run);
metrics.watchPool(database.pool);
const readiness = new Readiness(database.prisma);
metrics.watchReadiness(() => readiness.state());
if (config.metricsPort !== null) {
  // The web process of the same installation has the port itself.
  await metrics.serve(config.metricsPort + 1, config.metricsHost);
}
const jobs = new JobQueue(queue, { isWorker: true });
const { announce } = new Announcer(database.prisma);
const settings = webhookSettings(config);
const records = new PrismaRecordStore(database.prisma, jobs, settings);
const today = () => dayIn(timeZone, new Date());
const replicas = new Replicas(config.replicaDatabaseUrls, database.pool, 1);
/** In milliseconds: so long an export waits for a replica that shows what was saved before. */
const CATCHES_UP_WITHIN = 2_000;
const exportUrl = async () =>
  (await replicas.upToDate(CATCHES_UP_WITHIN))?.url ?? directDatabaseUrl;
const imports = new ImportWork(records, database.prisma, today, watch, announce);
const exportWork = new ExportWork(records, database, exportUrl, watch);
const webhooks = new WebhookWork(records, settings, watch);
const changes = new PostgresChangeFeed(database.prisma, directDatabaseUrl);
const stoppingOrders = new AbortController();

// Its logs are kept bounded from outside, so there is nothing to do, and by default it would end.
process.on('SIGHUP', () => undefined);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stoppingOrders.abort();
    void Promise.allSettled([changes.close(), jobs.stop()])
      .then(sendLastTraces)
      .finally(() => process.exit(0));
  });

await jobs.work(
  'imports',
  (job, stopping) => imports.do(job as ImportJob, stopping),
  (job) => imports.giveUp(job as ImportJob),
);
await jobs.work(
  'exports',
  (job, stopping) => exportWork.do(job as ExportJob, stopping),
  (job) => exportWork.giveUp(job as ExportJob),
);
await jobs.work(
  'webhooks',
  (job, stopping) => webhooks.do(job as DeliveryJob, stopping),
  (job) => webhooks.giveUp(job as DeliveryJob),
  { atOnce: 4 },
);
void new WebhookDispatcher(database.prisma, jobs).follow(changes, stoppingOrders.signal);
log.info('Ready for jobs.');
