import { ExportWork } from './adapters/jobs/export-work';
import { ImportWork } from './adapters/jobs/import-work';
import { JobQueue } from './adapters/jobs/job-queue';
import type { ExportJob } from './adapters/postgres/export-store';
import type { ImportJob } from './adapters/postgres/import-desk';
import { Announcer } from './adapters/postgres/announcer';
import { JOB_LIMITS, openDatabase } from './adapters/postgres/database';
import { configOrExit } from './config';
import { dayIn } from './domain/calendar-day';

// The process that does what takes long, apart from the one that answers people: beside each app, or anywhere else.

const { databaseUrl, timeZone } = configOrExit();

const database = openDatabase(databaseUrl, { connections: 6, limits: JOB_LIMITS });
const jobs = new JobQueue(database.pool, { isWorker: true });
const { announce } = new Announcer(database.pool);
const imports = new ImportWork(database.prisma, () => dayIn(timeZone, new Date()), announce);
const exportWork = new ExportWork(database, databaseUrl);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    void jobs.stop().finally(() => process.exit(0));
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
console.log('Ready for jobs.');
