import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaign } from '../../builders/effort';
import { AppClient } from '../../race/app-client';
import { AnswerLog } from '../../race/answer-log';
import { inWords, prepareLoad, runLoad } from '../../race/load';
import { Random } from '../../race/random';
import { testDatabase } from '../support';

const database = await testDatabase();
const { size: seconds, seed } = campaign('Race, in seconds', { usual: 10, full: 60 });
const apps: AppClient[] = [];

beforeAll(async () => {
  for (let count = 0; count < 2; count += 1)
    apps.push(await AppClient.start(database.url, { connections: 8 }));
});

afterAll(() => Promise.all(apps.map((app) => app.stop())));

it(
  'keeps every acknowledged change and no other when 32 clients race on two app processes',
  { timeout: (seconds + 180) * 1_000 },
  async () => {
    const answerLog = new AnswerLog();
    const [first] = apps;
    if (first === undefined) throw new Error('No app was started.');
    const prepared = await prepareLoad(first, answerLog, 12);

    const begun = performance.now();
    const figures = await runLoad({
      ...prepared,
      answerLog,
      apps: () => apps,
      clients: 32,
      random: new Random(seed),
      // On a slow machine, continues until there are enough commands to be meaningful.
      enough: () => performance.now() - begun > seconds * 1_000 && answerLog.counts.accepted > 300,
    });
    console.info(`Race: ${inWords(figures, (performance.now() - begun) / 1_000)}`);

    expect(await answerLog.findings(database.url)).toEqual([]);
    expect(apps.flatMap(({ uncaught }) => uncaught)).toEqual([]);
    expect(answerLog.counts.accepted).toBeGreaterThan(200);
    expect(figures.stale).toBeGreaterThan(20);
    expect(figures.refused).toBeGreaterThan(20);
    expect(figures.replayed).toBeGreaterThan(5);
  },
);
