import { randomUUID } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import { afterAll, inject } from 'vitest';
import type { Database } from '../../src/adapters/postgres/connection/database';
import { JobQueue } from '../../src/adapters/jobs/job-queue';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { PrismaRecordStore } from '../../src/adapters/postgres/record-store';
import { PrismaUnitOfWork } from '../../src/adapters/postgres/prisma-unit-of-work';
import { webhookSettings } from '../../src/adapters/webhooks/signature';
import { addressOf, administer } from './support-database';

/** What an installation says of its webhooks, which may lead to this machine. */
export const WEBHOOKS = webhookSettings({
  secret: '0123456789abcdef0123456789abcdef',
  hasPrivateWebhooks: true,
});

/** The records of one process. */
export function recordsOn(
  { prisma, pool }: Pick<Database, 'prisma' | 'pool'>,
  jobs = new JobQueue(pool),
): PrismaRecordStore {
  return new PrismaRecordStore(prisma, jobs, WEBHOOKS);
}

/** A database of a test file's own: migrated, empty, and opened as the product opens it. */
export interface TestDatabase extends Database {
  readonly url: string;
  readonly unitOfWork: PrismaUnitOfWork;
  readonly records: PrismaRecordStore;
  /** Runs SQL on the file's pool, for looking at what is stored and for going behind the product's back. */
  rows<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * Copies the run's migrated database; the copy goes when the file is through. To be awaited at the top of a test file.
 *
 * @param connections the most connections its pool holds
 */
export async function testDatabase(
  options: Parameters<typeof openDatabase>[1] = {},
): Promise<TestDatabase> {
  const clusterUrl = inject('clusterUrl');
  const name = `crms_test_${randomUUID().replaceAll('-', '')}`;
  await administer(clusterUrl, `CREATE DATABASE ${name} TEMPLATE ${inject('template')}`);
  const url = addressOf(clusterUrl, name);
  const database = openDatabase(url, options);
  afterAll(async () => {
    await database.close();
    await administer(clusterUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return {
    ...database,
    url,
    unitOfWork: new PrismaUnitOfWork(database.prisma),
    records: recordsOn(database),
    rows: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await database.pool.query<Row>(sql, [...values])).rows,
  };
}
