import type { LicenseeShare } from '../../../domain/avails/avail-entry';
import type { ImportRules } from '../../../domain/avails/import-rules';
import type { IdleColumn } from '../../../domain/avails/vocabulary/idle-columns';
import type { AvailsVersion, SheetSummary } from '../../../domain/avails/sheet-row';
import type { ContractQuestion } from '../../../domain/import/contract-question';
import type { ImportState } from '../../../domain/import/import';
import type {
  ImportSummary,
  ImportView,
  ImportViews,
  ProblemGroup,
  ReviewCount,
  ReviewLine,
  ReviewQuery,
} from '../../../service/import/import-views';
import type { Page } from '../../../service/page';
import type { PrismaClient } from '../../generated/prisma/client';
import type { KeyedRow } from '../keyset';
import { importRules } from '../../../domain/avails/import-rules';
import { isAtWork } from '../../../domain/import/import';
import { Prisma } from '../../generated/prisma/client';
import { keyset } from '../keyset';

interface SummaryRow {
  readonly id: string;
  readonly file_name: string;
  readonly studios: readonly string[];
  readonly state: ImportState;
  readonly uploaded_by: string;
  readonly uploaded_at: string;
  readonly rows: number;
  readonly rejected: number;
}

interface ImportRow extends SummaryRow {
  readonly revision: number;
  readonly version: AvailsVersion | null;
  readonly version_stated: boolean;
  readonly sheets: readonly SheetSummary[];
  readonly rules: ImportRules;
  readonly errors: number;
  readonly warnings: number;
  readonly tiers: readonly string[];
  readonly idle_columns: readonly IdleColumn[];
  readonly licensees: readonly LicenseeShare[];
  readonly left_out: number;
  readonly contract_question: ContractQuestion | null;
  readonly failure: string | null;
  readonly settled_by: string | null;
  readonly settled_at: string | null;
  readonly words: string | null;
  readonly done: number;
  readonly total: number;
}

/** Problems of a group that are shown. */
const MAX_PROBLEMS = 100;

/** Imports as pages show them, on PostgreSQL. */
export class PrismaImportViews implements ImportViews {
  constructor(private readonly prisma: PrismaClient) {}

