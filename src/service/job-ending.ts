import { DomainError } from '../domain/errors';

/**
 * How a job ended. A refusal is already stored where people see it, so the job is not run again for it. A job that an
 * earlier run has finished has nothing to do.
 */
export type JobEnding = 'done' | 'nothing-to-do' | { readonly refusal: Error };

/** A person stopped the work before it was finished. */
export class Cancelled extends DomainError {
  readonly code = 'cancelled';

  constructor() {
    super('A person stopped this work. Order it again if you still need it.');
  }
}
