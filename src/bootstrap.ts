import 'server-only';
import type { Database } from './adapters/postgres/connection/database';
import { Announcer } from './adapters/postgres/events/announcer';
import { PrismaAvailabilityViews } from './adapters/postgres/content/availability-views';
import { priceFile, readRows } from './adapters/avails/price-files';
import { PostgresChangeFeed } from './adapters/postgres/events/change-feed';
import { PrismaCandidateViews } from './adapters/postgres/content/candidate-views';
import { PrismaContentViews } from './adapters/postgres/content/content-views';
import { PrismaCalendarViews } from './adapters/postgres/content/calendar/calendar-views';
import { KeptPrices } from './adapters/postgres/price-table/kept-prices';
import { PrismaMissingAmountViews } from './adapters/postgres/price-table/missing-amount-views';
import { PrismaPricePlanViews } from './adapters/postgres/price-plan/price-plans';
import { PrismaPriceTableViews } from './adapters/postgres/price-table/price-table-views';
import { PrismaContractViews } from './adapters/postgres/contract/contract-views';
import { openDatabase } from './adapters/postgres/connection/database';
import type { Reads } from './adapters/postgres/connection/transaction';
import { ReplicatedReads } from './adapters/postgres/connection/reads';
import { Replicas } from './adapters/postgres/connection/replicas';
import { PrismaFindViews } from './adapters/postgres/find-views';
import { failureOf } from './adapters/postgres/connection/database-errors';
import { PrismaExportViews } from './adapters/postgres/export/export-views';
import { PrismaFeedViews } from './adapters/postgres/events/feed-repository';
import { requests } from './adapters/operations/request-context';
import { makeLog } from './adapters/operations/log';
import { Metrics } from './adapters/operations/metrics';
import { observed } from './adapters/operations/observed-commands';
import { Operations } from './adapters/operations/operations';
import { Readiness, readyWords } from './adapters/operations/readiness';
import { JobQueue } from './adapters/jobs/job-queue';
import { PrismaRowViews } from './adapters/postgres/import/row-views';
import { PrismaImportViews } from './adapters/postgres/import/import-views';
import { PrismaHistoryViews } from './adapters/postgres/history-views';
import { PrismaLicenseViews } from './adapters/postgres/license/license-views';
import { BetterAuthSignIn } from './adapters/people/sign-in';
import { PrismaUnitOfWork } from './adapters/postgres/prisma-unit-of-work';
import { PrismaRecordStore } from './adapters/postgres/record-store';
import { PostgresRequestLimits } from './adapters/postgres/people/request-limits';
import { PrismaPeopleViews } from './adapters/postgres/people/people-repository';
import { PrismaTokenViews } from './adapters/postgres/people/token-repository';
import { PrismaTodayViews } from './adapters/postgres/today/today-views';
import { PrismaVisits } from './adapters/postgres/today/visits';
import { PrismaWebhookViews } from './adapters/postgres/events/webhook-views';
import { PrismaSavedViews } from './adapters/postgres/views/view-repository';
import { webhookSettings } from './adapters/webhooks/signature';
import type { Views } from './service/commands/definition';
import type { Watch } from './service/watched';
import type { Execute } from './service/commands/execute';
import { answering, authorized } from './service/commands/execute';
import { config } from './config';

// The composition root: the only place that knows both the ports and what stands behind them. The database is opened on
// first use, so that a build needs none, and once per process, also when development reloads this module.

const processWide = globalThis as {
  crmsDatabase?: Database;
  crmsReplicas?: Replicas;
  crmsReads?: ReplicatedReads;
  crmsJobs?: JobQueue;
  crmsAnnouncer?: Announcer;
  crmsChanges?: PostgresChangeFeed;
  crmsSignIn?: BetterAuthSignIn;
  crmsLimits?: PostgresRequestLimits;
  crmsTokens?: PrismaTokenViews;
  crmsKeptPrices?: KeptPrices;
  crmsOperations?: Operations;
  crmsReadiness?: Readiness;
};

function database() {
  const { databaseUrl, connections } = config();
  if (processWide.crmsDatabase === undefined) {
    processWide.crmsDatabase = openDatabase(databaseUrl, { connections });
    operations().metrics.watchPool(processWide.crmsDatabase.pool);
    operations().metrics.watchReadiness(readyState);
  }
  return processWide.crmsDatabase;
}

/** Logs and figures of this process. */
export function operations() {
  processWide.crmsOperations ??= new Operations(
    makeLog({ level: config().logLevel, process: 'web' }),
    new Metrics(),
  );
  return processWide.crmsOperations;
}

/** For what is no command with a kind of its own: `execute` tells operators of those. */
export const watched: Watch = (command, run) => operations().watch(command, run);

/** Whether requests should be sent to this process. */
export function readyState() {
  processWide.crmsReadiness ??= new Readiness(prisma());
  return processWide.crmsReadiness.state();
}
export { readyWords };

