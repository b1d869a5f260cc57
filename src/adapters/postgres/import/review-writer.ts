import type { CheckedFile } from '../../../domain/avails/avail-entry';
import type { ImportItem } from '../../../domain/avails/planning/import-plan';
import type { CheckedImport, RehearsedGroup } from '../../../service/import/import-workshop';
import type { PrismaTransaction } from '../connection/transaction';
import { reviewSummary, stoppedRows } from '../../../domain/import/review-summary';
import { Prisma } from '../../generated/prisma/client';
import { linesOfImport, restoreLines } from './offer-rows';
import { storedPlans } from '../stored/stored-plans';

/** Lines written by one statement. */
const BATCH = 2_000;

/** Stores what a check found and planned, in place of what an earlier one did. */
export async function storeReview(
  queries: PrismaTransaction,
  id: string,
  { file, contractQuestion, groups, unchanged, rows: planned }: CheckedImport,
): Promise<void> {
  const summary = reviewSummary(file);
  const { studios, rows, rejected, errors, warnings, tiers } = summary;
  await queries.$executeRaw`
    UPDATE imports SET studios = ${studios}::text[], version = ${file.version}, version_stated = ${file.versionStated},
      sheets = ${JSON.stringify(file.sheets)}::jsonb, rows = ${rows}, rejected = ${rejected}, errors = ${errors},
      warnings = ${warnings}, tiers = ${tiers}::text[],
      idle_columns = ${JSON.stringify(summary.idleColumns)}::jsonb,
      licensees = ${JSON.stringify(summary.licensees)}::jsonb, left_out = ${summary.leftOut},
      contract_question = ${contractQuestion === null ? null : JSON.stringify(contractQuestion)}::jsonb
    WHERE id = ${id}::uuid`;
  const leftOut = await leftOutChanges(queries, id);
  const lines = await linesOfImport(id, queries);
  const setAside = await rowsSetAside(queries, id, file);
  await queries.$executeRaw`DELETE FROM import_items WHERE import_id = ${id}::uuid`;
  await queries.$executeRaw`DELETE FROM import_groups WHERE import_id = ${id}::uuid`;
  await queries.$executeRaw`DELETE FROM import_problems WHERE import_id = ${id}::uuid`;
  await queries.$executeRaw`DELETE FROM import_rows WHERE import_id = ${id}::uuid`;
  await storeRows(queries, id, file, planned);
  await storeSetAside(queries, id, file.rows.length, setAside);
  await restoreLines(id, lines, queries);
  await storeProblems(queries, id, file);
  await storeGroups(queries, id, groups);
  await storeItems(queries, id, groups, unchanged);
  if (leftOut.length > 0) await leaveOutAgain(queries, id, leftOut);
}

/** What a change does, as text: equal for equal changes of two checks. */
const ITEMS = Prisma.sql`jsonb_agg(jsonb_build_array(i.what, i.name, i.outcome, i.words, i.rows) ORDER BY i.number)::text`;

/** The changes that a person left out of an earlier review. */
async function leftOutChanges(queries: PrismaTransaction, id: string): Promise<readonly string[]> {
  const found = await queries.$queryRaw<{ items: string }[]>`
    SELECT ${ITEMS} AS items
    FROM import_groups g JOIN import_items i ON i.import_id = g.import_id AND i.group_number = g.number
    WHERE g.import_id = ${id}::uuid AND g.outcome = 'left-out' GROUP BY g.number`;
  return found.map(({ items }) => items);
}

/** Leaves out what a person has left out before the file was checked again. */
async function leaveOutAgain(queries: Executor, id: string, items: readonly string[]) {
  await queries.$executeRaw`
    UPDATE import_groups SET outcome = 'left-out'
    WHERE import_id = ${id}::uuid AND outcome = 'ready' AND number IN (
      SELECT i.group_number FROM import_items i WHERE i.import_id = ${id}::uuid AND i.group_number IS NOT NULL
      GROUP BY i.group_number HAVING ${ITEMS} = ANY (${items}::text[]))`;
}

