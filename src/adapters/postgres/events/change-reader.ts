import type { Change, ChangeBatch } from '../../../service/events/events';
import type { HistoryRow } from '../history-views';
import type { Queries } from '../connection/transaction';
import { PlaceUnreadable } from '../../../service/events/events';
import { sqlStateOf } from '../connection/database-errors';
import { changeOf, changeWords } from '../history-views';

/** The setting of a database that names its life after a restore. */
export const EPOCH = 'crms.epoch';

/** A change, and the transaction that wrote it. */
export interface WrittenChange {
  readonly change: Change;
  readonly transaction: bigint;
}

export interface ReadChanges extends Omit<ChangeBatch, 'changes'> {
  readonly changes: readonly WrittenChange[];
  /** Whether there is more to be read after this already. */
  readonly hasMore: boolean;
}

/** Transactions that can be seen: all before the first, none from the end on, and of those between all but some. */
export interface Snapshot {
  readonly first: bigint;
  readonly end: bigint;
  readonly unseen: ReadonlySet<bigint>;
}

interface FoundRow extends Omit<HistoryRow, 'at' | 'version'> {
  readonly cluster: string;
  readonly life: string;
  readonly mark: string;
  readonly until: string;
  readonly is_ahead: boolean;
  readonly is_marked: boolean;
  readonly sequence: string | null;
  readonly version: number | null;
  readonly transaction: string;
  readonly at: string;
}

/** What history is read through: the client, or one of its transactions. */
type HistoryQueries = Pick<Queries, '$queryRawUnsafe'>;

const SNAPSHOT = String.raw`\d+:\d+:[\d,]*`;
const LIFE = String.raw`\d+-\w{0,20}`;
const PLACE = new RegExp(
  `^(\\d+)(?:-(${LIFE})-([0-9a-f]*))?/(${SNAPSHOT})(?:>(${SNAPSHOT})@(\\d+))?$`,
);
const MAX_PLACE_LENGTH = 8_000;
const UNREADABLE_VALUES = new Set(['22P02', '22003']);

/**
 * The changes after a place.
 *
 * A place is a snapshot, which says of every transaction whether it was committed by then; the changes after it are those
 * whose transaction it does not see. So there is no hole, however long a transaction takes, as there would be after "the
 * last sequence number". Between two places many changes may lie: then they are read in pages, and the place within them is
 * the snapshot before, the one after, and the last line told.
 *
 * Numbers of transactions mean nothing in another life of the database, and are given out again after a restore or when a
 * standby takes over that has not received everything. So a place names its life: the cluster's identifier, its timeline,
 * which every promotion and recovery to a point in time begins anew, the epoch that `npm run restore` sets, and the
 * beginning of the hash of its newest line, which is missing where a copy was put in place without any of these. A place of
 * another life is answered with a reset.
 *
 * The snapshot ends with the newest transaction in history: numbers after that may be given out again when the server dies,
 * and what they then write is to be seen. Lines that were restored from a cluster further ahead have numbers that no
 * snapshot sees; they are left out.
 *
 * @param place `null` for now: no changes, but the place
 * @param isOwn whether the place is stored in this very database: it then is of the same life, whatever became of both
 * @throws PlaceUnreadable
 */
export async function readChanges(
  queries: HistoryQueries,
  place: string | null,
  pageSize: number,
  { isOwn = false } = {},
): Promise<ReadChanges> {
  const parts = partsOf(place);
  const { since = null, until = null, after = '0', mark = '' } = parts;
  try {
    const rows = await queries.$queryRawUnsafe<FoundRow[]>(
      READ,
      since,
      until,
      after,
      pageSize,
      mark,
    );
    const [first] = rows;
    if (first === undefined) throw new Error('A snapshot was not told.');
    const life = `${first.cluster}-${first.life}-${first.mark}`;
    const end = `${life}/${first.until}`;
    const isSame = isOwn || (parts.life === first.life && first.is_marked);
    if (since !== null && (parts.cluster !== first.cluster || first.is_ahead || !isSame))
      return { ...(await readChanges(queries, null, pageSize)), isReset: true };
    const found = rows.filter(({ sequence }) => sequence !== null);
    const last = found.at(-1)?.sequence ?? null;
    const isPage = last !== null && found.length === pageSize;
    return {
      changes: found.map(written),
      place: isPage ? `${life}/${since ?? ''}>${first.until}@${last}` : end,
      isReset: false,
      // After the rest of a page comes what was committed since.
      hasMore: isPage || until !== null,
    };
  } catch (error) {
    if (UNREADABLE_VALUES.has(sqlStateOf(error) ?? '')) throw new PlaceUnreadable();
    throw error;
  }
}

