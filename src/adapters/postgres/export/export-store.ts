import type pg from 'pg';
import type { LeftOut } from '../../../domain/avails/avail-rows';
import type { ExportedEndDates } from '../../../domain/avails/end-dates';
import type {
  ExportDecided,
  ExportDesk,
  ExportFile,
  ExportFormat,
  ExportState,
  ExportStore,
  ExportSummary,
  ExportViews,
  MadeExport,
  OrderedExport,
} from '../../../service/export/exports';
import type { Intent } from '../../../service/import/imports';
import type { Page } from '../../../service/views';
import type { PrismaClient } from '../../generated/prisma/client';
import type { JobQueue } from '../../jobs/job-queue';
import type { JobOrigin } from '../../../service/jobs';
import type { KeyedRow } from '../keyset';
import { STANDARD_END_DATES, isExportedEndDates } from '../../../domain/avails/end-dates';
import { DAYS_KEPT, ExportTaken, MAX_LEFT_OUT } from '../../../service/export/exports';
import { COUNT_LIMIT } from '../../../service/views';
import { Prisma } from '../../generated/prisma/client';
import { keyset } from '../keyset';
import { once } from '../once';

/** What a job of the queue `exports` does. */
export interface ExportJob extends JobOrigin {
  readonly exportId: string;
}

/** Exports on PostgreSQL, ordered: the order and the job that carries it out are stored by one transaction. */
export class PostgresExportDesk implements ExportDesk {
  constructor(
    private readonly pool: pg.Pool,
    private readonly jobs: JobQueue,
  ) {}

  async order(
    { id, query, format, words, madeBy, madeAt }: OrderedExport,
    intent: Intent,
  ): Promise<ExportDecided> {
    return once(this.pool, intent, { asked: 'export', query, format }, async (client) => {
      const { rowCount } = await client.query(
        `INSERT INTO exports (id, query, words, format, state, made_by, made_at)
         VALUES ($1, $2, $3, $4, 'waiting', $5, $6)
         ON CONFLICT (id) DO UPDATE SET state = 'waiting', failure = NULL, finished_at = NULL
         WHERE (exports.state = 'failed' OR exports.state = 'done' AND exports.file IS NULL)
           AND (exports.query, exports.format, exports.made_by)
             = (excluded.query, excluded.format, excluded.made_by)`,
        [id, JSON.stringify(query), words, format, madeBy, madeAt],
      );
      if (rowCount === 1) {
        const { key, actor } = intent;
        const job: ExportJob = { exportId: id, key, actor };
        await this.jobs.send('exports', job, client);
        await forgetOldFiles(client);
        return { exportId: id, replayed: false };
      }
      const { rowCount: same } = await client.query(
        `SELECT FROM exports WHERE id = $1 AND query = $2::jsonb AND format = $3 AND made_by = $4`,
        [id, JSON.stringify(query), format, madeBy],
      );
      if (same !== 1) throw new ExportTaken();
      return { exportId: id, replayed: true };
    });
  }

  async cancel(exportId: string, intent: Intent): Promise<ExportDecided> {
    return once(this.pool, intent, { asked: 'cancel', exportId }, async (client) => {
      await client.query(
        `UPDATE exports SET state = 'cancelled', finished_at = $2 WHERE id = $1 AND state IN ('waiting', 'running')`,
        [exportId, intent.at],
      );
      return { exportId, replayed: false };
    });
  }
}

/** Files are kept for a while; their lines in the list stay. */
async function forgetOldFiles(client: pg.PoolClient): Promise<void> {
  await client.query(
    `UPDATE exports SET file = NULL WHERE file IS NOT NULL AND finished_at < now() - make_interval(days => $1)`,
    [DAYS_KEPT],
  );
}

/** Exports on PostgreSQL while they are made, one statement for each step. */
export class PrismaExportStore implements ExportStore {
  constructor(private readonly prisma: PrismaClient) {}

  async begin(id: string): Promise<Pick<OrderedExport, 'query' | 'format'> | null> {
    const [row] = await this.prisma.$queryRaw<Pick<OrderedExport, 'query' | 'format'>[]>`
      UPDATE exports SET state = 'running', rows = 0 WHERE id = ${id}::uuid AND state IN ('waiting', 'running')
      RETURNING query, format`;
    return row ?? null;
  }

  async progress(id: string, rows: number): Promise<boolean> {
    const updated = await this.prisma.$executeRaw`
      UPDATE exports SET rows = ${rows} WHERE id = ${id}::uuid AND state = 'running'`;
    return updated === 1;
  }