async function storeRows(
  queries: Executor,
  id: string,
  file: CheckedFile,
  planned: CheckedImport['rows'],
): Promise<void> {
  const isStopped = stoppedRows(file);
  const plans = new Map(planned.map((row) => [`${row.sheet}\n${row.row}`, row]));
  const lines = file.rows.map(({ row, entry }, number) => ({
    number,
    sheet: row.sheet,
    row: row.row,
    outcome: isStopped(row) ? 'rejected' : 'accepted',
    cells: row.cells,
    alid: entry?.work.key ?? null,
    avail_id: entry?.availId ?? null,
    rights_type: entry?.rightsType ?? null,
    territories: entry?.territories ?? [],
    ...daysOf(entry),
    content_id: plans.get(`${row.sheet}\n${row.row}`)?.contentId ?? null,
    complete: plans.get(`${row.sheet}\n${row.row}`)?.complete ?? [],
    languages: plans.get(`${row.sheet}\n${row.row}`)?.languages.allowed ?? null,
    held_back: plans.get(`${row.sheet}\n${row.row}`)?.languages.heldBack ?? [],
    contract: plans.get(`${row.sheet}\n${row.row}`)?.contract ?? null,
  }));
  for (const batch of batches(lines))
    await queries.$executeRaw`
      INSERT INTO import_rows (import_id, number, sheet, row, outcome, cells, alid, avail_id, rights_type, territories, starts_on,
        ends_on, content_id, complete, languages, held_back, contract)
      SELECT ${id}::uuid, number, sheet, row, outcome, cells, alid, avail_id, rights_type,
        ARRAY (SELECT jsonb_array_elements_text(territories)), starts_on, ends_on, content_id,
        ARRAY (SELECT jsonb_array_elements_text(complete)),
        CASE WHEN languages <> 'null' THEN ARRAY (SELECT jsonb_array_elements_text(languages)) END,
        ARRAY (SELECT jsonb_array_elements_text(held_back)), contract
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS r (number int, sheet text, row int, outcome text,
        cells jsonb, alid text, avail_id text, rights_type text, territories jsonb, starts_on date, ends_on date,
        content_id uuid, complete jsonb, languages jsonb, held_back jsonb, contract text)`;
}

/** A stored row as JSON. */
type RowJson = Record<string, unknown>;

/** The rows that have lines, from an earlier check, and that this one leaves out. */
async function rowsSetAside(
  queries: PrismaTransaction,
  id: string,
  { rows }: CheckedFile,
): Promise<readonly RowJson[]> {
  const taken = rows.map(({ row: { sheet, row } }) => ({ sheet, row }));
  const found = await queries.$queryRaw<{ row: RowJson }[]>`
    SELECT to_jsonb(r) AS row FROM import_rows r
    WHERE import_id = ${id}::uuid
      AND EXISTS (SELECT FROM offer_rows k WHERE k.import_id = r.import_id AND k.number = r.number)
      AND NOT EXISTS (
        SELECT FROM jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) AS t (sheet text, row int)
        WHERE t.sheet = r.sheet AND t.row = r.row)
    ORDER BY number`;
  return found.map(({ row }) => row);
}

/** Keeps rows that a check leaves out, for a later check that takes them in again. @param from the first free number */
async function storeSetAside(
  queries: Executor,
  id: string,
  from: number,
  rows: readonly RowJson[],
): Promise<void> {
  const lines = rows.map((row, index) => ({ ...row, number: from + index, outcome: 'set-aside' }));
  for (const batch of batches(lines))
    await queries.$executeRaw`
      INSERT INTO import_rows SELECT r.* FROM jsonb_populate_recordset(NULL::import_rows, ${JSON.stringify(batch)}::jsonb) r`;
}

/** The days that a row grants, as columns. */
function daysOf(entry: CheckedFile['rows'][number]['entry']) {
  if (entry === null || takesAway(entry.action)) return { starts_on: null, ends_on: null };
  const { startsOn, endsOn } = entry.window;
  return { starts_on: startsOn, ends_on: endsOn ?? 'infinity' };
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
    steps: storedPlans.write({ steps: group.steps }),
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
      INSERT INTO import_items (import_id, number, group_number, what, outcome, name, words, id, rows, details)
      SELECT ${id}::uuid, number, group_number, what, outcome, name, words, id, rows, coalesce(details, '[]')
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS i (number int, group_number int, what text, outcome text,
        name text, words text, id uuid, rows jsonb, details jsonb)`;
}

type Executor = Pick<PrismaTransaction, '$executeRaw'>;

function* batches<T>(lines: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < lines.length; at += BATCH) yield lines.slice(at, at + BATCH);
}
