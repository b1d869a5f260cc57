import type { Sql } from '../database/support-sql';
import { anId } from '../../builders/license-builders';

/** Writes an entry of the history for each id, without aggregates: feeds and webhooks read only the history. */
export async function writeLines(
  sql: Sql,
  ids: readonly string[],
  { version = 1, aggregate = 'license' } = {},
): Promise<void> {
  const key = anId();
  await sql(
    `INSERT INTO commands (key, actor, digest, result, at) VALUES ($1, 'Nora', '', '{}', now())`,
    [key],
  );
  await sql(
    `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
     SELECT $3, id, $4, now(), 'Nora', $2::uuid, '{"kind": "offers-generated", "offers": []}' FROM unnest($1::uuid[]) id`,
    [[...ids], key, aggregate, version],
  );
}
