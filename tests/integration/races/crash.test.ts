import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, it } from 'vitest';
import { startEmbeddedPostgres } from '../../../scripts/database/embedded-postgres';
import { applyMigrations } from '../../../scripts/database/schema-engine';
import { campaign } from '../../builders/effort';
import { until } from '../../race/until';
import { Random } from '../../race/random';
import { underFaults } from '../../race/faults/under-faults';
import { testDatabase } from '../support';

const database = await testDatabase();
const cleanUp: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

it(
  'loses nothing when sessions are terminated and app processes are killed',
  { timeout: 1_200_000 },
  async () => {
    const faults = campaign('Terminated sessions and killed processes', { usual: 6, full: 40 });
    const random = new Random(faults.seed);
    await underFaults(database.url, faults, async (fault, apps) => {
      if (fault % 4 === 3) {
        await apps.replaceOne(random);
        return;
      }
      await terminateSessions(random.chance(0.5) ? 'one' : 'all');
    });
  },
);

it(
  'loses nothing when the database server is killed and started again',
  { timeout: 1_200_000 },
  async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'crms-crash-'));
    chmodSync(dataDir, 0o755);
    cleanUp.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const log = path.join(dataDir, 'postgres.log');
    let server = await startEmbeddedPostgres({ dataDir, log });
    cleanUp.push(() => server.stop());
    const { url, port } = server;
    await applyMigrations(url);

    const faults = campaign('Killed database servers', { usual: 2, full: 20 });
    await underFaults(url, faults, async () => {
      const { exited } = server;
      process.kill(server.pid, 'SIGKILL');
      await exited;
      server = await startEmbeddedPostgres({ dataDir, log, port });
    });
  },
);

/** Terminates one session in the middle of a statement, or all sessions including idle ones; at least one. */
async function terminateSessions(which: 'one' | 'all'): Promise<void> {
  const victims = which === 'one' ? `AND state = 'active' LIMIT 1` : '';
  await until('a session is terminated', async () => {
    const terminated = await database.rows(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() ${victims}`,
    );
    return terminated.length > 0;
  });
}
