import { PrismaHistoryViews } from '../../../../src/adapters/postgres/history-views';
import { aName } from '../../../builders/license-builders';
import { ImportDriver } from '../support-imports';
import type { TestDatabase } from '../../support';

/** A unique identifier without spaces. */
export function anAlid(what: string): string {
  return aName(what).replace(' ', '-');
}

/** A unique studio. */
export function aStudio(): { readonly studio: string; readonly cells: Record<string, string> } {
  const studio = aName('Northlight');
  return { studio, cells: { 'Avail/DisplayName': studio } };
}

/** Imports of two people, in a test file’s own database. */
export function importsOn(database: TestDatabase) {
  const imports = new ImportDriver(database);
  const history = new PrismaHistoryViews(database.prisma);

  async function soldBy(studio: string): Promise<readonly string[]> {
    const rows = await database.rows<{ line: string }>(
      `SELECT concat_ws(' ', c.title, l.rights_type, cardinality(l.territories), o.starts_on,
       coalesce(o.ends_on::text, 'open'), o.prices -> 0 ->> 2, o.prices -> 0 ->> 3) AS line
     FROM assignments a JOIN content c ON c.id = a.content_id JOIN licenses l ON l.id = a.license_id
     JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
     WHERE l.studio = $1 ORDER BY 1`,
      [studio],
    );
    return rows.map(({ line }) => line);
  }

  return { imports, history, soldBy };
}
