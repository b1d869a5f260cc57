/** Another transaction wrote what this one decided about: the work is run again, and finds it. */
export class ChangedMeanwhile extends Error {
  /** As PostgreSQL calls the same of a transaction: serialization_failure. */
  readonly code = '40001';

  constructor(what: string) {
    super(`${what} was changed by another transaction.`);
  }
}

/** @throws ChangedMeanwhile unless a guarded statement wrote a row */
export function requireWritten(rows: number, what: string): void {
  if (rows === 0) throw new ChangedMeanwhile(what);
}
