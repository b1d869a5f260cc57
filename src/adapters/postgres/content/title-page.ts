import type { ContentView } from '../../../service/content/content-views';
import type { Reads } from '../connection/transaction';
import type { HistoryRow } from '../history-views';
import type { TakedownTuple } from '../rows';
import type { AssignedRow, ListRow } from './content-rows';
import { Prisma } from '../../generated/prisma/client';
import { historyEntry } from '../history-views';
import { contentDetailsOf, offerColumns, takedownOf, takedownsOf } from '../rows';
import { newestSince } from '../turning-points';
import { assignedOffer, contentRow, listColumns, span } from './content-rows';

interface ViewRow extends ListRow {
  readonly notes: string;
  readonly parts: readonly ListRow[];
  readonly assigned: readonly AssignedRow[];
  readonly takedowns: readonly TakedownTuple[];
  readonly history: readonly HistoryRow[];
}

/** Most parts of a title that its page shows. */
const PARTS_LIMIT = 200;

/** PostgreSQL's largest integer. */
const MAX_VERSION = 2 ** 31 - 1;

/** The title with its newest line of history, or with the newest after a version, in order. */
export async function titlePage(
  prisma: Reads,
  id: string,
  after: number | null,
): Promise<{ view: ContentView; row: ViewRow } | null> {
  const lines =
    after === null
      ? Prisma.sql`h.version = c.version`
      : Prisma.sql`(${newestSince(Math.min(after, MAX_VERSION), Prisma.sql`c.version`)} OR h.version = c.version)`;
  const [found] = await prisma.$queryRaw<({ row: ListRow } & Omit<ViewRow, keyof ListRow>)[]>`
    SELECT ${listColumns('c')} AS row, notes,
      (SELECT coalesce(json_agg(${listColumns('part')} ORDER BY position, search_text COLLATE "C", id), '[]')
        FROM (SELECT * FROM content WHERE parent_id = c.id AND closing IS NULL
          ORDER BY position, search_text COLLATE "C", id LIMIT ${PARTS_LIMIT}) part) AS parts,
      (SELECT coalesce(json_agg(json_build_object('license_id', l.id, 'license_name', l.name, 'studio', l.studio,
          'rights_type', l.rights_type, 'territories', l.territories, 'formats', l.formats, 'languages', l.languages,
          'held_back', l.held_back, 'offer', (
            SELECT ${offerColumns} FROM (SELECT o.*) own)) ORDER BY o.starts_on, l.id), '[]')
        FROM assignments a
        JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
        JOIN licenses l ON l.id = a.license_id
        WHERE a.content_id = c.id) AS assigned,
      ${takedownsOf} AS takedowns,
      (SELECT jsonb_agg(to_jsonb(h) ORDER BY h.version) FROM history h
        WHERE h.aggregate_id = c.id AND ${lines}) AS history
    FROM content c WHERE id = ${id}::uuid`;
  const newest = found?.history.at(-1);
  if (found === undefined || newest === undefined) return null;
  const row: ViewRow = { ...found.row, ...found };
  const view: ContentView = {
    id,
    version: row.version,
    details: contentDetailsOf(row),
    belongsTo: row.above,
    parts: row.parts.map(contentRow),
    coverage: row.coverage.map(span),
    assigned: row.assigned.map(assignedOffer),
    takedowns: row.takedowns.map(takedownOf),
    closing: row.closing,
    lastChange: historyEntry(newest, row.title),
  };
  return { view, row };
}
