import pg from 'pg';
import { sessionAddress } from './session-address.mjs';

/**
 * Shows everything stored in the database at `url`, live or not, as of one moment. On a connection of its own: reading much
 * takes longer than a command may.
 */
export async function asOfOneMoment<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: sessionAddress(url),
    connectionTimeoutMillis: 5_000,
  });
  // What is lost between two statements, the next one says.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end();
  }
}
