import pg from 'pg';
import { startThrowawayPostgres } from '../database/embedded-postgres.mjs';
import { migrate } from '../database/migrate.mjs';

/** A PostgreSQL of the bench's own, as durable as a real one, with a database for each measurement. */
export interface BenchCluster {
  readonly version: string;
  /** Makes a database with the product's tables and nothing in them, and returns its address. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** The cluster that `npm run bench` has started and names in TEST_DATABASE_URL, or else one started here. */
export async function openBenchCluster(): Promise<BenchCluster> {
  const given = process.env.TEST_DATABASE_URL;
  const own = given === undefined ? await startThrowawayPostgres({ durable: true }) : null;
  const url = given ?? own?.url ?? '';
  const { rows } = await withClient(url, (client) =>
    client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`),
  );
  return {
    version: rows[0]?.version ?? '',
    async database(name) {
      await withClient(url, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        await client.query(`CREATE DATABASE ${name}`);
      });
      const address = new URL(url);
      address.pathname = `/${name}`;
      await migrate(address.href);
      return address.href;
    },
    async stop() {
      await own?.stop();
    },
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
