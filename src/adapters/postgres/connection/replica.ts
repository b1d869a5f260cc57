import { setTimeout as sleep } from 'node:timers/promises';
import { EPOCH } from '../events/change-reader';
import type { Database } from './database';
import { openDatabase } from './database';

/** How far a server's log goes, and in which life of the database. */
export interface Place {
  /** A position in the write-ahead log, in bytes. */
  readonly position: bigint;
  /** Cluster, timeline and epoch: positions of different lives say nothing about each other. */
  readonly life: string;
}

/** What tells one life of a database from another; see the decision "A place among events names its life". */
const LIFE = (timeline: string) => `
  (SELECT system_identifier FROM pg_control_system()) || '-' || (${timeline}) || '-' ||
  coalesce(current_setting('${EPOCH}', true), '')`;

/** Where the log of a primary ends. */
export const END_OF_LOG = `
  SELECT (pg_current_wal_flush_lsn() - '0/0')::text AS position,
    ${LIFE(`('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::int`)} AS life`;

/**
 * How far a standby shows what its primary has written. Its timeline is the newer one of its last restart point and of what
 * it has last flushed; after a failover it can say the old one for some minutes, and is not read from as long.
 */
const SHOWN = `
  SELECT (pg_last_wal_replay_lsn() - '0/0')::text AS position, ${LIFE(`
    SELECT greatest(timeline_id, min_recovery_end_timeline) FROM pg_control_checkpoint(), pg_control_recovery()`)} AS life
  WHERE pg_is_in_recovery()`;

/** In milliseconds: so long one is not asked again that lagged or was slow to answer, or that could not be asked. */
const REST = { lagging: 500, failing: 5_000 };
/** In milliseconds, between two looks at how far it is. */
const PAUSE = 3;
/** In milliseconds: so long a connection is waited for. */
const CONNECTION_WAIT = 1_000;

/** One replica of the database, and how far it is known to be. */
export class Replica {
  private readonly database: Database;
  private shown: Place = { position: -1n, life: '' };
  private asking: Promise<void> | null = null;
  private restsUntil = 0;

  constructor(
    readonly url: string,
    connections: number,
  ) {
    this.database = openDatabase(url, { connections, connectionWait: CONNECTION_WAIT });
  }

  get prisma() {
    return this.database.prisma;
  }

  /** How many statements of this process it answers, or has yet to answer. */
  get underWay(): number {
    const { totalCount, idleCount, waitingCount } = this.database.pool;
    return totalCount - idleCount + waitingCount;
  }

  get rests(): boolean {
    return performance.now() < this.restsUntil;
  }

  /**
   * Whether it shows everything up to a place; waits for it. One that does not, or cannot be asked, rests after that.
   *
   * @param patience milliseconds
   */
  async shows(place: Place, patience: number): Promise<boolean> {
    const deadline = performance.now() + patience;
    while (!this.has(place)) {
      if (this.rests) return false;
      const left = deadline - performance.now();
      if (left <= 0) {
        this.rest('lagging');
        return false;
      }
      await Promise.race([this.ask(), sleep(left)]);
      if (!this.has(place)) await sleep(Math.min(PAUSE, left));
    }
    return true;
  }

  /** It is not asked again for a while. */
  rest(why: keyof typeof REST, error?: unknown): void {
    if (error !== undefined && !this.rests)
      console.error('A replica:', error instanceof Error ? error.message : error);
    this.shown = { position: -1n, life: '' };
    this.restsUntil = performance.now() + REST[why];
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private has({ position, life }: Place): boolean {
    return this.shown.life === life && this.shown.position >= position;
  }

  /** Never rejects. Whoever asks while an answer is awaited waits for the same one. */
  private ask(): Promise<void> {
    this.asking ??= this.look().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async look(): Promise<void> {
    try {
      const { rows } = await this.database.pool.query<{ position: string; life: string }>(SHOWN);
      const [row] = rows;
      if (row === undefined) throw new Error('It is no standby.');
      this.shown = { position: BigInt(row.position), life: row.life };
    } catch (error) {
      this.rest('failing', error);
    }
  }
}
