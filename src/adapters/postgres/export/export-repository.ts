import type { ExportData } from '../../../domain/export/export';
import type { ExportRepository } from '../../../service/records';
import type { Queries } from '../connection/transaction';
import { Export } from '../../../domain/export/export';
import { Prisma } from '../../generated/prisma/client';
import { requireWritten } from '../changed-meanwhile';

/** The columns of an export but its file, under the names that the domain has for them. */
export const EXPORT_COLUMNS = Prisma.sql`
  id::text, query, words, format, state, rows, failure, left_out AS "leftOut", left_out_count AS "leftOutCount",
  file IS NOT NULL AS "hasFile", made_by AS "madeBy", to_json(made_at) #>> '{}' AS "madeAt",
  to_json(finished_at) #>> '{}' AS "finishedAt"`;

/** Exports on PostgreSQL, in a transaction. */
export class PrismaExportRepository implements ExportRepository {
  constructor(private readonly queries: Queries) {}

  async get(id: string): Promise<Export | null> {
    const [row] = await this.queries.$queryRaw<ExportData[]>`
      SELECT ${EXPORT_COLUMNS} FROM exports WHERE id = ${id}::uuid FOR UPDATE`;
    return row === undefined ? null : Export.reconstitute(row);
  }

  async add({ data }: Export): Promise<void> {
    const { id, query, words, format, state, madeBy, madeAt } = data;
    const added = await this.queries.$executeRaw`
      INSERT INTO exports (id, query, words, format, state, made_by, made_at)
      VALUES (${id}::uuid, ${JSON.stringify(query)}::jsonb, ${words}, ${format}, ${state}, ${madeBy}, ${madeAt}::timestamptz)
      ON CONFLICT (id) DO NOTHING`;
    requireWritten(added, 'The export');
  }

  async save({ data: { id, state, rows, failure, finishedAt } }: Export): Promise<void> {
    const saved = await this.queries.$executeRaw`
      UPDATE exports SET state = ${state}, rows = ${rows}, failure = ${failure}, finished_at = ${finishedAt}::timestamptz
      WHERE id = ${id}::uuid`;
    requireWritten(saved, 'The export');
  }

  async saveFile(one: Export, bytes: Uint8Array): Promise<void> {
    const { id, leftOut, leftOutCount } = one.data;
    await this.save(one);
    await this.queries.$executeRaw`
      UPDATE exports SET file = ${bytes}, left_out = ${JSON.stringify(leftOut)}::jsonb, left_out_count = ${leftOutCount}
      WHERE id = ${id}::uuid`;
  }

  async forgetFilesBefore(instant: string): Promise<void> {
    await this.queries.$executeRaw`
      UPDATE exports SET file = NULL WHERE file IS NOT NULL AND finished_at < ${instant}::timestamptz`;
  }
}
