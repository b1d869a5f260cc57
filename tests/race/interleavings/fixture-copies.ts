import type { Client } from 'pg';
import { anId } from '../../builders/license-builders';
import type { TitleFixture } from './title-interleaving';

/** Parents first. Columns set by a sequence, a default or a generated expression are not copied. */
const TABLES = {
  commands: 'key IN (SELECT command_key FROM history WHERE aggregate_id = ANY ($1))',
  licenses: 'id = ANY ($1)',
  offers: 'license_id = ANY ($1)',
  content: 'id = ANY ($1)',
  content_coverage: 'content_id = ANY ($1)',
  assignments: 'content_id = ANY ($1)',
  takedowns: 'content_id = ANY ($1)',
  history: 'aggregate_id = ANY ($1)',
};
const NOT_COPIED = ['sequence', 'hash', 'transaction'];

/**
 * Copies a fixture under new ids with one statement instead of 15 commands. Each copy has its own licenses, titles,
 * commands and history. The original passed all constraints and triggers; its copies have the same rows, so only the
 * trigger that chains the history runs for them.
 */
export class FixtureCopies {
  private constructor(
    private readonly client: Client,
    private readonly original: TitleFixture,
    /** The rows of each table, as JSON. */
    private readonly rows: string,
    /** The ids of the fixture's rows, and the keys of its commands. */
    private readonly ids: readonly string[],
  ) {}

  /** @param client of a superuser, who may keep triggers from running */
  static async of(client: Client, original: TitleFixture): Promise<FixtureCopies> {
    await client.query(await copyFunction(client));
    const { licenses, busy, quiet, lent } = original;
    const aggregates = [...Object.values(licenses).map(({ id }) => id), busy, quiet, lent];
    const tables: Record<string, readonly { readonly command_key?: string }[]> = {};
    for (const [table, condition] of Object.entries(TABLES)) {
      const { rows } = await client.query<{ row: { readonly command_key?: string } }>(
        `SELECT to_jsonb(t) AS row FROM (SELECT * FROM ${table} WHERE ${condition} ORDER BY 1) AS t`,
        [aggregates],
      );
      tables[table] = rows.map(({ row }) => row);
    }
    const keys = new Set(tables.history?.map(({ command_key: key }) => key ?? ''));
    return new FixtureCopies(client, original, JSON.stringify(tables), [...aggregates, ...keys]);
  }

  async next(): Promise<TitleFixture> {
    const copies = new Map(this.ids.map((id) => [id, anId()]));
    const rows = this.rows.replace(UUID, (id) => copies.get(id) ?? id);
    await this.client.query('SELECT copy_fixture($1)', [rows]);
    const copyOf = (id: string) => copies.get(id) ?? '';
    const { licenses, busy, quiet, lent } = this.original;
    return {
      ...this.original,
      licenses: Object.fromEntries(
        Object.entries(licenses).map(([place, license]) => [
          place,
          { ...license, id: copyOf(license.id) },
        ]),
      ) as TitleFixture['licenses'],
      busy: copyOf(busy),
      quiet: copyOf(quiet),
      lent: copyOf(lent),
    };
  }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Creates a function in the test's database that inserts rows, which it gets as JSON. */
async function copyFunction(client: Client): Promise<string> {
  const { rows } = await client.query<{ table: string; columns: string }>(
    `SELECT table_name AS table, string_agg(quote_ident(column_name), ', ') AS columns
     FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = ANY ($1)
       AND is_generated = 'NEVER' AND NOT column_name = ANY ($2)
     GROUP BY 1`,
    [Object.keys(TABLES), NOT_COPIED],
  );
  const columnsOf = new Map(rows.map(({ table, columns }) => [table, columns]));
  const inserts = Object.keys(TABLES).map((table) => {
    const columns = columnsOf.get(table) ?? '';
    return `INSERT INTO ${table} (${columns})
        SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, tables -> '${table}');`;
  });
  return `
    ALTER TABLE history ENABLE ALWAYS TRIGGER history_chained;
    CREATE FUNCTION copy_fixture(tables jsonb) RETURNS void LANGUAGE plpgsql
      SET session_replication_role = replica
    AS $$
    BEGIN
      ${inserts.join('\n      ')}
    END $$;`;
}
