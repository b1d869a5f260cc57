import type { PricePlan, StoredPricePlan } from '../../../domain/price-plan/price-plan';
import type { PricePlanViews } from '../../../service/price-plan/price-plan-views';
import type { PricePlanRepository } from '../../../service/records';
import type { Queries, Reads } from '../connection/transaction';
import { Prisma } from '../../generated/prisma/client';
import { foldedColumn } from '../text-search';

const COLUMNS = Prisma.sql`id::text, name, steps, revision, changed_by AS "changedBy",
  to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "changedAt"`;

/** Price plans on PostgreSQL, in a transaction. */
export class PrismaPricePlans implements PricePlanRepository {
  constructor(private readonly queries: Queries) {}

  /** Locks the table against other writers, so that two plans at once do not both find a name free. */
  async all(): Promise<readonly StoredPricePlan[]> {
    await this.queries.$executeRaw`LOCK TABLE price_plans IN SHARE ROW EXCLUSIVE MODE`;
    return this.queries.$queryRaw<StoredPricePlan[]>`SELECT ${COLUMNS} FROM price_plans`;
  }

  async save(
    { id, name, steps, revision }: PricePlan,
    by: { readonly name: string },
    at: string,
  ): Promise<void> {
    await this.queries.$executeRaw`
      INSERT INTO price_plans (id, name, steps, revision, changed_by, changed_at)
      VALUES (${id}::uuid, ${name}, ${JSON.stringify(steps)}::jsonb, ${revision}, ${by.name}, ${at}::timestamptz)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, steps = excluded.steps, revision = excluded.revision,
        changed_by = excluded.changed_by, changed_at = excluded.changed_at`;
  }

  async remove(id: string): Promise<void> {
    await this.queries.$executeRaw`DELETE FROM price_plans WHERE id = ${id}::uuid`;
  }
}

/** Price plans on PostgreSQL, to read. */
export class PrismaPricePlanViews implements PricePlanViews {
  constructor(private readonly queries: Reads) {}

  list(): Promise<readonly StoredPricePlan[]> {
    return this.queries.$queryRaw<StoredPricePlan[]>`
      SELECT ${COLUMNS} FROM price_plans ORDER BY ${foldedColumn('name')}, id`;
  }

  async get(id: string): Promise<StoredPricePlan | null> {
    const [row] = await this.queries.$queryRaw<StoredPricePlan[]>`
      SELECT ${COLUMNS} FROM price_plans WHERE id = ${id}::uuid`;
    return row ?? null;
  }
}
