import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it, vi } from 'vitest';
import { program } from '../../../scripts/bootstrap/prepare.mjs';
import { clusterFiles, initializeCluster, startCluster } from '../../../scripts/database/cluster';
import { JobQueue } from '../../../src/adapters/jobs/job-queue';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { resolvable } from '../../contracts/gate';

const home = mkdtempSync(path.join(tmpdir(), 'crms-restart-'));
chmodSync(home, 0o755);
const files = clusterFiles(home, path.join(home, 'postgres.log'));
await initializeCluster(files, ['--no-sync']);
const settings = { fsync: 'off' };
let server = await startCluster(files, { settings });
const { superuserUrl: url, port } = server;
const database = openDatabase(url, { connections: 4 });
const queue = new JobQueue(database.pool, { isWorker: true });

afterAll(async () => {
  await queue.stop();
  await database.close();
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Vitest fails the run on an unhandled rejection, as Node would end the process for jobs. */
it('a queue goes on after its database was stopped and started, also with the job that was under way', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await promisify(execFile)(process.execPath, program('migrate'), {
    env: { ...process.env, DATABASE_URL: url },
  });
  const [interrupted, later] = [randomUUID(), randomUUID()];
  const runs: string[] = [];
  const [begun, again, another] = [resolvable(), resolvable(), resolvable()];
  let stopped: Promise<void> = Promise.resolve();
  await queue.work(
    'imports',
    async (job) => {
      const { name } = job as { name: string };
      runs.push(name);
      if (name === later) return another.resolve();
      if (runs.length > 1) return again.resolve();
      stopped = server.stop();
      begun.resolve();
      // The job ends while there is nobody to be told.
      await stopped;
    },
    () => Promise.reject(new Error('No job must be given up.')),
  );
  await queue.send('imports', { name: interrupted });
  await begun.promise;
  await stopped;
  server = await startCluster(files, { settings, port });
  await again.promise;

  await queue.send('imports', { name: later });
  await another.promise;
  expect(runs).toEqual([interrupted, interrupted, later]);
});
