import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { newClient } from './driver';

/** In milliseconds: so long a replica may take to answer, and to receive what was written last. */
const [ANSWERS_WITHIN, CATCHES_UP_WITHIN] = [2_000, 2_000];
/** In milliseconds, between two looks at how far a replica is. */
const PAUSE = 50;

/**
 * Where large reads go that need not trouble the primary: to a replica that has everything that anybody was told is saved,
 * or to the primary where none has. Whoever has changed something finds it, wherever it is read.
 */
export class Replicas {
  /**
   * @param urls of replicas, in the order in which they are asked
   * @param primaryUrl where to read when none of them will do
   * @param pool of the primary
   */
  constructor(
    private readonly urls: readonly string[],
    private readonly primaryUrl: string,
    private readonly pool: Pick<pg.Pool, 'query'>,
  ) {}

  /** The address of a database that has at least what the primary has now. */
  readonly upToDate = async (): Promise<string> => {
    if (this.urls.length === 0) return this.primaryUrl;
    const { rows } = await this.pool.query<{ place: string }>(
      'SELECT pg_current_wal_flush_lsn()::text AS place',
    );
    for (const url of this.urls) if (await hasReached(url, rows[0]?.place ?? '')) return url;
    return this.primaryUrl;
  };
}

/** Waits a moment for it. A replica that cannot be asked has not. */
async function hasReached(url: string, place: string): Promise<boolean> {
  const client = newClient(url, {
    connectionWait: ANSWERS_WITHIN,
    limits: { statement_timeout: ANSWERS_WITHIN },
  });
  // What is lost is said to whoever waits.
  client.on('error', () => undefined);
  const deadline = performance.now() + CATCHES_UP_WITHIN;
  try {
    await client.connect();
    for (;;) {
      const { rows } = await client.query<{ has: boolean }>(
        'SELECT pg_is_in_recovery() AND coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) AS has',
        [place],
      );
      if (rows[0]?.has === true) return true;
      if (performance.now() > deadline) return false;
      await setTimeout(PAUSE);
    }
  } catch (error) {
    console.error('A replica:', error instanceof Error ? error.message : error);
    return false;
  } finally {
    await client.end();
  }
}
