import { afterAll, expect, it } from 'vitest';
import { campaign } from '../../builders/effort';
import { ApiClient } from '../../race/api-client';
import { thisBuild } from '../../race/build';
import { AnswerLog } from '../../race/answer-log';
import type { App } from '../../race/load';
import { inWords, prepareLoad, runLoad } from '../../race/load';
import { Random } from '../../race/random';
import { perform } from '../../race/requests';
import { JOB_LIMITS, openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { recordsOn, testDatabase } from '../support';
import { ApiDriver } from '../support-api';
import { Importers } from '../files/support-import-load';

const KINDS = [
  ...[
    'record',
    'correct',
    'grant',
    'copy',
    'amend',
    'generate',
    'replace',
    'rearrange',
    'withdraw',
  ],
  'undo',
  ...[
    'register',
    'correct title',
    'assign',
    'unassign',
    'move',
    'assign titles',
    'unassign titles',
  ],
  ...['close', 'close licenses', 'reopen licenses', 'close title', 'reopen title'],
  ...['take down', 'take down titles', 'undo takedowns', 'bring back'],
  ...['record prices', 'change prices', 'remove price day', 'undo prices'],
];

const database = await testDatabase({ connections: 8 });
const other = openDatabase(database.url, { connections: 8 });
/** As the process opens it that does the jobs. */
const jobs = openDatabase(database.url, { connections: 8, limits: JOB_LIMITS });
afterAll(() => Promise.all([other.close(), jobs.close()]));

it(
  'stores exactly the acknowledged changes when 16 clients and two importers race on two apps',
  { timeout: 600_000 },
  async () => {
    const { size, seed } = campaign('Race over the API, in accepted commands', {
      usual: 200,
      full: 2_000,
    });
    const answerLog = new AnswerLog();
    const services: Pick<App, 'send'> = {
      send: (request) => perform(thisBuild, database.unitOfWork, request),
    };
    const prepared = await prepareLoad(services, answerLog, 8);
    const apps = [
      new ApiDriver(database),
      new ApiDriver({
        ...other,
        url: database.url,
        unitOfWork: new PrismaUnitOfWork(other.prisma),
        records: recordsOn(other),
      }),
    ] as const;
    const secret = await apps[0].token();
    const clients = apps.map((app) => new ApiClient(app.clientWith(secret)));
    const accepted = () => new Set(clients.flatMap(({ accepted }) => [...accepted]));

    const random = new Random(seed);
    const importers = await Importers.prepare(database, jobs, random);
    const enough = () =>
      answerLog.counts.accepted > size && accepted().size === KINDS.length && importers.haveSeenAll;

    const begun = performance.now();
    const [figures] = await Promise.all([
      runLoad({
        licenseIds: [...prepared.licenseIds, ...importers.licenseIds],
        contentIds: [...prepared.contentIds, ...importers.contentIds],
        contractId: prepared.contractId,
        priceTableId: prepared.priceTableId,
        answerLog,
        apps: () => clients,
        clients: 16,
        random,
        enough,
      }),
      importers.run(enough),
    ]);
    console.info(`Race over the API: ${inWords(figures, (performance.now() - begun) / 1_000)}`);
    console.info(importers.inWords());

    const findings = await answerLog.findings(database.url);
    for (const [id] of findings.join().matchAll(/(?<=license )[0-9a-f-]{36}/g))
      console.info(`What is stored of ${id}:`, await evidenceOf(id));
    expect(findings).toEqual([]);
    expect([...accepted()].sort()).toEqual([...KINDS].sort());
    expect(figures.stale).toBeGreaterThan(10);
    expect(figures.refused).toBeGreaterThan(10);
    expect(figures.replayed).toBeGreaterThan(2);
  },
);

/** The offers of a license, read without indexes, and the lines of its history: what explains a finding. */
async function evidenceOf(licenseId: string): Promise<string> {
  const [row] = await database.rows<{ evidence: unknown }>(
    `SELECT jsonb_build_object(
       'offers', (SELECT jsonb_agg(to_jsonb(o)) FROM offers o WHERE license_id::text || '' = $1),
       'history', (SELECT jsonb_agg(to_jsonb(h) - 'hash' ORDER BY version) FROM history h WHERE aggregate_id::text || '' = $1)
     ) AS evidence`,
    [licenseId],
  );
  return JSON.stringify(row?.evidence);
}
