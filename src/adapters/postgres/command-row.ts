import { createHash } from 'node:crypto';
import type { Command } from '../../service/unit-of-work';
import type { Queries } from './connection/transaction';
import { canonicalJson } from '../../service/canonical-json';
import { KeyReused } from '../../service/errors';
import type { AnswerOf, AnswerShape } from './stored/stored-answers';
import { answerCodec } from './answer-codec';

/** A command as it is stored: what its key, used again, is compared and answered with. */
export interface CommandRow {
  readonly key: string;
  /** Of a command that a person or a program gave. */
  readonly kind: string | undefined;
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
  return {
    ...{ key, kind: command.kind, actor: name, actorId, digest, at },
    importId: command.importId ?? null,
  };
}

/** The answer to a command as JSON text, with its version. */
export function answerText({ kind }: CommandRow, answer: object): string {
  // Only commands whose answers are of these shapes write anything.
  return JSON.stringify(answerCodec(kind).write(answer as AnswerOf<AnswerShape>));
}

/**
 * What the key of a command was answered with earlier; `null` when it is new. It is told only when it is as safe as the first
 * answer would have been: a server that crashed while a commit waited for a standby shows the change, and no standby has it
 * yet. So a message is written after it, whose commit waits for the standbys.
 *
 * @throws KeyReused when it was accepted for another payload or actor
 * @throws StoredUnreadable when a later release wrote the answer, or it is broken
 */
export async function earlierAnswer<T extends object>(
  queries: Pick<Queries, '$queryRaw'>,
  { key, kind, actor, actorId, digest }: CommandRow,
): Promise<T | null> {
  const [earlier] = await queries.$queryRaw<{ actor: string; digest: string; result: unknown }[]>`
    SELECT coalesce(actor_id::text, actor) AS actor, digest, result, pg_logical_emit_message(true, 'crms', '')::text
    FROM commands WHERE key = ${key}::uuid`;
  if (earlier === undefined) return null;
  if (earlier.actor !== (actorId ?? actor) || earlier.digest !== digest) throw new KeyReused(key);
  // The digest says that it is the same command, which is answered with a T.
  return answerCodec(kind).read(earlier.result, `answer to command ${key}`) as T;
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