  async list({
    isWaiting = false,
    cursor,
    pageSize,
  }: {
    readonly isWaiting?: boolean | undefined;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ImportSummary>> {
    const keys = [Prisma.sql`uploaded_at`, Prisma.sql`id`];
    const order = { list: isWaiting ? 'waiting imports' : 'imports', keys, descending: true };
    const asked = isWaiting ? Prisma.sql`state = 'ready'` : Prisma.sql`true`;
    const paging = keyset(order, ['timestamptz', 'uuid'], cursor, pageSize);
    const [found, [counted]] = await Promise.all([
      this.prisma.$queryRaw<(SummaryRow & KeyedRow)[]>`
        SELECT ${summaryColumns}, ${paging.columns} FROM imports WHERE ${asked} AND ${paging.condition} ${paging.order}`,
      this.prisma.$queryRaw<
        { total: number }[]
      >`SELECT count(*)::int AS total FROM imports WHERE ${asked}`,
    ]);
    const page = paging.page(found);
    return { ...page, rows: page.rows.map(summaryOf), total: counted?.total ?? 0 };
  }

  async import(id: string): Promise<ImportView | null> {
    const [row] = await this.prisma.$queryRaw<ImportRow[]>`
      SELECT ${summaryColumns}, revision, version, version_stated, sheets, rules, errors, warnings, tiers,
        idle_columns, licensees, left_out, contract_question, failure, settled_by, to_json(settled_at) #>> '{}' AS settled_at, p.words, p.done, p.total
      FROM imports LEFT JOIN import_progress p ON p.import_id = imports.id WHERE id = ${id}::uuid`;
    if (row === undefined) return null;
    const [counts, [groups]] = await Promise.all([
      this.prisma.$queryRaw<ReviewCount[]>`
        SELECT what, ${outcome} AS outcome, count(*)::int AS count
        FROM import_items i ${ofGroup} WHERE i.import_id = ${id}::uuid GROUP BY 1, 2 ORDER BY 1, 2`,
      this.prisma.$queryRaw<{ applicable: number; blocked: number; leftOut: number }[]>`
        SELECT count(*) FILTER (WHERE outcome = 'ready')::int AS applicable,
          count(*) FILTER (WHERE outcome IN ('blocked', 'stale'))::int AS blocked,
          count(*) FILTER (WHERE outcome = 'left-out')::int AS "leftOut"
        FROM import_groups WHERE import_id = ${id}::uuid`,
    ]);
    return {
      ...summaryOf(row),
      revision: row.revision,
      version: row.version,
      versionStated: row.version_stated,
      sheets: row.sheets,
      rules: importRules(row.rules),
      errors: row.errors,
      warnings: row.warnings,
      counts,
      applicable: groups?.applicable ?? 0,
      blocked: groups?.blocked ?? 0,
      leftOutChanges: groups?.leftOut ?? 0,
      tiers: row.tiers,
      idleColumns: row.idle_columns,
      licensees: row.licensees,
      leftOut: row.left_out,
      contractQuestion: row.contract_question,
      progress:
        isAtWork(row.state) && row.words !== null
          ? { words: row.words, done: row.done, total: row.total }
          : null,
      failure: row.failure,
      settledBy: row.settled_by,
      settledAt: row.settled_at === null ? null : new Date(row.settled_at).toISOString(),
    };
  }

  async problems(id: string): Promise<readonly ProblemGroup[]> {
    return this.prisma.$queryRaw<ProblemGroup[]>`
      SELECT code, severity, min(message) AS message, remedy, count(*)::int AS count,
        (array_agg(problem ORDER BY number))[1:${MAX_PROBLEMS}::int] AS problems
      FROM (
        SELECT number, code, severity, message, remedy, json_build_object('code', code, 'severity', severity, 'sheet', sheet,
          'row', row, 'column', "column", 'value', value, 'message', message, 'remedy', remedy) AS problem
        FROM import_problems WHERE import_id = ${id}::uuid) one
      GROUP BY code, severity, remedy
      ORDER BY severity, count(*) DESC, code, remedy`;
  }

  async review(id: string, query: ReviewQuery): Promise<Page<ReviewLine>> {
    const { what, outcome: wanted, cursor, pageSize } = query;
    const order = { list: 'review', keys: [Prisma.sql`number`], descending: false };
    const paging = keyset(order, ['int'], cursor, pageSize);
    const filter = Prisma.sql`
      ${what === undefined ? Prisma.empty : Prisma.sql`AND what = ${what}`}
      ${outcomeIs(wanted)}`;
    const lines = Prisma.sql`
      SELECT i.number, i.what, ${outcome} AS outcome, i.name, i.words, i.id, i.rows, i.details, g.reason,
        CASE WHEN g.outcome IN ('ready', 'left-out') THEN g.number END AS change
      FROM import_items i ${ofGroup} WHERE i.import_id = ${id}::uuid`;
    const [found, [counted]] = await Promise.all([
      this.prisma.$queryRaw<(Omit<ReviewLine, 'isStored'> & { is_stored: boolean } & KeyedRow)[]>`
        SELECT what, outcome, name, words, id::text, rows, details, reason, change,
          EXISTS (SELECT FROM licenses WHERE licenses.id = line.id) OR EXISTS (SELECT FROM content WHERE content.id = line.id)
            OR EXISTS (SELECT FROM contracts WHERE contracts.id = line.id) AS is_stored,
          coalesce((SELECT closing FROM licenses WHERE licenses.id = line.id),
            (SELECT closing FROM content WHERE content.id = line.id)) AS closing, keyset
        FROM (SELECT *, ${paging.columns} FROM (${lines}) line WHERE ${paging.condition} ${filter} ${paging.order}) line
        ORDER BY number`,
      this.prisma.$queryRaw<{ total: number }[]>`
        SELECT count(*)::int AS total FROM (${lines}) line WHERE true ${filter}`,
    ]);
    const page = paging.page(found);
    const rows = page.rows.map(
      ({ is_stored: isStored, what: kind, outcome: became, name, words, ...row }) => ({
        ...{ what: kind, outcome: became, name, words, isStored },
        ...{ id: row.id, rows: row.rows, details: row.details, reason: row.reason },
        change: row.change,
        closing: row.closing,
      }),
    );
    return { ...page, rows, total: counted?.total ?? 0 };
  }

  async rejectedRows(id: string): ReturnType<ImportViews['rejectedRows']> {
    return this.prisma.$queryRaw`
      WITH reasons AS (
        SELECT p.sheet, p.row, p.message AS reason, p.number
        FROM import_problems p WHERE p.import_id = ${id}::uuid AND p.severity = 'error' AND p.row IS NOT NULL
        UNION
        SELECT ref ->> 'sheet', (ref ->> 'row')::int, g.reason, 1000000000 + g.number
        FROM import_groups g JOIN import_items i ON i.import_id = g.import_id AND i.group_number = g.number
        CROSS JOIN LATERAL jsonb_array_elements(i.rows) AS ref
        WHERE g.import_id = ${id}::uuid AND g.outcome IN ('blocked', 'stale'))
      SELECT l.sheet, l.row, l.cells, json_agg(r.reason ORDER BY r.number) AS reasons
      FROM import_rows l JOIN reasons r ON r.sheet = l.sheet AND r.row = l.row
      WHERE l.import_id = ${id}::uuid GROUP BY l.number, l.sheet, l.row, l.cells ORDER BY l.number`;
  }
}

/** What became of a line is what became of its group, unless nothing stood against it. */
function outcomeIs(wanted: ReviewQuery['outcome']): Prisma.Sql {
  if (wanted === undefined) return Prisma.empty;
  return wanted === 'to-look-at'
    ? Prisma.sql`AND outcome <> 'unchanged'`
    : Prisma.sql`AND outcome = ${wanted}`;
}

const outcome = Prisma.sql`CASE WHEN g.outcome IN ('left-out', 'blocked', 'stale') THEN g.outcome ELSE i.outcome END`;
const ofGroup = Prisma.sql`
  LEFT JOIN import_groups g ON g.import_id = i.import_id AND g.number = i.group_number`;

const summaryColumns = Prisma.sql`id::text, file_name, studios, state, uploaded_by,
  to_json(uploaded_at) #>> '{}' AS uploaded_at, rows, rejected`;

function summaryOf(row: SummaryRow): ImportSummary {
  return {
    id: row.id,
    fileName: row.file_name,
    studios: row.studios,
    state: row.state,
    uploadedBy: row.uploaded_by,
    uploadedAt: new Date(row.uploaded_at).toISOString(),
    rows: row.rows,
    rejected: row.rejected,
  };
}
