import pg from 'pg';
import { startThrowawayPostgres } from '../embedded-postgres.mjs';
import { migrate } from '../migrate.mjs';

/** A PostgreSQL of the bench's own, as durable as a real one, with a database for each measurement. */
export interface BenchCluster {
  /** Makes a database with the product's tables and nothing in them, and returns its address. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startBenchCluster(): Promise<BenchCluster> {
  const server = await startThrowawayPostgres({ durable: true });
  return {
    async database(name) {
      await withClient(server.url, (client) => client.query(`CREATE DATABASE ${name}`));
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      await migrate(url.href);
      return url.href;
    },
    stop: () => server.stop(),
  };
}

/** Runs some work on a connection of its own. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
