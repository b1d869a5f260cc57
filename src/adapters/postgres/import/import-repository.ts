import type { CommitMode, ImportData, ImportState } from '../../../domain/import/import';
import type { ImportRules } from '../../../domain/avails/import-rules';
import type { ImportRepository } from '../../../service/records';
import type { Queries } from '../connection/transaction';
import { importRules } from '../../../domain/avails/import-rules';
import { Import } from '../../../domain/import/import';
import { IMPORT_STEPS } from '../../../domain/import/progress';
import { requireWritten } from '../changed-meanwhile';
import { linkRows } from './offer-rows';

interface ImportRow {
  readonly id: string;
  readonly file_name: string;
  readonly uploaded_by: string;
  readonly uploaded_at: Date;
  readonly state: ImportState;
  readonly revision: number;
  readonly rules: ImportRules;
  readonly mode: CommitMode | null;
  readonly settled_by: string | null;
  readonly settled_by_id: string | null;
  readonly settled_at: Date | null;
  readonly failure: string | null;
}

/** Imports on PostgreSQL, in a transaction. */
export class PrismaImportRepository implements ImportRepository {
  constructor(private readonly queries: Queries) {}

  async get(id: string): Promise<Import | null> {
    const [row] = await this.queries.$queryRaw<ImportRow[]>`
      SELECT id::text, file_name, uploaded_by, uploaded_at, state, revision, rules, mode, settled_by,
        settled_by_id::text, settled_at, failure
      FROM imports WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    return row === undefined ? null : Import.reconstitute(dataOf(row));
  }

  async add({ data }: Import, bytes: Uint8Array): Promise<void> {
    const { id, fileName, uploadedBy, uploadedAt, state, revision, rules } = data;
    const added = await this.queries.$executeRaw`
      INSERT INTO imports (id, file_name, file, uploaded_by, uploaded_at, state, revision, rules)
      VALUES (${id}::uuid, ${fileName}, ${bytes}, ${uploadedBy}, ${uploadedAt}::timestamptz, ${state}, ${revision},
        ${JSON.stringify(rules)}::jsonb)
      ON CONFLICT (id) DO NOTHING`;
    requireWritten(added, 'The import');
  }

  async save({ data }: Import): Promise<void> {
    const { id, state, revision, rules, mode, settled, failure } = data;
    const saved = await this.queries.$executeRaw`
      UPDATE imports SET state = ${state}, revision = ${revision}, rules = ${JSON.stringify(rules)}::jsonb, mode = ${mode},
        settled_by = ${settled?.by.name ?? null}, settled_by_id = ${settled?.by.id ?? null}::uuid,
        settled_at = ${settled?.at ?? null}::timestamptz, failure = ${failure}
      WHERE id = ${id}::uuid`;
    requireWritten(saved, 'The import');
    if (state === 'committed') await linkRows(id, this.queries);
  }

  async isFile(id: string, bytes: Uint8Array): Promise<boolean> {
    const found = await this.queries.$queryRaw<unknown[]>`
      SELECT FROM imports WHERE id = ${id}::uuid AND file = ${bytes}`;
    return found.length > 0;
  }

  async hasWork(id: string): Promise<boolean> {
    const found = await this.queries.$queryRaw<unknown[]>`
      SELECT FROM import_groups WHERE import_id = ${id}::uuid AND outcome = 'ready' LIMIT 1`;
    return found.length > 0;
  }

  async leaveOut(id: string, change: number, isLeftOut: boolean): Promise<boolean> {
    const found = await this.queries.$executeRaw`
      UPDATE import_groups SET outcome = ${isLeftOut ? 'left-out' : 'ready'}
      WHERE import_id = ${id}::uuid AND number = ${change} AND outcome IN ('ready', 'left-out')`;
    return found > 0;
  }

  async hasSaved(id: string): Promise<boolean> {
    const found = await this.queries.$queryRaw<unknown[]>`
      SELECT FROM import_groups WHERE import_id = ${id}::uuid AND outcome = 'applied' LIMIT 1`;
    return found.length > 0;
  }

  async startProgress(id: string): Promise<void> {
    const words = IMPORT_STEPS.waiting;
    await this.queries.$executeRaw`
      INSERT INTO import_progress (import_id, words, done, total, cancelled) VALUES (${id}::uuid, ${words}, 0, 0, false)
      ON CONFLICT (import_id) DO UPDATE SET words = excluded.words, done = 0, total = 0, cancelled = false`;
  }

  async askToStop(id: string): Promise<void> {
    await this.queries.$executeRaw`
      UPDATE import_progress SET cancelled = true WHERE import_id = ${id}::uuid`;
  }
}

function dataOf(row: ImportRow): ImportData {
  const { id, state, revision, mode, failure } = row;
  const [by, byId, at] = [row.settled_by, row.settled_by_id, row.settled_at];
  return {
    ...{ id, state, revision, mode, failure },
    fileName: row.file_name,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at.toISOString(),
    rules: importRules(row.rules),
    settled:
      by === null || at === null
        ? null
        : { by: { name: by, ...(byId === null ? {} : { id: byId }) }, at: at.toISOString() },
  };
}
