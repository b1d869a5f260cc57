import type { CheckedFile } from '../../../domain/avails/avail-entry';
import type {
  Basis,
  ImportGroup,
  ImportItem,
  ImportStep,
} from '../../../domain/avails/planning/import-plan';
import type { ImportRules } from '../../../domain/avails/import-rules';
import type { CommitMode, ImportState } from '../../../service/import/imports';
import type { PrismaClient } from '../../generated/prisma/client';
import type { Queries } from '../transaction';
import { importRules } from '../../../domain/avails/import-rules';
import { namesIn } from '../../../domain/names/folding';
import { studioIs } from '../text-search';
import { readStored } from '../stored-windows';

/** An import as the work on it needs it. */
export interface ImportOrderRow {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly revision: number;
  readonly rules: ImportRules;
  readonly mode: CommitMode;
  readonly settledBy: string;
  readonly settledById: string | null;
  /** ISO 8601 in UTC. */
  readonly settledAt: string;
}

/** A group as it waits to be applied. */
export interface StoredGroup {
  readonly number: number;
  readonly steps: readonly ImportStep[];
  readonly basedOn: readonly Basis[];
}

/** A group with what its rehearsal said: `null` when nothing stands against it. */
export interface RehearsedGroup {
  readonly group: ImportGroup;
  readonly refusal: string | null;
}

export type GroupOutcome = 'applied' | 'blocked' | 'stale';

/** Lines written by one statement. */
const BATCH = 2_000;

/** The stored side of the work on imports: what jobs read and write. */
export class ImportStore {
  constructor(private readonly prisma: PrismaClient) {}

  async order(id: string): Promise<ImportOrderRow | null> {
    const [row] = await this.prisma.$queryRaw<ImportOrderRow[]>`
      SELECT id::text, file_name AS "fileName", state, revision, rules, mode, coalesce(settled_by, uploaded_by) AS "settledBy",
        settled_by_id::text AS "settledById",
        to_json(coalesce(settled_at, uploaded_at)) #>> '{}' AS "settledAt"
      FROM imports WHERE id = ${id}::uuid`;
    if (row === undefined) return null;
    const settledAt = new Date(row.settledAt).toISOString();
    return { ...row, rules: importRules(row.rules), settledAt };
  }

  async file(id: string): Promise<Uint8Array> {
    const [row] = await this.prisma.$queryRaw<{ file: Uint8Array }[]>`
      SELECT file FROM imports WHERE id = ${id}::uuid`;
    if (row === undefined) throw new Error(`There is no import ${id}.`);
    return row.file;
  }

  /** Takes it from one state to another. @returns whether it was in the first */
  async move(id: string, from: ImportState, to: ImportState, failure: string | null = null) {
    const moved = await this.prisma.$executeRaw`
      UPDATE imports SET state = ${to}, failure = ${failure} WHERE id = ${id}::uuid AND state = ${from}`;
    return moved === 1;
  }

  /** Says how far the work is. @returns whether somebody asked for it to be stopped */
  async progress(id: string, words: string, done = 0, total = 0): Promise<boolean> {
    const [row] = await this.prisma.$queryRaw<{ cancelled: boolean }[]>`
      UPDATE import_progress SET words = ${words}, done = ${done}, total = ${total}
      WHERE import_id = ${id}::uuid RETURNING cancelled`;
    return row?.cancelled ?? false;
  }

  /** Whether anything of it is stored by now. */
  async hasApplied(id: string): Promise<boolean> {
    const found = await this.prisma.$queryRaw<unknown[]>`
      SELECT FROM import_groups WHERE import_id = ${id}::uuid AND outcome = 'applied' LIMIT 1`;
    return found.length > 0;
  }

  /** Whether any change that is stored came from it. */
  private async hasStored(id: string): Promise<boolean> {
    const found = await this.prisma.$queryRaw<unknown[]>`
      SELECT FROM history WHERE import_id = ${id}::uuid LIMIT 1`;
    return found.length > 0;
  }

  /** Brings an import whose work failed by a fault of ours to rest, where people can go on from. */
  async giveUp(id: string): Promise<void> {
    await this.prisma.$executeRaw`
      UPDATE imports SET failure = 'An unexpected error occurred and was logged. Nothing more was saved.',
        state = CASE state WHEN 'committing' THEN 'ready' WHEN 'undoing' THEN 'committed' ELSE 'unreadable' END
      WHERE id = ${id}::uuid AND state IN ('waiting', 'checking', 'committing', 'undoing')`;
  }

