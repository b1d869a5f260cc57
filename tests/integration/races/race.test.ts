import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaign } from '../../builders/effort';
import { AppClient } from '../../race/app-client';
import { AnswerLog } from '../../race/answer-log';
import { inWords, prepareLoad, runLoad } from '../../race/load';
import { Random } from '../../race/random';
import { JOB_LIMITS, openDatabase } from '../../../src/adapters/postgres/connection/database';
import { Importers } from '../files/support-import-load';
import { testDatabase } from '../support';

const database = await testDatabase();
/** As the process opens it that does the jobs. */
const jobs = openDatabase(database.url, { connections: 8, limits: JOB_LIMITS });
const { size: seconds, seed } = campaign('Race, in seconds', { usual: 10, full: 60 });
const apps: AppClient[] = [];

beforeAll(async () => {
  for (let count = 0; count < 2; count += 1)
    apps.push(await AppClient.start(database.url, { connections: 8 }));
});

afterAll(() => Promise.all([jobs.close(), ...apps.map((app) => app.stop())]));

it(
  'keeps every acknowledged change and no other when 32 clients and two importers race on two app processes',
  { timeout: (seconds + 180) * 1_000 },
  async () => {
    const answerLog = new AnswerLog();
    const [first] = apps;
    if (first === undefined) throw new Error('No app was started.');
    const prepared = await prepareLoad(first, answerLog, 12);

    const random = new Random(seed);
    const importers = await Importers.prepare(database, jobs, random);
    const begun = performance.now();
    // On a slow machine, continues until there are enough commands to be meaningful.
    const enough = () =>
      performance.now() - begun > seconds * 1_000 &&
      answerLog.counts.accepted > 300 &&
      importers.haveSeenAll;
    const [figures] = await Promise.all([
      runLoad({
        contractId: prepared.contractId,
        priceTableId: prepared.priceTableId,
        licenseIds: [...prepared.licenseIds, ...importers.licenseIds],
        contentIds: [...prepared.contentIds, ...importers.contentIds],
        answerLog,
        apps: () => apps,
        clients: 32,
        random,
        enough,
      }),
      importers.run(enough),
    ]);
    console.info(`Race: ${inWords(figures, (performance.now() - begun) / 1_000)}`);
    console.info(importers.inWords());

    expect(await answerLog.findings(database.url)).toEqual([]);
    expect(apps.flatMap(({ uncaught }) => uncaught)).toEqual([]);
    expect(answerLog.counts.accepted).toBeGreaterThan(200);
    expect(figures.stale).toBeGreaterThan(20);
    expect(figures.refused).toBeGreaterThan(20);
    expect(figures.replayed).toBeGreaterThan(5);
  },
);
