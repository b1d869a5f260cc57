import type { ContractChange } from '../../domain/contract';
import type { LicenseChange } from '../../domain/license-change';
import { Stale } from '../../service/errors';
import { Prisma } from '../generated/prisma/client';

/** An aggregate's next version, waiting for its unit of work to commit. */
export interface PendingWrite {
  readonly aggregate: 'contract' | 'license';
  readonly id: string;
  /** The version that was read, which the write is guarded by; 0 for a new aggregate. */
  readonly version: number;
  readonly change: ContractChange | LicenseChange;
  /** The statement that writes the aggregate's row and returns its `id` and new `version`, or no row when it is stale. */
  readonly written: Prisma.Sql;
  /** What else the change writes, as a statement that reads `written`. */
  readonly members: Prisma.Sql | null;
}

/** A command as it is stored: what its key, used again, is compared and answered with. */
export interface CommandRow {
  readonly key: string;
  readonly actor: string;
  /** SHA-256 over the payload, in hexadecimal. */
  readonly digest: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/**
 * The whole write as one SQL statement: the guarded row, its members, the line of history and, with a result, the command.
 * A statement is atomic by itself, holds its locks no longer than it runs, and costs one round trip.
 *
 * @param result the command's answer, when this write is the one that stores the command
 */
export function asStatement(
  { aggregate, change, written, members }: PendingWrite,
  command: CommandRow,
  result: object | null,
): Prisma.Sql {
  const { key, actor, digest, at } = command;
  const storeCommand =
    result === null
      ? Prisma.empty
      : Prisma.sql`, command AS (
          INSERT INTO commands (key, actor, digest, result, at)
          SELECT ${key}::uuid, ${actor}, ${digest}, ${JSON.stringify(result)}::jsonb, ${at}::timestamptz FROM written)`;
  return Prisma.sql`
    WITH written AS (${written})
    ${storeCommand}
    , recorded AS (
      INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
      SELECT ${aggregate}, id, version, ${at}::timestamptz, ${actor}, ${key}::uuid, ${JSON.stringify(change)}::jsonb
      FROM written)
    ${members === null ? Prisma.empty : Prisma.sql`, members AS (${members})`}
    SELECT version FROM written`;
}

/** The error that says no row was written because somebody else committed the next version first. */
export function staleness({ aggregate, id, version }: PendingWrite): Stale {
  return new Stale(aggregate, id, version);
}
