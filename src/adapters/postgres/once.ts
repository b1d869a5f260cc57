import type pg from 'pg';
import type { Intent } from '../../service/import/imports';
import type { Outcome } from '../../service/unit-of-work';
import { KeyReused } from '../../service/errors';
import { commandRow } from './command-row';
import { inBareTransaction } from './bare-transaction';

interface Stored {
  readonly actor: string;
  readonly digest: string;
  readonly result: object;
}

/**
 * Decides something in one transaction, and of an intent with a key only once: the key is kept among those of all commands,
 * so that it is answered the same again, and refused for something else. What it answered names the import or export it
 * was about, which the checker looks for in the place of a line of history.
 *
 * @param asked what was asked for, and of what: the same key is the same intent only together with it
 * @throws KeyReused, Busy, OutcomeUnknown, and whatever `decide` throws
 */
export async function once<
  Answer extends { readonly importId: string } | { readonly exportId: string },
>(
  pool: pg.Pool,
  { key, actor, at }: Intent,
  asked: object,
  decide: (client: pg.PoolClient) => Promise<Outcome<Answer>>,
): Promise<Outcome<Answer>> {
  if (key === undefined) return inBareTransaction(pool, decide);
  const command = commandRow({ key, actor, at, ...asked });
  const owner = command.actorId ?? command.actor;
  return inBareTransaction(pool, async (client) => {
    const { rows } = await client.query<Stored>(
      `SELECT coalesce(actor_id::text, actor) AS actor, digest, result FROM commands WHERE key = $1`,
      [key],
    );
    const [earlier] = rows;
    if (earlier !== undefined) {
      if (earlier.actor !== owner || earlier.digest !== command.digest) throw new KeyReused(key);
      return { ...(earlier.result as Answer), replayed: true };
    }
    const { replayed, ...answer } = await decide(client);
    const { rowCount } = await client.query(
      `INSERT INTO commands (key, actor, actor_id, digest, result, at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (key) DO NOTHING`,
      [key, command.actor, command.actorId, command.digest, JSON.stringify(answer), at],
    );
    if (rowCount === 0) throw new KeyTakenMeanwhile();
    return { ...answer, replayed } as Outcome<Answer>;
  });
}

/** The same key was accepted beside this one: the work is run again, and finds it. */
class KeyTakenMeanwhile extends Error {
  /** As PostgreSQL calls the same of a transaction: serialization_failure. */
  readonly code = '40001';

  constructor() {
    super('The key was accepted meanwhile.');
  }
}
