import type { Pool } from 'pg';
import { anId } from '../builders/license-builders';
import type { TitleFixture } from './title-interleaving';

/** Parents first. Columns set by a sequence, a trigger or a generated expression are not copied. */
const TABLES = {
  commands: 'key IN (SELECT command_key FROM history WHERE aggregate_id = ANY (old))',
  licenses: 'id = ANY (old)',
  offers: 'license_id = ANY (old)',
  content: 'id = ANY (old)',
  assignments: 'content_id = ANY (old)',
  takedowns: 'content_id = ANY (old)',
  history: 'aggregate_id = ANY (old)',
};
const NOT_COPIED = ['sequence', 'hash', 'transaction', 'coverage'];
/** Their versions begin at 1 and increase by one, as in production. */
const VERSIONED = ['licenses', 'content'];

/**
 * Copies a fixture under new ids with one statement instead of 15 commands. Each copy has its own licenses, titles,
 * commands and history, which pass all constraints and triggers.
 */
export class FixtureCopies {
  private constructor(
    private readonly pool: Pool,
    private readonly original: TitleFixture,
    /** The ids of the fixture's rows, and the keys of its commands. */
    private readonly ids: readonly string[],
  ) {}

  static async of(pool: Pool, original: TitleFixture): Promise<FixtureCopies> {
    await pool.query(await copyFunction(pool));
    const { licenses, busy, quiet, lent } = original;
    const aggregates = [...Object.values(licenses).map(({ id }) => id), busy, quiet, lent];
    const { rows } = await pool.query<{ key: string }>(
      'SELECT DISTINCT command_key AS key FROM history WHERE aggregate_id = ANY ($1) ORDER BY 1',
      [aggregates],
    );
    return new FixtureCopies(pool, original, [...aggregates, ...rows.map(({ key }) => key)]);
  }

  async next(): Promise<TitleFixture> {
    const copies = this.ids.map(anId);
    await this.pool.query('SELECT copy_fixture($1, $2)', [this.ids, copies]);
    const copyOf = (id: string) => copies[this.ids.indexOf(id)] ?? '';
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

/** Creates a function in the test's database that copies rows as JSON with new ids. */
async function copyFunction(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ table: string; columns: string }>(
    `SELECT table_name AS table, string_agg(quote_ident(column_name), ', ') AS columns
     FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = ANY ($1)
       AND is_generated = 'NEVER' AND NOT column_name = ANY ($2)
     GROUP BY 1`,
    [Object.keys(TABLES), NOT_COPIED],
  );
  const columnsOf = new Map(rows.map(({ table, columns }) => [table, columns]));
  const inserts = Object.entries(TABLES).map(([table, condition]) => {
    const columns = columnsOf.get(table) ?? '';
    const isVersioned = VERSIONED.includes(table);
    const first = isVersioned ? ` || '{"version": 1}'` : '';
    const insert = `INSERT INTO ${table} (${columns})
      SELECT ${columns} FROM (
        SELECT (jsonb_populate_record(NULL::${table}, with_ids(to_jsonb(t)::text, old, new)::jsonb${first})).*
        FROM (SELECT * FROM ${table} WHERE ${condition} ORDER BY 1) AS t) AS copied;`;
    const raise = `LOOP
        UPDATE ${table} AS t SET version = t.version + 1
          FROM unnest(old, new) AS pair (old, new) JOIN ${table} AS original ON original.id = pair.old
          WHERE t.id = pair.new AND t.version < original.version;
        EXIT WHEN NOT FOUND;
      END LOOP;`;
    return isVersioned ? `${insert}\n      ${raise}` : insert;
  });
  return `
    CREATE OR REPLACE FUNCTION with_ids(words text, old uuid[], new uuid[]) RETURNS text LANGUAGE plpgsql AS $$
    BEGIN
      FOR place IN 1 .. cardinality(old) LOOP
        words := replace(words, old[place]::text, new[place]::text);
      END LOOP;
      RETURN words;
    END $$;
    CREATE OR REPLACE FUNCTION copy_fixture(old uuid[], new uuid[]) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      ${inserts.join('\n      ')}
    END $$;`;
}
