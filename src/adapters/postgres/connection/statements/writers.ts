import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  Transaction,
} from '@prisma/driver-adapter-utils';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { sendingThrough } from './sending-through';

/** The share of a pool that is kept for what reads. */
const KEPT_FOR_READS = 0.3;
/** In milliseconds: whatever is written takes some; what takes as long may wait for a standby. */
const SUSPICIOUS = 1_000;
/** In milliseconds: when whoever is suspicious is sure to be found so. */
const ASKED_AFTER = 1.5 * SUSPICIOUS;
/** In milliseconds: so long the answer counts whether commits wait. */
const KNOWN_FOR = 500;
/** In milliseconds: so long that answer is waited for. */
const PATIENCE = 1_000;

/** What writes, and waits for the standby with its commit: not what turns that off by itself. */
const WRITES = /\b(INSERT|UPDATE|DELETE|MERGE|pg_logical_emit_message)\b/i;
const DOES_NOT_WAIT = 'synchronous_commit';

/** Whether a commit of the same role waits for a standby for some time. */
const COMMITS_WAIT = `
  SELECT EXISTS (
    SELECT FROM pg_stat_activity
    WHERE usename = current_user AND wait_event = 'SyncRep'
      AND state_change < clock_timestamp() - interval '${SUSPICIOUS} ms') AS wait`;

/** SQLSTATEs of class 53, of what a server has too little of; the second is none of PostgreSQL's. */
const TOO_MANY = '53300';
export const NO_STANDBY = '53X01';

/**
 * Keeps those who write from taking a whole pool. While the last synchronous standby is away, no commit returns; each is given
 * up after seconds, and its session on the server stays until the standby is back. So only a part of the connections writes
 * at a time, the rest goes on reading; and as soon as commits are seen to wait, nothing new is written: as many sessions are
 * held as may write at once, and no more come.
 */
export class Writers {
  private free: number;
  private readonly queue: (() => void)[] = [];
  private readonly isWriting = new Map<string, boolean>();
  /** Whether commits were seen to wait when it was last asked. */
  private isRefusing = false;
  private asking: Promise<boolean> | null = null;

  /**
   * @param connections the most that the pool has
   * @param wait milliseconds for which a turn is waited for
   */
  constructor(
    private readonly pool: pg.Pool,
    connections: number,
    private readonly wait: number,
  ) {
    this.free = connections - Math.floor(connections * KEPT_FOR_READS);
  }

  /** The same driver, whose writes take turns. */
  taking(inner: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
    const { provider, adapterName } = inner;
    return { provider, adapterName, connect: async () => this.adapter(await inner.connect()) };
  }

  private adapter(inner: SqlDriverAdapter): SqlDriverAdapter {
    return sendingThrough(
      inner,
      async (attempt, { sql }) => {
        if (!this.writes(sql)) return attempt();
        const leave = await this.enter();
        return attempt().finally(leave);
      },
      { startTransaction: (level: IsolationLevel | undefined) => this.transaction(inner, level) },
    );
  }

  private async transaction(
    inner: SqlDriverAdapter,
    level: IsolationLevel | undefined,
  ): Promise<Transaction> {
    const leave = await this.enter();
    try {
      const transaction = await inner.startTransaction(level);
      const members: Partial<Transaction> = {
        commit: () => transaction.commit().finally(leave),
        rollback: () => transaction.rollback().finally(leave),
      };
      return sendingThrough(transaction, (attempt) => attempt(), members);
    } catch (error) {
      leave();
      throw error;
    }
  }

  private writes(sql: string): boolean {
    let known = this.isWriting.get(sql);
    if (known === undefined) {
      known = WRITES.test(sql) && !sql.includes(DOES_NOT_WAIT);
      this.isWriting.set(sql, known);
    }
    return known;
  }

  /** Waits for a turn to write. @returns what ends it */
  private async enter(): Promise<() => void> {
    if (await this.commitsWait()) throw refusal(NO_STANDBY, 'Commits wait for a standby.');
    if (this.free > 0) this.free -= 1;
    else await this.turn();
    // Asked beside the writes: they are not held up where all is only slow.
    const suspicion = setTimeout(() => void (this.asking ??= this.ask()), ASKED_AFTER).unref();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(suspicion);
      this.passOn();
    };
  }

  private passOn(): void {
    const next = this.queue.shift();
    if (next === undefined) this.free += 1;
    else next();
  }

  private async turn(): Promise<void> {
    const since = performance.now();
    await new Promise<void>((resolve, reject) => {
      const come = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(come), 1);
        reject(refusal(TOO_MANY, 'Too many write at the same time.'));
      }, this.wait);
      this.queue.push(come);
    });
    // Who has waited here does not wait as long for a connection again.
    if (performance.now() - since > this.wait / 4 && this.pool.waitingCount > 0) {
      this.passOn();
      throw refusal(TOO_MANY, 'Too many write at the same time.');
    }
  }

  private async commitsWait(): Promise<boolean> {
    if (!this.isRefusing) return false;
    this.asking ??= this.ask();
    return Promise.race([this.asking, sleep(PATIENCE, false)]);
  }

  /** Never rejects: when nobody answers, whoever writes finds out. */
  private async ask(): Promise<boolean> {
    const isWaiting = await this.pool.query<{ wait: boolean }>(COMMITS_WAIT).then(
      ({ rows }) => rows[0]?.wait === true,
      () => false,
    );
    this.isRefusing = isWaiting;
    setTimeout(() => (this.asking = null), KNOWN_FOR).unref();
    return isWaiting;
  }
}

/** As the server refuses what it has no room for. */
function refusal(code: string, message: string): DriverAdapterError {
  return new DriverAdapterError({
    kind: 'postgres',
    originalCode: code,
    originalMessage: message,
    code,
    message,
    severity: 'ERROR',
    detail: undefined,
    column: undefined,
    hint: undefined,
  });
}
