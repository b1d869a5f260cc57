import type { LicenseClosing, TitleClosing } from '../../domain/closing';
import type { Aggregate } from '../../service/errors';
import type {
  ChangedOne,
  ChangesSince,
  HistoryEntry,
  HistoryFilter,
  HistoryViews,
} from '../../service/history-views';
import type { Reads } from './connection/transaction';
import type { KeyedRow } from './keyset';
import type { StoredChange } from './stored/stored-changes';
import { describeContentChange } from '../../domain/content/content-change';
import { describeContractChange } from '../../domain/contract/contract';
import { describePriceTableChange } from '../../domain/price-table/price-table-change';
import { describeRemoval } from '../../domain/removal';
import { describeChange } from '../../domain/license/license-change';
import { CHANGE_GROUPS } from '../../service/history-views';
import { Prisma } from '../generated/prisma/client';
import { keyset } from './keyset';
import { historyLine, storedChanges } from './stored/stored-changes';
import { many } from '../../service/one-of';
import { isOneOf, studioIs } from './text-search';

/** A row of history, its instant as PostgreSQL writes it into JSON. */
export interface HistoryRow {
  readonly aggregate: Aggregate;
  readonly aggregate_id: string;
  readonly version: number;
  readonly at: string;
  readonly actor: string;
  readonly actor_id: string | null;
  /** As it is stored. */
  readonly change: unknown;
  readonly import_id?: string | null;
  readonly file_name?: string | null;
}

export function historyEntry(row: HistoryRow, name: string): HistoryEntry {
  return {
    aggregate: row.aggregate,
    aggregateId: row.aggregate_id,
    name,
    version: row.version,
    at: new Date(row.at).toISOString(),
    actor: row.actor,
    actorId: row.actor_id,
    words: changeWords(changeOf(row)),
    ...(row.import_id === undefined || row.import_id === null
      ? {}
      : { file: { importId: row.import_id, name: row.file_name ?? '' } }),
  };
}

/** The instant at which a day is over in UTC; null of no day. @param day ISO 8601 */
export function endOfDay(day: string | null): Prisma.Sql {
  return Prisma.sql`((${day}::date + 1)::timestamp AT TIME ZONE 'UTC')`;
}

/**
 * That a row of `history` is later than an instant. Nothing finds rows by their time, but they were written in about its
 * order: what was written before anything a day older cannot be later.
 */
export function isAfter(instant: string): Prisma.Sql {
  return Prisma.sql`at > ${instant}::timestamptz AND sequence > coalesce((
    SELECT older.sequence FROM history older WHERE older.at < ${instant}::timestamptz - interval '1 day'
    ORDER BY older.sequence DESC LIMIT 1), 0)`;
}

/** The version that something had at the end of a day, in UTC; `null` when it was not there yet. */
export async function versionOn(prisma: Reads, id: string, day: string): Promise<number | null> {
  const [row] = await prisma.$queryRaw<{ version: number | null }[]>`
    SELECT max(version) AS version FROM history
    WHERE aggregate_id = ${id}::uuid AND at < ${endOfDay(day)}`;
  return row?.version ?? null;
}

/** What a line of history keeps. @throws StoredUnreadable */
export function changeOf({
  aggregate_id: id,
  version,
  change,
}: Pick<HistoryRow, 'aggregate_id' | 'version' | 'change'>): StoredChange {
  return storedChanges.read(change, historyLine(id, version));
}

/** A change in words. */
export function changeWords(change: StoredChange): string {
  switch (change.kind) {
    case 'contract-recorded':
    case 'contract-corrected':
    case 'contract-closed':
    case 'contract-reopened':
      return describeContractChange(change);
    case 'content-registered':
    case 'content-corrected':
    case 'offer-assigned':
    case 'offers-unassigned':
    case 'assignment-moved':
    case 'offers-reassigned':
    case 'title-taken-down':
    case 'title-brought-back':
    case 'title-closed':
    case 'title-reopened':
      return describeContentChange(change);
    case 'license-granted':
    case 'license-amended':
    case 'offers-generated':
    case 'offers-withdrawn':
    case 'offer-replaced':
    case 'offers-rearranged':
    case 'license-closed':
    case 'license-reopened':
      return describeChange(change);
    case 'price-table-recorded':
    case 'prices-changed':
      return describePriceTableChange(change);
    case 'contract-removed':
    case 'license-removed':
    case 'content-removed':
      return describeRemoval(change);
  }
}

/** What happened, newest first, on PostgreSQL. */
export class PrismaHistoryViews implements HistoryViews, ChangesSince {
  constructor(private readonly prisma: Reads) {}

  async history(query: {
    readonly aggregateId?: string | undefined;
    readonly actor?: string | undefined;
    readonly filter?: HistoryFilter | undefined;
    readonly notBy?: string | undefined;
    readonly after?: string | undefined;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }) {
    const { aggregateId, actor, filter = {}, notBy, after, cursor, pageSize } = query;
    const order =
      aggregateId === undefined
        ? ({ list: 'history', key: Prisma.sql`sequence`, cast: 'bigint' } as const)
        : ({ list: 'history of one', key: Prisma.sql`version`, cast: 'int' } as const);
    const { list, key, cast } = order;
    const paging = keyset({ list, keys: [key], descending: true }, [cast], cursor, pageSize);
    const ofAggregate =
      aggregateId === undefined
        ? Prisma.empty
        : Prisma.sql`AND aggregate_id = ${aggregateId}::uuid`;
    const byActor = actor === undefined ? Prisma.empty : Prisma.sql`AND actor = ${actor}`;
    const byOthers =
      notBy === undefined ? Prisma.empty : Prisma.sql`AND actor_id IS DISTINCT FROM ${notBy}::uuid`;
    const later = after === undefined ? Prisma.empty : Prisma.sql`AND ${isAfter(after)}`;
    const found = await this.lines<NamedRow & KeyedRow>(Prisma.sql`
      SELECT *, ${paging.columns} FROM history
      WHERE ${paging.condition} ${ofAggregate} ${byActor} ${byOthers} ${later} ${narrowedBy(filter)} ${paging.order}`);
    const { rows, next, isUnknownCursor } = paging.page(found);
    return {
      entries: rows.map(namedEntry),
      next,
      ...(isUnknownCursor === undefined ? {} : { isUnknownCursor }),
    };
  }

