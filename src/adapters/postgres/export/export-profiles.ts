import type { ExportProfile, StoredExportProfile } from '../../../domain/export/export-profile';
import type { ExportProfileRepository } from '../../../service/records';
import type { Queries } from '../connection/transaction';
import { fold } from '../../../domain/names/folding';
import { Prisma } from '../../generated/prisma/client';
import { foldedColumn } from '../text-search';

/** The columns of `StoredExportProfile`. */
export const PROFILE_COLUMNS = Prisma.sql`id::text, name, style, revision, changed_by AS "changedBy",
  to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "changedAt"`;

/** How exports are written for receivers, on PostgreSQL, in a transaction. */
export class PrismaExportProfiles implements ExportProfileRepository {
  constructor(private readonly queries: Queries) {}

  async get(id: string): Promise<StoredExportProfile | null> {
    const [row] = await this.queries.$queryRaw<StoredExportProfile[]>`
      SELECT ${PROFILE_COLUMNS} FROM export_profiles WHERE id = ${id}::uuid FOR UPDATE`;
    return row ?? null;
  }

  async named(name: string): Promise<StoredExportProfile | null> {
    const [row] = await this.queries.$queryRaw<StoredExportProfile[]>`
      SELECT ${PROFILE_COLUMNS} FROM export_profiles WHERE ${foldedColumn('name')} = ${fold(name)} FOR UPDATE`;
    return row ?? null;
  }

  async save(
    { id, name, style, revision }: ExportProfile,
    by: { readonly name: string },
    at: string,
  ): Promise<void> {
    await this.queries.$executeRaw`
      INSERT INTO export_profiles (id, name, style, revision, changed_by, changed_at)
      VALUES (${id}::uuid, ${name}, ${JSON.stringify(style)}::jsonb, ${revision}, ${by.name}, ${at}::timestamptz)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, style = excluded.style, revision = excluded.revision, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at`;
  }

  async remove(id: string): Promise<boolean> {
    return (await this.queries.$executeRaw`DELETE FROM export_profiles WHERE id = ${id}::uuid`) > 0;
  }
}
