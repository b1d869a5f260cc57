import { Busy } from '../../../service/errors';
import { sqlStateOf } from './database-errors';
import { NO_STANDBY } from './statements/writers';

const REASONS: Readonly<Record<string, string>> = {
  '25006': 'The database takes no changes at the moment, because it is read-only or a standby.',
  '53100': 'The disk of the database is full.',
  [NO_STANDBY]: 'Changes wait for a standby of the database that is away.',
};

/** That the database could not take something, and why if a person can do something about it. */
export function busyBecauseOf(error: unknown): Busy {
  return new Busy({ cause: error }, REASONS[sqlStateOf(error) ?? '']);
}
