import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, it } from 'vitest';
import { hasErrno } from '../../../scripts/processes/errno';
import { startEmbeddedPostgres } from '../../../scripts/database/embedded-postgres';
import { clusterFiles } from '../../../scripts/database/cluster';
import { applyMigrations } from '../../../scripts/database/schema-engine';
import { campaign } from '../../builders/effort';
import { until } from '../../race/until';
import { Random } from '../../race/random';
import { underFaults } from '../../race/faults/under-faults';
import { testDatabase } from '../support';
import { administer } from '../support-database';

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
    const own = await ownServer();
    const faults = campaign('Killed database servers', { usual: 2, full: 20 });
    await underFaults(own.url, faults, async () => {
      await own.startAgain();
    });
  },
);

it(
  'loses nothing when the log of the database has no room, which ends its server',
  { timeout: 1_200_000 },
  async () => {
    const own = await ownServer();
    const faults = campaign('Logs without room', { usual: 1, full: 10 });
    await underFaults(own.url, faults, async (_fault, apps) => {
      // Any user can take a folder away; on a full disk, which only root can make, the server crashes in the same way.
      const away = `${own.logDir}.away`;
      renameSync(own.logDir, away);
      await until('the server crashes', () =>
        administer(own.url, 'SELECT pg_switch_wal()').then(
          () => false,
          () => true,
        ),
      );
      await apps.areReady(false);
      renameSync(away, own.logDir);
      await own.startAgain();
      await apps.areReady(true);
    });
  },
);

/** A server of PostgreSQL of this test's own, migrated, which keeps its port when it is started again. */
async function ownServer() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'crms-crash-'));
  chmodSync(dataDir, 0o755);
  cleanUp.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const log = path.join(dataDir, 'postgres.log');
  let server = await startEmbeddedPostgres({ dataDir, log });
  cleanUp.push(() => server.stop());
  const { url, port } = server;
  await applyMigrations(url);
  return {
    url,
    logDir: path.join(clusterFiles(dataDir, log).clusterDir, 'pg_wal'),
    /** After it was killed, if it has not ended by itself. */
    startAgain: async () => {
      const { exited } = server;
      try {
        process.kill(server.pid, 'SIGKILL');
      } catch (error) {
        if (!hasErrno(error, 'ESRCH')) throw error;
      }
      await exited;
      server = await startEmbeddedPostgres({ dataDir, log, port });
    },
  };
}

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
