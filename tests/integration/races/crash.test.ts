import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../../scripts/database/embedded-postgres';
import { applyMigrations } from '../../../scripts/database/schema-engine';
import type { Campaign } from '../../builders/effort';
import { campaign } from '../../builders/effort';
import { until } from '../../race/until';
import { AppClient } from '../../race/app-client';
import { AnswerLog } from '../../race/answer-log';
import type { Figures } from '../../race/load';
import { inWords, prepareLoad, runLoad } from '../../race/load';
import { Random } from '../../race/random';
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
        const [victim] = apps.splice(random.below(apps.length), 1);
        await victim?.kill();
        apps.push(await start(database.url));
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

/** Runs two app processes under a small load and injects faults one after the other. */
async function underFaults(
  url: string,
  { size: faults, seed }: Campaign,
  breakSomething: (fault: number, apps: AppClient[]) => Promise<void>,
): Promise<void> {
  const answerLog = new AnswerLog();
  const apps = [await start(url), await start(url)];
  const everStarted = new Set(apps);
  const [first] = apps;
  if (first === undefined) return;
  const prepared = await prepareLoad(first, answerLog, 6);

  let through = false;
  const begun = performance.now();
  const load = runLoad({
    ...prepared,
    answerLog,
    apps: () => apps,
    clients: 8,
    random: new Random(seed),
    enough: () => through,
  });
  for (let fault = 0; fault < faults; fault += 1) {
    await moreAccepted(answerLog, 10);
    await breakSomething(fault, apps);
    for (const app of apps) everStarted.add(app);
  }
  await moreAccepted(answerLog, 10);
  through = true;
  const figures: Figures = await load;
  const seconds = (performance.now() - begun) / 1_000;
  console.info(`${faults} faults: ${inWords(figures, seconds)}`);

  expect(await answerLog.findings(url)).toEqual([]);
  expect([...everStarted].flatMap(({ uncaught }) => uncaught)).toEqual([]);
  expect(apps.filter(({ alive }) => !alive)).toEqual([]);
  expect(answerLog.counts.accepted).toBeGreaterThan(10 * faults);
}

async function start(url: string): Promise<AppClient> {
  const app = await AppClient.start(url, { connections: 4 });
  cleanUp.push(() => app.stop());
  return app;
}

/** Resolves when this many more commands were accepted, so the load runs and has recovered. */
async function moreAccepted(answerLog: AnswerLog, count: number): Promise<void> {
  const wanted = answerLog.counts.accepted + count;
  await until(`${count} more commands are accepted`, () => answerLog.counts.accepted >= wanted);
}
