import { Busy, OutcomeUnknown } from '../../service/errors';
import { failureOf } from './connection/database-errors';

/** A statement's answer, or in our words what became of it when there is none. @throws Busy, OutcomeUnknown */
export async function written<T>(statement: PromiseLike<T>): Promise<T> {
  try {
    return await statement;
  } catch (error) {
    const { kind } = failureOf(error);
    if (kind === 'retry') throw new Busy({ cause: error });
    if (kind === 'unknown') throw new OutcomeUnknown({ cause: error });
    throw error;
  }
}