  async since(
    aggregate: Aggregate,
    on: readonly { readonly id: string; readonly version: number }[],
    most: number,
  ) {
    const newer = Prisma.sql`
      unnest(${on.map(({ id }) => id)}::uuid[], ${on.map(({ version }) => version)}::int[]) AS read (id, made_against)
      JOIN history h ON h.aggregate = ${aggregate} AND h.aggregate_id = read.id AND h.version > read.made_against`;
    const [changed, rows] = await Promise.all([
      this.prisma.$queryRaw<(ChangedOne & { changes: number })[]>`
        SELECT read.id::text, coalesce(l.name, t.title, '') AS name, made_against AS "madeAgainst",
          max(h.version) AS "latestVersion", count(*)::int AS changes
        FROM ${newer} LEFT JOIN licenses l ON l.id = read.id LEFT JOIN content t ON t.id = read.id
        GROUP BY read.id, l.name, t.title, made_against ORDER BY name, read.id`,
      this.lines<NamedRow>(
        Prisma.sql`SELECT h.*, NULL AS keyset FROM ${newer} ORDER BY h.sequence DESC LIMIT ${most}`,
      ),
    ]);
    return {
      changed: changed.map(({ changes: _, ...one }) => one),
      entries: rows.map(namedEntry).reverse(),
      total: changed.reduce((sum, { changes }) => sum + changes, 0),
    };
  }

  /**
   * Rows of history with what they are about, newest first.
   *
   * @param found rows of the table, each with a `keyset`
   */
  private lines<Row extends NamedRow>(found: Prisma.Sql): Promise<Row[]> {
    return this.prisma.$queryRaw<Row[]>`
      SELECT aggregate, aggregate_id, h.version, to_json(at) #>> '{}' AS at, actor, actor_id, change, keyset, h.import_id, i.file_name,
        coalesce(l.name, t.title, c.studio || ' ' || c.reference, p.studio, removed.name) AS name,
        coalesce(l.closing, t.closing, c.closing - 'licenses') AS closing, removed.name IS NOT NULL AS is_gone
      FROM (${found}) h
      LEFT JOIN licenses l ON aggregate = 'license' AND l.id = aggregate_id
      LEFT JOIN content t ON aggregate = 'content' AND t.id = aggregate_id
      LEFT JOIN contracts c ON aggregate = 'contract' AND c.id = aggregate_id
      LEFT JOIN price_tables p ON aggregate = 'price-table' AND p.id = aggregate_id
      LEFT JOIN imports i ON i.id = h.import_id
      LEFT JOIN LATERAL (
        SELECT e.change ->> 'name' AS name FROM history e
        WHERE l.id IS NULL AND t.id IS NULL AND c.id IS NULL AND p.id IS NULL AND e.aggregate_id = h.aggregate_id
        ORDER BY e.version DESC LIMIT 1) removed ON true
      ORDER BY h.sequence DESC`;
  }
}

/** The conditions of a filter, each after an AND. */
function narrowedBy({ aggregate, group, actorId, studio, from, to }: HistoryFilter): Prisma.Sql {
  const parts: Prisma.Sql[] = [];
  if (aggregate !== undefined)
    parts.push(Prisma.sql`AND ${isOneOf(Prisma.sql`aggregate`, many(aggregate))}`);
  if (group !== undefined)
    parts.push(
      Prisma.sql`AND change ->> 'kind' = ANY (${many(group).flatMap((one) => CHANGE_GROUPS[one])}::text[])`,
    );
  if (actorId !== undefined) parts.push(Prisma.sql`AND actor_id = ANY (${many(actorId)}::uuid[])`);
  if (from !== undefined)
    parts.push(Prisma.sql`AND at >= (${from}::date)::timestamp AT TIME ZONE 'UTC'`);
  if (to !== undefined) parts.push(Prisma.sql`AND at < ${endOfDay(to)}`);
  if (studio !== undefined) {
    const named = studioIs(studio);
    parts.push(Prisma.sql`AND aggregate_id IN (
      SELECT id FROM licenses WHERE ${named} UNION ALL SELECT id FROM contracts WHERE ${named}
      UNION ALL SELECT id FROM content WHERE ${named} UNION ALL SELECT id FROM price_tables WHERE ${named})`);
  }
  return parts.length === 0 ? Prisma.empty : Prisma.join(parts, ' ');
}

/** A row of history with what it is about. */
interface NamedRow extends HistoryRow {
  readonly name: string;
  readonly closing: LicenseClosing | TitleClosing | null;
  readonly is_gone: boolean;
}

function namedEntry(row: NamedRow): HistoryEntry {
  return {
    ...historyEntry(row, row.name),
    ...(row.closing === null ? {} : { closing: row.closing }),
    isGone: row.is_gone,
  };
}
