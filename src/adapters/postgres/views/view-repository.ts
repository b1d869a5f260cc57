import type { SavedView, StoredView, ViewedList } from '../../../domain/views/saved-view';
import type { ViewRepository } from '../../../service/records';
import type { SavedViewViews } from '../../../service/views/saved-views';
import type { PrismaClient } from '../../generated/prisma/client';
import type { Queries } from '../connection/transaction';
import { Prisma } from '../../generated/prisma/client';
import { foldedColumn } from '../text-search';

const COLUMNS = Prisma.sql`id::text, owner_id::text AS "ownerId", list, name, search, is_shared AS "isShared", revision,
  changed_by AS "changedBy"`;

/** Saved views on PostgreSQL, in a transaction. */
export class PrismaViewRepository implements ViewRepository {
  constructor(private readonly queries: Queries) {}

  async get(id: string): Promise<StoredView | null> {
    const [row] = await this.queries.$queryRaw<StoredView[]>`
      SELECT ${COLUMNS} FROM saved_views WHERE id = ${id}::uuid FOR UPDATE`;
    return row ?? null;
  }

  /** Holds the person, so that two views at once do not both find a name free. */
  async ofOwner(ownerId: string, list: ViewedList): Promise<readonly StoredView[]> {
    await this.queries.$queryRaw`SELECT FROM people WHERE id = ${ownerId}::uuid FOR NO KEY UPDATE`;
    return this.queries.$queryRaw<StoredView[]>`
      SELECT ${COLUMNS} FROM saved_views WHERE owner_id = ${ownerId}::uuid AND list = ${list}`;
  }

  async save(
    { id, ownerId, list, name, search, isShared, revision }: SavedView,
    by: { readonly name: string },
    at: string,
  ): Promise<void> {
    await this.queries.$executeRaw`
      INSERT INTO saved_views (id, owner_id, list, name, search, is_shared, revision, changed_by, changed_at)
      VALUES (${id}::uuid, ${ownerId}::uuid, ${list}, ${name}, ${search}, ${isShared}, ${revision}, ${by.name},
        ${at}::timestamptz)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, search = excluded.search, is_shared = excluded.is_shared,
        revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at`;
  }

  async remove(id: string): Promise<void> {
    await this.queries.$executeRaw`DELETE FROM saved_views WHERE id = ${id}::uuid`;
  }
}

/** Saved views as pages list them. */
export class PrismaSavedViews implements SavedViewViews {
  constructor(private readonly prisma: PrismaClient) {}

  of(list: ViewedList, personId: string): Promise<readonly StoredView[]> {
    return this.prisma.$queryRaw<StoredView[]>`
      SELECT ${COLUMNS} FROM saved_views
      WHERE list = ${list} AND (owner_id = ${personId}::uuid OR is_shared)
      ORDER BY owner_id <> ${personId}::uuid, ${foldedColumn('name')}, id`;
  }
}
