import { randomUUID } from 'node:crypto';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportState } from '../../../../src/domain/import/import';
import type { AppServer } from '../../app-server';
import type { BenchCluster } from '../../cluster';
import type { Measurement } from '../../report';
import { JobQueue } from '../../../../src/adapters/jobs/job-queue';
import { openDatabase } from '../../../../src/adapters/postgres/connection/database';
import { PrismaRecordStore } from '../../../../src/adapters/postgres/record-store';
import { webhookSettings } from '../../../../src/adapters/webhooks/signature';
import {
  commitImport,
  undoImport,
  uploadImport,
} from '../../../../src/service/import/import-service';
import { actor } from '../../../../src/domain/people/actor';
import { startJobs } from '../../../processes/jobs-process';
import { benchEnvironment, fetchPage, startApp } from '../../app-server';
import { WORKBOOK, benchWorkbook } from '../../avails-workbook';
import { withClient } from '../../../database/client';
import { median, percentile, rounded, timed } from '../../figures';
import { loadMarket } from '../market';

const MARKET = { contracts: 500, licenses: 10_000 };
const ROUNDS = 3;
/** How long the page is asked for while nothing else happens, in milliseconds. */
const IDLE = 10_000;
/** How often it is asked whether an import is through, in milliseconds. */
const ASK_EVERY = 20;
const PAGE = '/licenses';

/**
 * Committing an import of 20,000 rows, from the decision until it is through, beside copying the same rows into a table; and
 * what the licenses page takes meanwhile, beside what it takes when nothing else happens. Between the rounds the import is
 * undone.
 */
export async function measureAvailsCommit(cluster: BenchCluster): Promise<Measurement[]> {
  const url = await cluster.database('avails');
  await loadMarket(url, MARKET);
  const app = await startApp(url);
  const jobs = await startJobs({ env: benchEnvironment(url), log: 'test-results/bench-jobs.log' });
  const imports = new BenchImport(url);
  try {
    const bytes = benchWorkbook();
    await pageTimes(app, sleep(IDLE / 2));
    const idle = await pageTimes(app, sleep(IDLE));
    const [commits, busy, copies] = [[], [], []] as [number[], number[], number[]];
    for (let round = 0; round < ROUNDS; round += 1) {
      await imports.upload(bytes);
      let took = 0;
      const committing = timed(() => imports.commit()).then((time) => (took = time));
      busy.push(...(await pageTimes(app, committing)));
      commits.push(took);
      copies.push(await copied(url));
      await imports.undo();
    }
    return [...speeds(commits, copies), ...pages(idle, busy)];
  } finally {
    await imports.close();
    await jobs.stop();
    await app.stop();
  }
}

function speeds(commits: readonly number[], copies: readonly number[]): Measurement[] {
  const perSecond = (times: readonly number[]) =>
    times.map((time) => WORKBOOK.rows / (time / 1_000));
  const [committed, copied] = [perSecond(commits), perSecond(copies)];
  return [
    {
      name: 'commit, with the wait for the job',
      figure: rounded(median(committed)),
      unit: 'rows/s',
      goal: { atLeast: 1_000 },
      rounds: committed.map(rounded),
    },
    {
      name: 'COPY of the same rows into a table',
      figure: rounded(median(copied)),
      unit: 'rows/s',
      rounds: copied.map(rounded),
    },
    {
      name: 'COPY / commit',
      figure: rounded(median(copied) / median(committed)),
      unit: 'ratio',
    },
  ];
}

function pages(idle: readonly number[], busy: readonly number[]): Measurement[] {
  const [quiet, meanwhile] = [percentile(idle, 0.95), percentile(busy, 0.95)];
  const note = (times: readonly number[]) => `${times.length.toLocaleString('en-US')} requests`;
  return [
    { name: 'licenses page, p95', figure: rounded(quiet), unit: 'ms', note: note(idle) },
    {
      name: 'licenses page while an import is committed, p95',
      figure: rounded(meanwhile),
      unit: 'ms',
      note: note(busy),
    },
    {
      name: 'licenses page while committing / alone, p95',
      figure: rounded(meanwhile / quiet),
      unit: 'ratio',
      goal: { atMost: 2 },
    },
  ];
}