  async isCancelled(id: string): Promise<boolean> {
    const [row] = await this.prisma.$queryRaw<{ cancelled: boolean }[]>`
      SELECT cancelled FROM import_progress WHERE import_id = ${id}::uuid`;
    return row?.cancelled ?? false;
  }

  /** The rules that were used last for a studio. */
  async rulesOf(studio: string): Promise<ImportRules | null> {
    const [row] = await this.prisma.$queryRaw<{ rules: ImportRules }[]>`
      SELECT rules FROM studio_rules WHERE ${studioIs(studio)}
      ORDER BY changed_at DESC LIMIT 1`;
    return row === undefined ? null : importRules(row.rules);
  }

  /** Stores what a check found and planned, in place of what an earlier one did, and makes it the review. */
  async review(
    id: string,
    rules: ImportRules,
    file: CheckedFile,
    groups: readonly RehearsedGroup[],
    unchanged: readonly ImportItem[],
  ): Promise<void> {
    const stopped = stoppedRows(file);
    const rejected = file.rows.filter(({ row }) => stopped.has(refText(row))).length;
    const errors = file.problems.filter(({ severity }) => severity === 'error').length;
    const studios = namesIn(file.rows.flatMap(({ entry }) => entry?.studio ?? []));
    const unpriced = [
      ...new Set(file.problems.flatMap(({ code, value }) => (code === 'R6P' ? [value] : []))),
    ].sort();
    // Checked again, and all of it is stored: what it was committed as can be undone.
    const isSettled = !groups.some(({ refusal }) => refusal === null) && (await this.hasStored(id));
    await this.prisma.$transaction(
      async (queries) => {
        const [row] = await queries.$queryRaw<{ id: string }[]>`
          UPDATE imports SET state = ${isSettled ? 'committed' : 'ready'}, failure = NULL, rules = ${JSON.stringify(rules)}::jsonb,
            studios = ${studios}::text[], version = ${file.version}, version_stated = ${file.versionStated},
            sheets = ${JSON.stringify(file.sheets)}::jsonb, rows = ${file.rows.length}, rejected = ${rejected},
            errors = ${errors}, warnings = ${file.problems.length - errors}, unpriced = ${unpriced}::text[]
          WHERE id = ${id}::uuid AND state = 'checking' RETURNING id::text`;
        if (row === undefined) return;
        await queries.$executeRaw`DELETE FROM import_items WHERE import_id = ${id}::uuid`;
        await queries.$executeRaw`DELETE FROM import_groups WHERE import_id = ${id}::uuid`;
        await queries.$executeRaw`DELETE FROM import_problems WHERE import_id = ${id}::uuid`;
        await queries.$executeRaw`DELETE FROM import_rows WHERE import_id = ${id}::uuid`;
        await storeRows(queries, id, file);
        await storeProblems(queries, id, file);
        await storeGroups(queries, id, groups);
        await storeItems(queries, id, groups, unchanged);
      },
      { maxWait: 10_000, timeout: 300_000 },
    );
  }

  async readyGroups(id: string): Promise<readonly StoredGroup[]> {
    const groups = await this.prisma.$queryRaw<StoredGroup[]>`
      SELECT number, steps, based_on AS "basedOn" FROM import_groups
      WHERE import_id = ${id}::uuid AND outcome = 'ready' ORDER BY number`;
    return groups.map(readStored);
  }

  /** Marks what became of a group; in the transaction that applied it, if one did. */
  async settle(
    id: string,
    number: number,
    outcome: GroupOutcome,
    reason: string | null,
    queries: Queries = this.prisma,
  ): Promise<void> {
    await queries.$queryRaw`
      UPDATE import_groups SET outcome = ${outcome}, reason = ${reason}
      WHERE import_id = ${id}::uuid AND number = ${number}`;
  }

