import { setTimeout } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type pg from 'pg';
import type { Queries } from '../postgres/connection/transaction';
import { JobAlarm, RING } from './job-alarm';

/** Where the tables of the queue are: a migration makes them. */
const SCHEMA = 'jobs';

export type QueueName = 'imports' | 'exports' | 'webhooks';

/**
 * In milliseconds: how often jobs of processes that died are looked for at least. They are begun again when they have been
 * without a process for half as long.
 */
const LOOK_EVERY = 2_500;
/** In milliseconds: so long a worker waits for work that nobody tells of, which is none. */
const LONGEST_WAIT = 120_000;
/** In milliseconds, after a job could not be fetched. */
const PAUSE = 1_000;
/** In milliseconds: so long `stop` waits for what is being done. */
const STOP_WAIT = 1_500;

/** What is done with the jobs of a queue. */
interface Worker {
  readonly handle: (data: object, signal: AbortSignal) => Promise<void>;
  readonly giveUp: (data: object) => Promise<void>;
}

/** What a look at a queue finds. */
interface Look {
  readonly queue: QueueName;
  /** Jobs that are active without a lock. */
  readonly unlocked: readonly string[];
  readonly failed: readonly { readonly id: string; readonly data: object }[];
  /** In milliseconds, until the next job is due; `null` when none waits. */
  readonly due: number | null;
}

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
    this.alarm = new JobAlarm(pool);
  }

  /** Sends a job in the transaction of a connection: it is there when that commits. */
  async send(queue: QueueName, data: object, connection: Connection = this.pool): Promise<void> {
    await this.ready();
    const id = await this.boss.send(queue, data, { db: through(connection) });
    if (id === null) throw new Error(`There is no queue ${queue}.`);
    await through(connection).executeSql(RING, [queue]);
  }

  /**
   * Does the jobs of a queue, one after the other unless stated otherwise, until `stop`.
   *
   * @param giveUp what is done about a job that has failed as often as it may
   * @param atOnce so many jobs are done beside each other
   */
  async work(
    queue: QueueName,
    handle: Worker['handle'],
    giveUp: Worker['giveUp'],
    { atOnce = 1 } = {},
  ): Promise<void> {
    await this.readyAtLast();
    this.workers.set(queue, { handle, giveUp });
    if (this.running.length === 0) {
      await this.alarm.listen();
      this.running.push(this.keepLooking());
    }
    for (let worker = 1; worker <= atOnce; worker += 1)
      this.running.push(this.workOn(queue, handle));
  }

  /** Stops asking for work; what is being done is given up, to be begun again by another process. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.alarm.close();
    if (this.started === null) return;
    await this.started;
    const waiting = new AbortController();
    await Promise.race([
      Promise.all(this.running),
      setTimeout(STOP_WAIT, null, { signal: waiting.signal }).catch(() => undefined),
    ]);
    waiting.abort();
    for (const [id, queue] of this.active) await this.settle(() => this.boss.fail(queue, id));
    await this.boss.stop({ graceful: false, wait: false });
  }

  /** Does the jobs of a queue one after the other. Never rejects. */
  private async workOn(queue: QueueName, handle: Worker['handle']): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const rung = this.alarm.rung(queue);
        const [job] = await this.boss.fetch<object>(queue, { batchSize: 1 });
        if (job === undefined) await this.alarm.after(rung, queue, LONGEST_WAIT);
        else await this.run(queue, job, handle);
      } catch (error) {
        console.error('The job queue:', error instanceof Error ? error.message : error);
        await this.pause(PAUSE);
      }
    }
  }

  /** A job whose ending cannot be stored is active without a lock from then on, and begun again. */
  private async run(
    queue: QueueName,
    { id, data }: PgBoss.Job,
    handle: Worker['handle'],
  ): Promise<void> {
    this.active.set(id, queue);
    try {
      await this.alone(id, () => handle(data, this.stopping.signal));
      await this.settle(() => this.boss.complete(queue, id));
    } catch (error) {
      await this.settle(() => this.boss.fail(queue, id, error as object));
      this.alarm.ring(LOOKING);
    } finally {
      this.active.delete(id);
    }
  }

  private async settle(ending: () => Promise<unknown>): Promise<void> {
    try {
      await ending();
    } catch (error) {
      console.error('The job queue:', error instanceof Error ? error.message : error);
    }
  }

  /** Looks after all queues until the end. Never rejects. */
  private async keepLooking(): Promise<void> {
    let before: ReadonlyMap<string, number> = new Map();
    while (!this.stopping.signal.aborted) {
      let pause = LOOK_EVERY;
      const rung = this.alarm.rung(LOOKING);
      try {
        const looks = await this.look();
        const now = performance.now();
        const since = new Map<string, number>();
        for (const look of looks) {
          for (const id of look.unlocked) since.set(id, before.get(id) ?? now);
          const longAgo = (id: string) => now - (since.get(id) ?? now) > LOOK_EVERY / 2;
          await this.lookAfter(look, look.unlocked.filter(longAgo));
          if (look.due !== null && look.due < pause) pause = Math.max(look.due, SHORTEST_PAUSE);
        }
        before = since;
      } catch (error) {
        console.error('The job queue:', error);
      }
      await this.alarm.after(rung, LOOKING, pause);
    }
  }

  private async lookAfter(
    { queue, failed, due }: Look,
    abandoned: readonly string[],
  ): Promise<void> {
    if (abandoned.length > 0) await this.boss.fail(queue, [...abandoned]);
    for (const { id, data } of failed) {
      await this.workers.get(queue)?.giveUp(data);
      await this.boss.deleteJob(queue, id);
    }
    if (due !== null && due <= 0) this.alarm.ring(queue);
  }

  private readonly alarm: JobAlarm;
  private readonly workers = new Map<QueueName, Worker>();
  /** Everything that goes on until the end. */
  private readonly running: Promise<void>[] = [];
  /** The jobs that this process does, with their queues. */
  private readonly active = new Map<string, QueueName>();
  private readonly stopping = new AbortController();

  private newBoss(): PgBoss {
    const boss = new PgBoss({
      db: through(this.pool),
      schema: SCHEMA,
      migrate: false,
      supervise: this.options.isWorker ?? false,
      schedule: false,
      maintenanceIntervalSeconds: 60,
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

  /** Whoever works waits for a database that is away, as they do later. */
  private async readyAtLast(): Promise<void> {
    const { signal } = this.stopping;
    for (;;)
      try {
        await this.ready();
        return;
      } catch (error) {
        signal.throwIfAborted();
        console.error('The job queue:', error instanceof Error ? error.message : error);
        await setTimeout(PAUSE, null, { signal });
      }
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
   * One look at all queues that are worked on. A job that is active while nobody holds its lock belongs to a process that
   * died; a worker takes the lock a moment after the job, so only those count that had no lock for some time.
   */
  private async look(): Promise<readonly Look[]> {
    const { rows } = await this.pool.query<Look>(
      `SELECT name AS queue,
        coalesce(json_agg(id) FILTER (WHERE state = 'active' AND is_unlocked), '[]') AS unlocked,
        coalesce(json_agg(json_build_object('id', id, 'data', data)) FILTER (WHERE state = 'failed'), '[]') AS failed,
        (extract(epoch FROM min(start_after) FILTER (WHERE state < 'active') - now()) * 1000)::float8 AS due
      FROM (
        SELECT name, id, state, data, start_after, NOT EXISTS (
          SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = $2
            AND objid::bigint = hashtext(id::text)::bigint & 4294967295) AS is_unlocked
        FROM ${SCHEMA}.job WHERE name = ANY ($1::text[]) AND state IN ('created', 'retry', 'active', 'failed')) AS jobs
      GROUP BY name`,
      [[...this.workers.keys()], LOCKS],
    );
    return rows;
  }

  private async pause(milliseconds: number): Promise<void> {
    const { signal } = this.stopping;
    await setTimeout(milliseconds, null, { signal, ref: false }).catch(() => undefined);
  }
}

/** What wakes those who look, beside the names of queues. */
const LOOKING = 'looking';
/** In milliseconds, between two looks. */
const SHORTEST_PAUSE = 100;

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
