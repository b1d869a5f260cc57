import { withClient, withDatabase } from '../database/client';
import { applyMigrations } from '../database/schema-engine';
import { startThrowawayPostgres } from '../database/throwaway-postgres';

/** A PostgreSQL of the bench's own, as durable as a real one, with a database for each measurement. */
export interface BenchCluster {
  readonly version: string;
  /** Makes a database with the product's tables and nothing in them, and returns its address. */
  database(name: string): Promise<string>;
  /** Copies a database of `database`, which nothing may be connected to, and returns the copy's address. */
  copy(from: string, name: string): Promise<string>;
  stop(): Promise<void>;
}

export async function openBenchCluster(): Promise<BenchCluster> {
  const { url, stop } = await startThrowawayPostgres({ durable: true });
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
      const address = withDatabase(url, name);
      await applyMigrations(address);
      return address;
    },
    async copy(from, name) {
      await withClient(url, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        await client.query(`CREATE DATABASE ${name} TEMPLATE ${from} STRATEGY file_copy`);
      });
      return withDatabase(url, name);
    },
    stop,
  };
}