/** The newest change of each of these. */
export async function readNewest(
  queries: HistoryQueries,
  ids: readonly string[],
): Promise<readonly Change[]> {
  const rows = await queries.$queryRawUnsafe<FoundRow[]>(
    `SELECT newest.* FROM unnest($1::uuid[]) AS wanted (id), LATERAL (
       SELECT ${COLUMNS} FROM history WHERE aggregate_id = wanted.id ORDER BY version DESC LIMIT 1) AS newest`,
    ids,
  );
  return rows.map((row) => written(row).change);
}

/** The snapshot that a place is, or that it is within the changes after. */
export function snapshotOf(place: string): Snapshot {
  const [first = '', end = '', unseen = ''] = (partsOf(place).since ?? '').split(':');
  return {
    first: BigInt(first),
    end: BigInt(end),
    unseen: new Set(unseen === '' ? [] : unseen.split(',').map(BigInt)),
  };
}

export function isSeen({ first, end, unseen }: Snapshot, transaction: bigint): boolean {
  return transaction < first || (transaction < end && !unseen.has(transaction));
}

function partsOf(place: string | null) {
  if (place === null) return {};
  const parts = place.length > MAX_PLACE_LENGTH ? null : PLACE.exec(place);
  if (parts === null) throw new PlaceUnreadable();
  const [, cluster, life, mark, since, until, after] = parts;
  return { cluster, life, mark, since, until, after };
}

function written(row: FoundRow): WrittenChange {
  const version = row.version ?? 0;
  const change = changeOf({ ...row, version });
  return {
    transaction: BigInt(row.transaction),
    change: {
      aggregate: row.aggregate,
      id: row.aggregate_id,
      version,
      kind: change.kind,
      at: new Date(row.at).toISOString(),
      actor: row.actor,
      actorId: row.actor_id,
      importId: row.import_id ?? null,
      words: changeWords(change),
    },
  };
}

const COLUMNS = `sequence, transaction::text, aggregate, aggregate_id::text, version, to_json(at) #>> '{}' AS at, actor,
  actor_id::text, import_id::text, change`;

/** The timeline, which is the beginning of the name of a file of its log, and the epoch. A standby has no place of its own. */
const CURRENT_LIFE = `
  CASE WHEN pg_is_in_recovery() THEN 0
    ELSE ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int END || '-' ||
  left(regexp_replace(coalesce(current_setting('${EPOCH}', true), ''), '\\W', '', 'g'), 20)`;

/** The beginning of the hash of the newest line that a snapshot sees, which its end follows; empty without one. */
function markOf(snapshot: string): string {
  return `coalesce((SELECT encode(substring(hash FROM 1 FOR 4), 'hex') FROM history
    WHERE transaction = (pg_snapshot_xmax(${snapshot})::text::bigint - 1)::text::xid8 ORDER BY sequence DESC LIMIT 1), '')`;
}

const READ = `
  WITH now AS MATERIALIZED (
    SELECT pg_current_snapshot() AS taken, coalesce((
      SELECT h.transaction::text::bigint FROM history h WHERE h.transaction < pg_snapshot_xmax(pg_current_snapshot())
      ORDER BY h.transaction DESC LIMIT 1), 2) + 1 AS ends),
  span AS MATERIALIZED (
    SELECT taken, $1::pg_snapshot AS since, coalesce($2::pg_snapshot, format('%s:%s:%s',
      least(pg_snapshot_xmin(taken)::text::bigint, ends), ends,
      (SELECT string_agg(x::text, ',' ORDER BY x) FROM pg_snapshot_xip(taken) x WHERE x::text::bigint < ends))::pg_snapshot) AS until
    FROM now)
  SELECT (SELECT system_identifier::text FROM pg_control_system()) AS cluster, ${CURRENT_LIFE} AS life,
    ${markOf('until')} AS mark, ${markOf('coalesce($2::pg_snapshot, since)')} = $5 AS is_marked,
    until::text, coalesce(pg_snapshot_xmax(since) > pg_snapshot_xmax(taken), false) AS is_ahead, found.*
  FROM span LEFT JOIN LATERAL (
    SELECT ${COLUMNS}
    FROM history h
    WHERE h.transaction >= pg_snapshot_xmin(since) AND h.transaction < pg_snapshot_xmax(until)
      AND NOT pg_visible_in_snapshot(h.transaction, since) AND pg_visible_in_snapshot(h.transaction, until)
      AND sequence > $3::bigint
    ORDER BY sequence LIMIT $4) AS found ON true
  ORDER BY sequence`;
