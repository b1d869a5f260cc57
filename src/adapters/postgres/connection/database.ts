import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../../generated/prisma/client';
import type { SessionSettings } from './driver';
import { newPool } from './driver';
import { StatementNames } from './statements/statement-names';
import { Writers } from './statements/writers';

/** Connections of one app process. */
export interface Database {
  /** The way to the database. */
  readonly prisma: PrismaClient;
  /** What Prisma stands on: for what it cannot do, and for figures. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * The database's own limits, in milliseconds, each below the next: what waits too long for a lock fails before the
 * statement does, and the statement before the transaction.
 *
 * Whoever cannot be served is to be told within 3 s. A lock is waited for briefly and then again, as often as the patience
 * of a command allows (`patience.ts`): in all not longer than 2.5 s, and nobody who collides with an ordinary write, which
 * takes some milliseconds, waits as long as this.
 *
 * Every statement is given up on this side a little after the server's limit (`watched-client.ts`): a host can go silent.
 */
export const COMMAND_LIMITS = {
  lock_timeout: 600,
  statement_timeout: 4_000,
  transaction_timeout: 6_000,
};

/** For commands that write thousands of versions, in their transaction only. */
export const LARGE_COMMAND_LIMITS = { statement_timeout: 20_000, transaction_timeout: 25_000 };

/** For work in the background, which writes thousands of rows in one transaction. */
export const JOB_LIMITS = {
  lock_timeout: 2_000,
  statement_timeout: 120_000,
  transaction_timeout: 900_000,
};

/**
 * For taking jobs and noting what became of them: short statements, which wait for no disk and no standby. A job whose end is
 * lost with its server is begun again, which does no harm.
 */
export const QUEUE_LIMITS = {
  lock_timeout: 2_000,
  statement_timeout: 10_000,
  transaction_timeout: 30_000,
  synchronous_commit: 'off',
};

/** For reading everything as of one moment, and for looking at a database once: as long as it takes, whatever a role is set to. */
export const NO_LIMITS = { lock_timeout: 0, statement_timeout: 0, transaction_timeout: 0 };

/**
 * In milliseconds: how long is waited for a connection before somebody is told that the database is busy. It is more than
 * the patience of a command, so nobody waits for one twice; and with the wait for a lock after it, it is 2.8 s.
 */
const CONNECTION_WAIT = 2_200;

/** The most connections of a pool that is not told. */
const CONNECTIONS = 10;

interface Options {
  readonly connections?: number;
  readonly limits?: SessionSettings;
  readonly connectionWait?: number;
  readonly name?: string;
}

/**
 * Opens a pool of our own and Prisma on top of it. The pool is ours because a connection that dies unattended would take
 * the process with it: a listener on the pool and on every client keeps that from happening.
 *
 * @param connections the most connections this process holds
 * @param limits settings of each session, such as `COMMAND_LIMITS`
 * @param connectionWait milliseconds
 * @param name what the database calls these connections
 */
export function openDatabase(url: string, options: Options = {}): Database {
  const pool = openPool(url, options);
  const { connections = CONNECTIONS, connectionWait = CONNECTION_WAIT } = options;
  const statements = new StatementNames(pool);
  const writers = new Writers(pool, connections, connectionWait);
  const adapter = writers.taking(
    statements.renewing(new PrismaPg(pool, { statementNameGenerator: statements.nameOf })),
  );
  const prisma = new PrismaClient({ adapter, errorFormat: 'minimal' });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** The pool alone, for who does without Prisma. */
export function openPool(
  url: string,
  {
    connections = CONNECTIONS,
    limits = COMMAND_LIMITS,
    connectionWait = CONNECTION_WAIT,
    name,
  }: Options = {},
): pg.Pool {
  const naming = name === undefined ? {} : { name };
  const pool = newPool(url, { connections, limits, connectionWait, ...naming });
  const noteLostConnection = (error: Error) => {
    console.error(`A database connection was lost: ${error.message}`);
  };
  pool.on('error', noteLostConnection);
  pool.on('connect', (client) => client.on('error', noteLostConnection));
  return pool;
}

/** Opens one connection for some work of its own, which may take as long as it takes, and closes it. */
export async function onOneConnection<T>(
  url: string,
  work: (prisma: PrismaClient) => Promise<T>,
  connectionWait: number,
  limits: SessionSettings = NO_LIMITS,
): Promise<T> {
  const database = openDatabase(url, { connections: 1, limits, connectionWait });
  try {
    return await work(database.prisma);
  } finally {
    await database.close();
  }
}
