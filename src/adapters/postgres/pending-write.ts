import type { Aggregate } from '../../service/errors';
import { Stale } from '../../service/errors';
import { Prisma } from '../generated/prisma/client';
import { answerText, type CommandRow } from './command-row';
import type { StoredChange } from './stored/stored-changes';
import { storedChanges } from './stored/stored-changes';

/** One aggregate's next version. */
export interface NextVersion {
  readonly id: string;
  /** The version that was read, which the write is guarded by; 0 for a new aggregate. */
  readonly version: number;
  readonly change: StoredChange;
}

/** The next versions of one aggregate, or of several of one kind, waiting for their unit of work to commit. */
export interface PendingWrite {
  readonly aggregate: Aggregate;
  readonly next: readonly NextVersion[];
  /** The statement that writes the aggregates' rows and returns their `id` and new `version`: none of one that is stale. */
  readonly written: Prisma.Sql;
  /** What else the changes write, as statements that read `written`. */
  readonly members: readonly Prisma.Sql[];
  /** Statements that follow in the same transaction, before the next write. */
  readonly afterwards?: readonly Prisma.Sql[];
  /**
   * Licenses and the versions they were read at, of which the decision holds only while they are the latest: they are held
   * until the commit, and nothing is written when one has moved on.
   */
  readonly dependsOnLicenses: ReadonlyMap<string, number>;
}

/**
 * The whole write as one SQL statement: the guarded rows, their members, the lines of history and, with a result, the
 * command. A statement is atomic by itself, holds its locks no longer than it runs, and costs one round trip. It returns
 * the id of each row that was written.
 *
 * @param result the command's answer, when this write is the one that stores the command
 */
export function asStatement(
  pending: PendingWrite,
  command: CommandRow,
  result: object | null,
): Prisma.Sql {
  const { aggregate, next } = pending;
  const { key, actor, actorId, digest, at, importId } = command;
  const storeCommand =
    result === null
      ? Prisma.empty
      : Prisma.sql`, command AS (
          INSERT INTO commands (key, actor, actor_id, digest, result, at)
          SELECT ${key}::uuid, ${actor}, ${actorId}::uuid, ${digest}, ${answerText(command, result)}::jsonb, ${at}::timestamptz
          FROM written LIMIT 1)`;
  const changes = JSON.stringify(
    Object.fromEntries(next.map(({ id, change }) => [id, storedChanges.write(change)])),
  );
  return around(
    pending,
    Prisma.sql`${storeCommand}
    , recorded AS (
      INSERT INTO history (aggregate, aggregate_id, version, at, actor, actor_id, command_key, import_id, change)
      SELECT ${aggregate}, id, version, ${at}::timestamptz, ${actor}, ${actorId}::uuid, ${key}::uuid, ${importId}::uuid,
        ${changes}::jsonb -> id::text
      FROM written)`,
  );
}

/**
 * A write of many commands as one SQL statement, which does not store the commands: each line of history names its own.
 *
 * @param commandOf the command that changes an aggregate, by its id
 */
export function asStatementOfMany(
  pending: PendingWrite,
  commandOf: (id: string) => CommandRow,
): Prisma.Sql {
  const lines = pending.next.map(({ id, change }) => {
    const { key, actor, actorId, at, importId } = commandOf(id);
    return {
      ...{ id, key, actor, actor_id: actorId, at, import_id: importId },
      change: storedChanges.write(change),
    };
  });
  return around(
    pending,
    Prisma.sql`
    , recorded AS (
      INSERT INTO history (aggregate, aggregate_id, version, at, actor, actor_id, command_key, import_id, change)
      SELECT ${pending.aggregate}, written.id, written.version, l.at, l.actor, l.actor_id, l.key, l.import_id, l.change
      FROM written JOIN jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS l (id uuid, key uuid, actor text,
        actor_id uuid, at timestamptz, import_id uuid, change jsonb) ON l.id = written.id)`,
  );
}

/** The statement around what it stores of history. */
function around(
  { written, members, dependsOnLicenses }: PendingWrite,
  recorded: Prisma.Sql,
): Prisma.Sql {
  const writeMembers = members.map(
    (member, index) => Prisma.sql`, ${Prisma.raw(`members_${index}`)} AS (${member})`,
  );
  return Prisma.sql`
    WITH ${dependsOnLicenses.size === 0 ? Prisma.empty : holding(dependsOnLicenses)} written AS (${written})
    ${recorded}
    ${writeMembers.length === 0 ? Prisma.empty : Prisma.join(writeMembers, ' ')}
    SELECT id::text FROM written`;
}

/** Takes the licenses in the order of their ids, before any title: see the migration. */
function holding(dependsOnLicenses: ReadonlyMap<string, number>): Prisma.Sql {
  return Prisma.sql`
    held AS MATERIALIZED (
      SELECT l.id FROM licenses l
      JOIN unnest(${[...dependsOnLicenses.keys()]}::uuid[], ${[...dependsOnLicenses.values()]}::int[]) AS read (id, version)
        ON l.id = read.id AND l.version = read.version
      ORDER BY l.id FOR SHARE OF l),`;
}

/** The condition, for `written`, that every license the decision rests on is still the one that was read. */
export function versionsUnchanged(dependsOnLicenses: ReadonlyMap<string, number>): Prisma.Sql {
  return dependsOnLicenses.size === 0
    ? Prisma.sql`true`
    : Prisma.sql`(SELECT count(*) FROM held) = ${dependsOnLicenses.size}`;
}

/** The error that says an aggregate was not written because somebody else committed its next version first. */
export function staleness(
  { aggregate, next }: PendingWrite,
  written: ReadonlySet<string> = new Set(),
): Stale {
  const missing = next.find(({ id }) => !written.has(id));
  if (missing === undefined) throw new Error('Every aggregate was written.');
  return new Stale(aggregate, missing.id, missing.version);
}

/** What a decision rests on has moved on: the work is run again, on what is there now. */
export class ReadVersionsChanged extends Error {
  /** As PostgreSQL calls the same of a transaction: serialization_failure. */
  readonly code = '40001';

  constructor() {
    super('What the decision depends on has changed.');
  }
}
