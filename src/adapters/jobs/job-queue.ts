import { setTimeout } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type pg from 'pg';
import type { Queries } from '../postgres/connection/transaction';

/** Where the tables of the queue are: a migration makes them. */
const SCHEMA = 'jobs';

export type QueueName = 'imports' | 'exports' | 'webhooks';

/** In milliseconds: how often jobs of processes that died are looked for; they are begun again at the second look. */
const TAKE_BACK_EVERY = 2_500;

/** Whatever a job can be sent through: the pool, or a transaction that the job becomes a part of. */
type Connection = Pick<pg.Pool, 'query'> | Pick<Queries, '$queryRawUnsafe'>;

/**
 * Jobs on PostgreSQL: what is sent survives whoever sent it, and is done by whichever process asks for work next. What a job
 * did when its process died is not known, so a job can be begun again without harm.
 *
 * On the driver's pool, because a job's lock belongs to one connection for as long as the job takes, which Prisma can give
 * only together with a transaction; and because pg-boss brings statements of its own.
 */
export class JobQueue {
  private boss: PgBoss;
  private started: Promise<unknown> | null = null;

  /** @param isWorker whether this process also works, and keeps the tables tidy */
  constructor(
    private readonly pool: pg.Pool,
    private readonly options: { readonly isWorker?: boolean } = {},
  ) {
    this.boss = this.newBoss();
  }

  /** Sends a job in the transaction of a connection: it is there when that commits. */
  async send(queue: QueueName, data: object, connection: Connection = this.pool): Promise<void> {
    await this.ready();
    const id = await this.boss.send(queue, data, { db: through(connection) });
    if (id === null) throw new Error(`There is no queue ${queue}.`);
  }

  /**
   * Does the jobs of a queue, one after the other unless stated otherwise, until `stop`.
   *
   * @param giveUp what is done about a job that has failed as often as it may
   * @param atOnce so many jobs are done beside each other
   */
  async work(
    queue: QueueName,
    handle: (data: object, signal: AbortSignal) => Promise<void>,
    giveUp: (data: object) => Promise<void>,
    { atOnce = 1 } = {},
  ): Promise<void> {
    await this.ready();
    const takeBack = async () => {
      let abandoned: ReadonlySet<string> = new Set();
      for (;;) {
        try {
          abandoned = await this.takeBack(queue, abandoned);
          await this.buryFailed(queue, giveUp);
        } catch (error) {
          console.error('The job queue:', error);
        }
        await setTimeout(TAKE_BACK_EVERY, null, { signal: this.stopping.signal, ref: false });
      }
    };
    takeBack().catch(() => undefined);
    for (let worker = 1; worker <= atOnce; worker += 1)
      await this.boss.work<object>(
        queue,
        { pollingIntervalSeconds: 0.5, batchSize: 1 },
        async ([job]) => {
          if (job === undefined) return;
          await this.alone(job.id, () => handle(job.data, this.stopping.signal));
        },
      );
  }

  /** Stops asking for work; what is being done is given up, to be begun again by another process. */
  async stop(): Promise<void> {
    this.stopping.abort();
    if (this.started === null) return;
    await this.started;
    await this.boss.stop({ graceful: true, wait: true, timeout: 1_500 });
  }

  private readonly stopping = new AbortController();

  private newBoss(): PgBoss {
    const boss = new PgBoss({
      db: through(this.pool),
      schema: SCHEMA,
      migrate: false,
      supervise: this.options.isWorker ?? false,
      schedule: false,
      maintenanceIntervalSeconds: 30,
    });
    boss.on('error', (error) => {
      console.error(`The job queue: ${error.message}`);
    });
    return boss;
  }

  /** A start that failed, because the database was away, is made again by the next call; the library takes one per object. */
  private ready(): Promise<unknown> {
    this.started ??= this.boss.start().catch((error: unknown) => {
      this.started = null;
      this.boss = this.newBoss();
      throw error;
    });
    return this.started;
  }

  /** While a job is worked on, its lock is held on a connection that ends with this process, however that ends. */
  private async alone(jobId: string, work: () => Promise<void>): Promise<void> {
    const connection = await this.pool.connect();
    try {
      await connection.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCKS, jobId]);
      await work();
    } finally {
      await connection
        .query('SELECT pg_advisory_unlock($1, hashtext($2))', [LOCKS, jobId])
        .finally(() => {
          connection.release();
        });
    }
  }

  /**
   * Begins jobs again whose process died: they are active, and nobody holds their lock. A worker takes the lock a moment after
   * the job, so only those count that had no lock at the last look either.
   *
   * @param before the jobs without a lock at the last look
   * @returns those without one now
   */
  private async takeBack(
    queue: QueueName,
    before: ReadonlySet<string>,
  ): Promise<ReadonlySet<string>> {
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT id FROM ${SCHEMA}.job WHERE name = $1 AND state = 'active'
        AND NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = $2
          AND objid::bigint = hashtext(id::text)::bigint & 4294967295)`,
      [queue, LOCKS],
    );
    const ids = rows.map(({ id }) => id).filter((id) => before.has(id));
    if (ids.length > 0) await this.boss.fail(queue, ids);
    return new Set(rows.map(({ id }) => id));
  }

  private async buryFailed(
    queue: QueueName,
    giveUp: (data: object) => Promise<void>,
  ): Promise<void> {
    const { rows } = await this.pool.query<{ id: string; data: object }>(
      `SELECT id, data FROM ${SCHEMA}.job WHERE name = $1 AND state = 'failed'`,
      [queue],
    );
    for (const { id, data } of rows) {
      await giveUp(data);
      await this.boss.deleteJob(queue, id);
    }
  }
}

/** The advisory locks of jobs, apart from everybody else's. */
const LOCKS = 1_717_986;

function through(connection: Connection): PgBoss.Db {
  return {
    executeSql: async (text, values) => {
      if ('query' in connection) return connection.query<Record<string, unknown>>(text, values);
      // As the driver does, which knows no undefined.
      const parameters = values.map((value: unknown) => value ?? null);
      return { rows: await connection.$queryRawUnsafe<unknown[]>(text, ...parameters) };
    },
  };
}
