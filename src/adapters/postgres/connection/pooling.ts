import type { WatchedClient } from './watched-client';
import { isOutdatedStatement } from './database-errors';
import { newClient } from './driver';

/**
 * What stands between the product and the server: nobody, or a pooler that gives a connection the same session for ever;
 * one that gives each transaction another; or one that loses prepared statements on the way.
 */
export type Pooling = 'none' | 'transactions' | 'forgetful';

/** Enough to tell, and no statement of the product. */
const NAMES = ['crms_pooling_one', 'crms_pooling_two'] as const;

/** As PostgreSQL calls a statement whose name is taken, which another connection has prepared in the same session. */
const TAKEN = '42P05';

/**
 * Finds out how an address is pooled: two connections hold a transaction each, and so a session each; when they let go of
 * them in one order and then the other, one gets the other's session from a pooler that pools transactions.
 *
 * @param wait milliseconds
 */
export async function poolingOf(url: string, wait: number): Promise<Pooling> {
  const limits = { statement_timeout: wait };
  const clients = NAMES.map(() => newClient(url, { connectionWait: wait, limits }));
  // What is lost is said to whoever waits.
  for (const client of clients) client.on('error', () => undefined);
  try {
    for (const client of clients) await client.connect();
    const first = await sessions(clients);
    for (const order of [clients, clients.toReversed()]) {
      for (const client of order) await client.query('COMMIT');
      const again = await sessions(clients);
      if (again.some((pid, index) => pid !== first[index])) return 'transactions';
    }
    return 'none';
  } catch (error) {
    if (isOutdatedStatement(error) || Reflect.get(error as object, 'code') === TAKEN)
      return 'forgetful';
    throw error;
  } finally {
    for (const client of clients) await client.end();
  }
}

/** Begins a transaction on each, and tells the session it is in, by a prepared statement. */
async function sessions(clients: readonly WatchedClient[]): Promise<number[]> {
  const pids: number[] = [];
  for (const [index, client] of clients.entries()) {
    await client.query('BEGIN');
    const text = `SELECT pg_backend_pid() AS pid, ${index}`;
    const { rows } = await client.query<{ pid: number }>({ name: NAMES[index] ?? '', text });
    pids.push(rows[0]?.pid ?? 0);
  }
  return pids;
}
