import type { Finding } from '../../domain/consistency/findings';
import type { Queries } from './connection/transaction';

/** What belongs to nothing that exists. */
export async function strays(queries: Queries): Promise<Finding[]> {
  const rows = await queries.$queryRawUnsafe<Pick<Finding, 'aggregate' | 'id' | 'words'>[]>(`
    SELECT 'command' AS aggregate, key::text AS id, 'it was answered and changed nothing' AS words
    FROM commands c WHERE NOT EXISTS (SELECT FROM history WHERE command_key = c.key)
      AND NOT EXISTS (SELECT FROM imports WHERE id::text = c.result ->> 'importId')
      AND NOT EXISTS (SELECT FROM exports WHERE id::text = c.result ->> 'exportId')
    UNION ALL
    SELECT aggregate, aggregate_id::text, 'version ' || version || ' is of nothing that exists'
    FROM history h WHERE NOT EXISTS (SELECT FROM licenses WHERE id = h.aggregate_id AND h.aggregate = 'license')
      AND NOT EXISTS (SELECT FROM contracts WHERE id = h.aggregate_id AND h.aggregate = 'contract')
      AND NOT EXISTS (SELECT FROM content WHERE id = h.aggregate_id AND h.aggregate = 'content')
      AND NOT EXISTS (SELECT FROM price_tables WHERE id = h.aggregate_id AND h.aggregate = 'price-table')
      AND NOT EXISTS (SELECT FROM history e WHERE e.aggregate_id = h.aggregate_id AND ${removal('e')})
    UNION ALL
    SELECT aggregate, aggregate_id::text, 'it goes on after it was removed as version ' || version
    FROM history h WHERE ${removal('h')} AND (
      EXISTS (SELECT FROM history l WHERE l.aggregate_id = h.aggregate_id AND l.version > h.version)
      OR (SELECT count(*) FROM history l WHERE l.aggregate_id = h.aggregate_id) <> h.version
      OR EXISTS (SELECT FROM licenses WHERE id = h.aggregate_id)
      OR EXISTS (SELECT FROM contracts WHERE id = h.aggregate_id)
      OR EXISTS (SELECT FROM content WHERE id = h.aggregate_id))
    UNION ALL
    SELECT 'license', license_id::text, 'an offer from ' || starts_on || ' is of no license that exists'
    FROM offers o WHERE NOT EXISTS (SELECT FROM licenses WHERE id = o.license_id)
    UNION ALL
    SELECT 'price-table', price_table_id::text, 'a price of ' || tier || ' is of no table that exists'
    FROM prices p WHERE NOT EXISTS (SELECT FROM price_tables WHERE id = p.price_table_id)
    UNION ALL
    SELECT 'content', content_id::text, 'an assignment from ' || offer_starts_on || ' is of no title that exists'
    FROM assignments s WHERE NOT EXISTS (SELECT FROM content WHERE id = s.content_id)
    UNION ALL
    SELECT 'content', content_id::text, 'the identifier ' || value || ' is of no title that exists'
    FROM content_identifiers k WHERE NOT EXISTS (SELECT FROM content WHERE id = k.content_id)`);
  return rows.map((row) => ({ ...row, problem: 'stray' }));
}

/** The condition that a line of history is the end of its aggregate. */
function removal(line: string): string {
  return `${line}.change ->> 'kind' IN ('contract-removed', 'license-removed', 'content-removed')`;
}
