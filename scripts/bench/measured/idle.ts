import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchCluster } from '../cluster';
import type { Measurement } from '../report';
import { withClient } from '../../database/client';
import { startJobs } from '../../processes/jobs-process';
import { benchEnvironment, startApp } from '../app-server';
import { rounded } from '../figures';
import { parentOf } from '../processor-time';

/** In milliseconds: so long it settles, and so long it is watched. */
const [SETTLE, WATCH] = [15_000, 60_000];

/** What the app and the process for jobs do while nobody is there. */
export async function measureIdle(cluster: BenchCluster): Promise<Measurement[]> {
  const url = await cluster.database('idle');
  const app = await startApp(url);
  const jobs = await startJobs({ env: benchEnvironment(url), log: 'test-results/bench-jobs.log' });
  try {
    await sleep(SETTLE);
    const before = { statements: await statements(url), wakings: wakings([app.pid, jobs.pid]) };
    await sleep(WATCH);
    const after = { statements: await statements(url), wakings: wakings([app.pid, jobs.pid]) };
    const perSecond = (what: keyof typeof before) =>
      rounded(((after[what] - before[what]) * 1_000) / WATCH);
    return [
      {
        ...{ name: 'statements while nobody is there', figure: perSecond('statements') },
        ...{ unit: '1/s', goal: { atMost: 1 }, note: 'transactions, each of one statement' },
      },
      {
        ...{ name: 'times that the processes woke up', figure: perSecond('wakings') },
        ...{ unit: '1/s', goal: { atMost: 5 } },
      },
    ];
  } finally {
    await jobs.stop();
    await app.stop();
  }
}

/** How many transactions the database has ended; who asks counts, too, in both readings alike. */
async function statements(url: string): Promise<number> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ ended: string }>(
      `SELECT xact_commit + xact_rollback AS ended FROM pg_stat_database WHERE datname = current_database()`,
    ),
  );
  return Number(rows[0]?.ended ?? 0);
}

/** How often the threads of some processes and their children have gone to sleep, and so were woken. */
function wakings(pids: readonly number[]): number {
  const all = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && (pids.includes(Number(name)) || pids.includes(parentOf(name))),
  );
  return all
    .flatMap((pid) =>
      readdirSync(`/proc/${pid}/task`).map((task) => `/proc/${pid}/task/${task}/status`),
    )
    .map((file) => /^voluntary_ctxt_switches:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1])
    .reduce((sum, count) => sum + Number(count ?? 0), 0);
}