  async finish(id: string, { bytes, rows, leftOut, at }: MadeExport): Promise<void> {
    const told = JSON.stringify(leftOut.slice(0, MAX_LEFT_OUT));
    await this.prisma.$executeRaw`
      UPDATE exports SET state = 'done', rows = ${rows}, file = ${bytes}, left_out = ${told}::jsonb,
        left_out_count = ${leftOut.length}, finished_at = ${at}::timestamptz
      WHERE id = ${id}::uuid AND state = 'running'`;
  }

  async fail(id: string, failure: string, at: string): Promise<void> {
    await this.prisma.$executeRaw`
      UPDATE exports SET state = 'failed', failure = ${failure}, finished_at = ${at}::timestamptz
      WHERE id = ${id}::uuid AND state = 'running'`;
  }
}

interface ExportRow extends KeyedRow {
  readonly id: string;
  readonly words: string;
  readonly format: ExportFormat;
  readonly state: ExportState;
  readonly rows: number;
  readonly failure: string | null;
  readonly left_out: readonly LeftOut[];
  readonly left_out_count: number;
  readonly has_file: boolean;
  readonly made_by: string;
  readonly made_at: string;
  readonly finished_at: string | null;
}

/** The list of exports and their files, from PostgreSQL. */
export class PrismaExportViews implements ExportViews {
  constructor(private readonly prisma: PrismaClient) {}

  async list({
    cursor,
    pageSize,
  }: {
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ExportSummary>> {
    const paging = keyset(
      { list: 'exports', keys: [Prisma.sql`made_at`, Prisma.sql`id`], descending: true },
      ['timestamptz', 'uuid'],
      cursor,
      pageSize,
    );
    const [found, [counted]] = await Promise.all([
      this.prisma.$queryRaw<ExportRow[]>`
        SELECT ${summaryColumns}, ${paging.columns} FROM exports WHERE ${paging.condition} ${paging.order}`,
      this.prisma.$queryRaw<{ total: number }[]>`
        SELECT count(*)::int AS total FROM (SELECT FROM exports LIMIT ${COUNT_LIMIT + 1}) counted`,
    ]);
    const { rows, ...place } = paging.page(found);
    return { rows: rows.map(summaryOf), ...place, total: counted?.total ?? 0 };
  }

  async export(id: string): Promise<ExportSummary | null> {
    const [row] = await this.prisma.$queryRaw<ExportRow[]>`
      SELECT ${summaryColumns} FROM exports WHERE id = ${id}::uuid`;
    return row === undefined ? null : summaryOf(row);
  }

  async endDatesByStudio(): Promise<Record<string, ExportedEndDates>> {
    const rows = await this.prisma.$queryRaw<{ studio: string; chosen: string | null }[]>`
      SELECT DISTINCT ON (query ->> 'studio') query ->> 'studio' AS studio, query ->> 'endDates' AS chosen
      FROM exports WHERE query ->> 'studio' IS NOT NULL
      ORDER BY query ->> 'studio', made_at DESC, id DESC`;
    return Object.fromEntries(
      rows.flatMap(({ studio, chosen }) =>
        isExportedEndDates(chosen) && chosen !== STANDARD_END_DATES ? [[studio, chosen]] : [],
      ),
    );
  }

  async file(id: string): Promise<ExportFile | null> {
    const [row] = await this.prisma.$queryRaw<
      { words: string; format: ExportFormat; file: Uint8Array; made_at: string }[]
    >`
      SELECT words, format, file, to_json(made_at) #>> '{}' AS made_at FROM exports
      WHERE id = ${id}::uuid AND file IS NOT NULL`;
    if (row === undefined) return null;
    const { words, format, file, made_at: madeAt } = row;
    return { words, format, bytes: file, madeAt };
  }
}

const summaryColumns = Prisma.sql`
  id::text, words, format, state, rows, failure, left_out, left_out_count, file IS NOT NULL AS has_file, made_by,
  to_json(made_at) #>> '{}' AS made_at, to_json(finished_at) #>> '{}' AS finished_at`;

function summaryOf(row: Omit<ExportRow, 'keyset'>): ExportSummary {
  return {
    id: row.id,
    words: row.words,
    format: row.format,
    state: row.state,
    rows: row.rows,
    failure: row.failure,
    leftOut: row.left_out,
    leftOutCount: row.left_out_count,
    hasFile: row.has_file,
    madeBy: row.made_by,
    madeAt: row.made_at,
    finishedAt: row.finished_at,
  };
}