/** The last thing a process does, when every request was answered. */
export async function closeDatabase(): Promise<void> {
  await Promise.all([processWide.crmsReplicas?.close(), processWide.crmsDatabase?.close()]);
}

function prisma() {
  return database().prisma;
}

/** For what is read to be shown: on replicas where there are any. Commands read on the primary. */
function reads(): Reads {
  return replicatedReads() ?? prisma();
}

function replicatedReads(): ReplicatedReads | null {
  const { replicaDatabaseUrls, connections } = config();
  if (replicaDatabaseUrls.length === 0) return null;
  processWide.crmsReplicas ??= new Replicas(replicaDatabaseUrls, database().pool, connections);
  processWide.crmsReads ??= new ReplicatedReads(
    prisma(),
    processWide.crmsReplicas,
    () => requests().getStore(),
    (server) => operations().metrics.read(server),
  );
  return processWide.crmsReads;
}

function jobs() {
  processWide.crmsJobs ??= new JobQueue(database().pool);
  return processWide.crmsJobs;
}

function announce() {
  processWide.crmsAnnouncer ??= new Announcer(prisma());
  processWide.crmsAnnouncer.announce();
}

/** One per process: everybody who follows shares its connection. */
export function changeFeed() {
  processWide.crmsChanges ??= new PostgresChangeFeed(prisma(), config().directDatabaseUrl);
  return processWide.crmsChanges;
}

/** Ends every stream of changes, and begins no other: clients go on from the last event they know, elsewhere. */
export async function closeChangeFeed(): Promise<void> {
  await changeFeed().close();
}

const executeCommand = answering(
  observed(
    authorized(() => ({
      unitOfWork: new PrismaUnitOfWork(prisma(), announce),
      records: new PrismaRecordStore(prisma(), jobs(), webhookSettings(config())),
      names: aggregateViews(),
    })),
    operations,
  ),
  aggregateViews,
);

/** Runs every command. What the same request reads after it shows what the command changed. */
export const execute: Execute = (command, call) =>
  executeCommand(command, call).finally(() => replicatedReads()?.chooseAnew());

/** What is read of aggregates, for commands: as it is now, on the primary. */
export function aggregateViews(): Views {
  return {
    licenses: new PrismaLicenseViews(prisma()),
    contents: new PrismaContentViews(prisma()),
    contracts: new PrismaContractViews(prisma()),
    priceTables: new PrismaPriceTableViews(prisma()),
    pricePlans: new PrismaPricePlanViews(prisma()),
    history: new PrismaHistoryViews(prisma()),
  };
}
export const licenseViews = () => new PrismaLicenseViews(reads());
export const contractViews = () => new PrismaContractViews(reads());

export const pricePlanViews = () => new PrismaPricePlanViews(reads());
export const priceTableViews = () => new PrismaPriceTableViews(reads());
export const readPriceFile = readRows;
export const writePriceFile = priceFile;
export const missingAmountViews = () => new PrismaMissingAmountViews(reads());
export const contentViews = () => new PrismaContentViews(reads());
export const candidateViews = () => new PrismaCandidateViews(reads());
export const findViews = () => new PrismaFindViews(reads());
export const historyViews = () => new PrismaHistoryViews(reads());
export const availabilityViews = () => {
  processWide.crmsKeptPrices ??= new KeptPrices();
  return new PrismaAvailabilityViews(reads(), processWide.crmsKeptPrices);
};
export const savedViews = () => new PrismaSavedViews(prisma());
export const calendarViews = () => new PrismaCalendarViews(reads());
export const todayViews = () => new PrismaTodayViews(reads());
export const visits = () => new PrismaVisits(prisma());
export const importViews = () => new PrismaImportViews(prisma());
export const rowViews = () => new PrismaRowViews(prisma());
export const exportViews = () => new PrismaExportViews(prisma());
export const feedViews = () => new PrismaFeedViews(prisma());
export const webhookViews = () => new PrismaWebhookViews(prisma());
/** One per process, so that those who ask at the same time share a question. */
export function tokenViews() {
  processWide.crmsTokens ??= new PrismaTokenViews(prisma());
  return processWide.crmsTokens;
}

/** One per process, because it counts for the process. */
export function requestLimits() {
  processWide.crmsLimits ??= new PostgresRequestLimits(prisma());
  return processWide.crmsLimits;
}
export const signIn = () => {
  processWide.crmsSignIn ??= new BetterAuthSignIn(prisma(), {
    url: config().url,
    secret: config().secret,
    provider: config().oidc,
  });
  return processWide.crmsSignIn;
};
export const peopleViews = () => new PrismaPeopleViews(prisma());
/** Whether anybody may look at the demo, by the accounts that the sign-in page names. */
export const isDemo = () => config().isDemo;
export const publicUrl = () => config().url;
/** The time zone that defines calendar days, an IANA name. */
export const timeZone = () => config().timeZone;
/** Whether the database could not answer now, and may soon: what only reads is then asked again. */
export const isTransient = (error: unknown) => ['retry', 'unknown'].includes(failureOf(error).kind);
