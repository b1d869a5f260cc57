import type pg from 'pg';
import { NO_LIMITS } from '../../src/adapters/postgres/connection/database';
import { newClient } from '../../src/adapters/postgres/connection/driver';

const CONNECT_TIMEOUT_MS = 8000;

/** Runs some work on a connection of its own to the database at an address. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = newClient(url, { connectionWait: CONNECT_TIMEOUT_MS, limits: NO_LIMITS });
  // A connection that is lost says so to the statement that was waiting.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
