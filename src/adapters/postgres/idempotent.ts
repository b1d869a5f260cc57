import type { Command, Outcome } from '../../service/unit-of-work';
import type { PrismaClient } from '../generated/prisma/client';
import type { PrismaTransaction } from './connection/transaction';
import { answerText, commandRow, earlierAnswer } from './command-row';
import { inTransaction } from './connection/transaction';

/**
 * Decides something in one transaction, and for a key only once: the key is kept among those of all
 * commands, so that it is answered the same again, and refused for something else. The answer names the import or export
 * it is about, which the checker looks for in the place of a line of history.
 *
 * @param command all that the key stands for; binary parts count by their hash
 * @throws KeyReused, Busy, OutcomeUnknown, and whatever `decide` throws
 */
export function runOnce<
  Answer extends { readonly importId: string } | { readonly exportId: string },
>(
  prisma: PrismaClient,
  command: Command,
  decide: (transaction: PrismaTransaction) => Promise<Outcome<Answer>>,
): Promise<Outcome<Answer>> {
  const row = commandRow(command);
  return inTransaction(prisma, async (transaction): Promise<Outcome<Answer>> => {
    const earlier = await earlierAnswer<Answer>(transaction, row);
    if (earlier !== null) return { ...earlier, replayed: true };
    const outcome = await decide(transaction);
    const { replayed: _, ...answer } = outcome;
    const stored = await transaction.$executeRaw`
      INSERT INTO commands (key, actor, actor_id, digest, result, at)
      VALUES (${row.key}::uuid, ${row.actor}, ${row.actorId}::uuid, ${row.digest}, ${answerText(row, answer)}::jsonb,
        ${row.at}::timestamptz)
      ON CONFLICT (key) DO NOTHING`;
    if (stored === 0) throw new KeyTakenMeanwhile();
    return outcome;
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
