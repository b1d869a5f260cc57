import type { BenchCluster } from '../cluster';
import type { Measurement } from '../report';
import { loadDemoData } from '../../../prisma/seed';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { fetchPage, startApp } from '../app-server';
import { loadLicenses } from '../catalog';
import { median, rounded } from '../figures';
import { processorTime, serverOf } from '../processor-time';
import { offerWeek } from '../server-action';

/** So often a page is asked for before it counts: compiled code is what people meet. */
const WARM = 60;
const ROUNDS = 5;
const EACH_ROUND = 40;
const LONG = { batch: 'Long', licenses: 1, offersEach: 5_000, offerDays: 2, gapDays: 1 };
const SHORT = { batch: 'Short', licenses: 20, offersEach: 10, offerDays: 7, gapDays: 0 };

/**
 * What one page of the demo, and one server action, costs: processor time of the web process and of the database, and bytes
 * as they are before compression. Asked for one after another, so that they say something on a busy machine, too.
 */
export async function measurePageCosts(cluster: BenchCluster): Promise<Measurement[]> {
  const url = await cluster.database('page_costs');
  const database = openDatabase(url, { connections: 2 });
  try {
    await loadDemoData(database);
  } finally {
    await database.close();
  }
  const [long = ''] = await loadLicenses(url, { ...LONG, from: '2020-01-06' });
  const short = await loadLicenses(url, { ...SHORT, from: '2020-01-06' });
  const postgres = await serverOf(url);
  const app = await startApp(url);
  try {
    const one = /href="(\/licenses\/[0-9a-f-]{36})"/.exec(await fetchPage(app, '/licenses?q=2026'));
    const page = (path: string) => () => fetchPage(app, path);
    const asked: Asked[] = [
      { name: 'list of 50 licenses', goal: 25, bytes: 200, ask: page('/licenses') },
      { name: 'catalog of 50 titles', goal: 25, bytes: 200, ask: page('/content') },
      { name: 'a page with next to nothing on it', goal: 8, ask: page('/account') },
      { name: 'a license of the demo', ask: page(one?.[1] ?? '') },
      { name: 'a license of 5,000 offers', ask: page(`/licenses/${long}`) },
      {
        name: 'a change by a server action, with the page after it',
        goal: 5,
        ask: (turn) => offerWeek(app, short, turn),
      },
    ];
    const measurements = [];
    for (const what of asked) measurements.push(...(await costOf(what, app.pid, postgres)));
    return measurements;
  } finally {
    await app.stop();
  }
}

interface Asked {
  readonly name: string;
  /** Milliseconds of processor time of the web process. */
  readonly goal?: number;
  /** Kilobytes. */
  readonly bytes?: number;
  readonly ask: (turn: number) => Promise<string>;
}

async function costOf(
  { name, goal, bytes, ask }: Asked,
  app: number,
  postgres: number,
): Promise<Measurement[]> {
  let turn = 0;
  let answer = '';
  const askOften = async (times: number) => {
    for (let left = times; left > 0; left -= 1, turn += 1) answer = await ask(turn);
  };
  await askOften(WARM);
  const rounds: { readonly web: number; readonly database: number }[] = [];
  while (rounds.length < ROUNDS) {
    const before = [processorTime(app), processorTime(postgres)];
    await askOften(EACH_ROUND);
    const [web = 0, database = 0] = [processorTime(app), processorTime(postgres)].map(
      (after, index) => (after - (before[index] ?? 0)) / EACH_ROUND,
    );
    rounds.push({ web, database });
  }
  const kilobytes = Buffer.byteLength(answer) / 1_000;
  return [
    {
      ...{ name, figure: rounded(median(rounds.map(({ web }) => web))), unit: 'ms of processor' },
      rounds: rounds.map(({ web }) => rounded(web)),
      note: `${rounded(median(rounds.map((round) => round.database)))} ms in the database`,
      ...(goal === undefined ? {} : { goal: { atMost: goal } }),
    },
    {
      ...{ name: `${name}: bytes`, figure: rounded(kilobytes), unit: 'kB' },
      ...(bytes === undefined ? {} : { goal: { atMost: bytes } }),
    },
  ];
}
