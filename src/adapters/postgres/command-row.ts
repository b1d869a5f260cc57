import { createHash } from 'node:crypto';
import type { Command } from '../../service/unit-of-work';
import type { Queries } from './connection/transaction';
import { canonicalJson } from '../../service/canonical-json';
import { KeyReused } from '../../service/errors';
import { readStored } from './stored/stored-windows';

/** A command as it is stored: what its key, used again, is compared and answered with. */
export interface CommandRow {
  readonly key: string;
  readonly actor: string;
  readonly actorId: string | null;
  /** SHA-256 over the payload, in hexadecimal. */
  readonly digest: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The import it is a part of. */
  readonly importId: string | null;
}

export function commandRow(command: Command): CommandRow {
  const { key, actor, at, ...payload } = command;
  const digest = createHash('sha256')
    .update(canonicalJson(withHashes(payload)))
    .digest('hex');
  const { name, id: actorId = null } = actor;
  return { key, actor: name, actorId, digest, at, importId: command.importId ?? null };
}

/**
 * What the key of a command was answered with earlier; `null` when it is new.
 *
 * @throws KeyReused when it was accepted for another payload or actor
 */
export async function earlierAnswer<T>(
  queries: Pick<Queries, '$queryRaw'>,
  { key, actor, actorId, digest }: CommandRow,
): Promise<T | null> {
  const [earlier] = await queries.$queryRaw<{ actor: string; digest: string; result: T }[]>`
    SELECT coalesce(actor_id::text, actor) AS actor, digest, result FROM commands WHERE key = ${key}::uuid`;
  if (earlier === undefined) return null;
  if (earlier.actor !== (actorId ?? actor) || earlier.digest !== digest) throw new KeyReused(key);
  return readStored(earlier.result);
}

/** A payload in which files are replaced by their SHA-256. */
function withHashes(payload: object): object {
  return Object.fromEntries(
    Object.entries(payload).map(([name, part]: [string, unknown]) => [
      name,
      ArrayBuffer.isView(part) ? hashOf(part) : part,
    ]),
  );
}

function hashOf({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return createHash('sha256').update(bytes).digest('hex');
}