/** What the page takes, one request after the other, until something is through. */
async function pageTimes(app: AppServer, until: Promise<unknown>): Promise<number[]> {
  const through = new AbortController();
  const ending = until.finally(() => {
    through.abort();
  });
  const times: number[] = [];
  while (!through.signal.aborted) times.push(await timed(() => fetchPage(app, PAGE)));
  await ending;
  return times;
}

/** Copies the rows of the import, as they were read, from a file into a table of their own. */
async function copied(url: string): Promise<number> {
  const file = path.join(tmpdir(), `crms-bench-${randomUUID()}.csv`);
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `SELECT concat_ws(E'\\t', number, sheet, row, cells) AS line FROM import_rows
       WHERE import_id = (SELECT id FROM imports ORDER BY uploaded_at DESC LIMIT 1) ORDER BY number`,
    );
    writeFileSync(file, rows.map(({ line }) => `${line.replaceAll('\\', '\\\\')}\n`).join(''));
    chmodSync(file, 0o644);
    await client.query('CREATE TABLE copied_rows (number int, sheet text, row int, cells jsonb)');
    try {
      return await timed(() => client.query(`COPY copied_rows FROM '${file}'`));
    } finally {
      rmSync(file);
      await client.query('DROP TABLE copied_rows');
    }
  });
}

/** Imports, one after the other, by the product's own commands; the work is done by the process for jobs. */
class BenchImport {
  private id = '';
  private readonly database;
  private readonly jobs: JobQueue;
  private readonly records: PrismaRecordStore;

  constructor(url: string) {
    this.database = openDatabase(url, { connections: 2 });
    this.jobs = new JobQueue(this.database.pool);
    const webhooks = webhookSettings({ secret: '', hasPrivateWebhooks: false });
    this.records = new PrismaRecordStore(this.database.prisma, this.jobs, webhooks);
  }

  /** Hands the file in as a new import, and waits until it is checked. */
  async upload(bytes: Uint8Array): Promise<void> {
    this.id = randomUUID();
    const file = { importId: this.id, fileName: 'bench.xlsx', bytes };
    await uploadImport({ ...file, ...this.by() }, this.records);
    await this.until('ready');
  }

  async commit(): Promise<void> {
    const revision = await this.revision();
    const asked = { importId: this.id, revision, mode: 'file' } as const;
    await commitImport({ ...asked, ...this.by() }, this.records);
    await this.until('committed');
  }

  async undo(): Promise<void> {
    const asked = { importId: this.id, revision: await this.revision() };
    await undoImport({ ...asked, ...this.by() }, this.records);
    await this.until('undone');
  }

  async close(): Promise<void> {
    await this.jobs.stop();
    await this.database.close();
  }

  private by() {
    return { key: randomUUID(), actor: actor('Bench'), at: new Date().toISOString() };
  }

  private async revision(): Promise<number> {
    return (await this.row()).revision;
  }

  private async until(state: ImportState): Promise<void> {
    for (;;) {
      const row = await this.row();
      if (row.state === state) return;
      if (row.failure !== null || row.state === 'unreadable')
        throw new Error(`The import is ${row.state}: ${row.failure ?? ''}`);
      await sleep(ASK_EVERY);
    }
  }

  private async row() {
    const { rows } = await this.database.pool.query<ImportRow>(
      'SELECT state, revision, failure FROM imports WHERE id = $1',
      [this.id],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The import is not there.');
    return row;
  }
}

interface ImportRow {
  readonly state: ImportState;
  readonly revision: number;
  readonly failure: string | null;
}
