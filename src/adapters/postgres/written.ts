import { OutcomeUnknown } from '../../service/errors';
import { busyBecauseOf } from './connection/busy';
import { failureOf } from './connection/database-errors';

/** A statement's answer, or in our words what became of it when there is none. @throws Busy, OutcomeUnknown */
export async function written<T>(statement: PromiseLike<T>): Promise<T> {
  try {
    return await statement;
  } catch (error) {
    const { kind } = failureOf(error);
    if (kind === 'retry') throw busyBecauseOf(error);
    if (kind === 'unknown') throw new OutcomeUnknown({ cause: error });
    throw error;
  }
}