  /** Makes the import committed, and its rules those of its studios. */
  async finish(order: ImportOrderRow, queries: Queries = this.prisma): Promise<void> {
    const { id, settledBy, settledAt } = order;
    await queries.$queryRaw`
      WITH done AS (
        UPDATE imports SET state = 'committed' WHERE id = ${id}::uuid AND state = 'committing' RETURNING studios, rules)
      INSERT INTO studio_rules (studio, rules, changed_by, changed_at)
      SELECT studio, rules, ${settledBy}, ${settledAt}::timestamptz FROM done, unnest(studios) AS studio
      ON CONFLICT (studio) DO UPDATE SET rules = excluded.rules, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at`;
  }
}

/** The rows that an error stops. A row without an entry may also be one that gives way to another, with a warning. */
function stoppedRows({ problems }: CheckedFile): ReadonlySet<string> {
  return new Set(
    problems.filter(({ severity, row }) => severity === 'error' && row !== null).map(refText),
  );
}

function refText({ sheet, row }: { readonly sheet: string | null; readonly row: number | null }) {
  return `${sheet ?? ''}\n${row ?? ''}`;
}

async function storeRows(queries: Executor, id: string, file: CheckedFile): Promise<void> {
  const stopped = stoppedRows(file);
  const lines = file.rows.map(({ row, entry }, number) => ({
    number,
    sheet: row.sheet,
    row: row.row,
    outcome: stopped.has(refText(row)) ? 'rejected' : 'accepted',
    cells: row.cells,
    alid: entry?.work.key ?? null,
    avail_id: entry?.availId ?? null,
    rights_type: entry?.rightsType ?? null,
    territories: entry?.territories ?? [],
    starts_on: entry === null || takesAway(entry.action) ? null : entry.window.startsOn,
  }));
  for (const batch of batches(lines))
    await queries.$executeRaw`
      INSERT INTO import_rows (import_id, number, sheet, row, outcome, cells, alid, avail_id, rights_type, territories, starts_on)
      SELECT ${id}::uuid, number, sheet, row, outcome, cells, alid, avail_id, rights_type,
        ARRAY (SELECT jsonb_array_elements_text(territories)), starts_on
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS r (number int, sheet text, row int, outcome text,
        cells jsonb, alid text, avail_id text, rights_type text, territories jsonb, starts_on date)`;
}

function takesAway(action: string): boolean {
  return action === 'delete' || action === 'remove';
}

async function storeProblems(queries: Executor, id: string, { problems }: CheckedFile) {
  const lines = problems.map((problem, number) => ({ ...problem, number }));
  for (const batch of batches(lines))
    await queries.$executeRaw`
      INSERT INTO import_problems (import_id, number, code, severity, sheet, row, "column", value, message, remedy)
      SELECT ${id}::uuid, number, code, severity, sheet, row, "column", value, message, remedy
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS p (number int, code text, severity text, sheet text,
        row int, "column" text, value text, message text, remedy text)`;
}

async function storeGroups(queries: Executor, id: string, groups: readonly RehearsedGroup[]) {
  const lines = groups.map(({ group, refusal }, number) => ({
    number,
    steps: group.steps,
    based_on: group.basedOn,
    outcome: refusal === null ? 'ready' : 'blocked',
    reason: refusal,
  }));
  for (const batch of batches(lines))
    await queries.$executeRaw`
      INSERT INTO import_groups (import_id, number, steps, based_on, outcome, reason)
      SELECT ${id}::uuid, number, steps, based_on, outcome, reason
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS g (number int, steps jsonb, based_on jsonb, outcome text,
        reason text)`;
}

async function storeItems(
  queries: Executor,
  id: string,
  groups: readonly RehearsedGroup[],
  unchanged: readonly ImportItem[],
) {
  const lines = [
    ...groups.flatMap(({ group }, number) =>
      group.items.map((item) => ({ ...item, group_number: number })),
    ),
    ...unchanged.map((item) => ({ ...item, group_number: null })),
  ].map((line, number) => ({ ...line, number }));
  for (const batch of batches(lines))
    await queries.$executeRaw`
      INSERT INTO import_items (import_id, number, group_number, what, outcome, name, words, id, rows)
      SELECT ${id}::uuid, number, group_number, what, outcome, name, words, id, rows
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS i (number int, group_number int, what text, outcome text,
        name text, words text, id uuid, rows jsonb)`;
}

type Executor = Pick<PrismaClient, '$executeRaw'>;

function* batches<T>(lines: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < lines.length; at += BATCH) yield lines.slice(at, at + BATCH);
}
