import type { Role } from '../domain/people/role';
import { CodedError, DomainError } from '../domain/errors';
import { ROLES } from '../domain/people/role';

/** What has a version of its own. */
export const AGGREGATES = ['license', 'contract', 'content', 'price-table'] as const;

export type Aggregate = (typeof AGGREGATES)[number];

const NAMES: Record<Aggregate, string> = {
  license: 'license',
  contract: 'contract',
  content: 'title',
  'price-table': 'price table',
};

const RECORDS = {
  import: 'import',
  export: 'export',
  'export-profile': 'export profile',
  'price-plan': 'price plan',
  view: 'view',
};

/** What a command names does not exist. */
export class NotFound extends DomainError {
  readonly code = 'not-found';

  constructor(
    readonly what: Aggregate | keyof typeof RECORDS,
    readonly id: string,
  ) {
    super(`This ${{ ...NAMES, ...RECORDS }[what]} does not exist.`);
  }
}

/** A command was made against a version that is no longer the latest: found on loading, or at the moment of the commit. */
export class Stale extends DomainError {
  readonly code = 'stale';

  constructor(
    readonly what: Aggregate,
    readonly id: string,
    readonly expectedVersion: number,
  ) {
    super(`Someone saved this ${NAMES[what]} after version ${expectedVersion}.`);
  }
}

/** A command needs a higher role than the person or program has. */
export class NotAllowed extends DomainError {
  readonly code = 'role-too-low';

  constructor(
    readonly role: Role,
    readonly lowest: Role,
  ) {
    super(`This needs the role ${ROLES[lowest]}; your role is ${ROLES[role]}.`);
  }
}

/** A command claims a version that has not happened. */
export class VersionAhead extends DomainError {
  readonly code = 'version-ahead';

  constructor(
    readonly expectedVersion: number,
    readonly latestVersion: number,
  ) {
    super(
      `Version ${expectedVersion} does not exist; the latest is ${latestVersion}. Reload the page.`,
    );
  }
}

/** A command's key was used before, for something else or by somebody else. */
export class KeyReused extends DomainError {
  readonly code = 'key-reused';

  constructor(readonly key: string) {
    super('This form was already sent with different values. Reload the page and send it again.');
  }
}

/** The database could not take the command, and nothing was saved. Sending it again with the same key is right. */
export class Busy extends CodedError {
  readonly code = 'busy';

  /** @param reason a sentence, where there is more to say than that the database has too much to do */
  constructor(options?: ErrorOptions, reason = 'The database is busy.') {
    super(`${reason} Nothing was saved; try again.`, options);
  }
}

/** The connection was lost in the middle: the command may have been saved or not. The same key again tells which. */
export class OutcomeUnknown extends CodedError {
  readonly code = 'outcome-unknown';

  constructor(options?: ErrorOptions) {
    super('The database connection was lost before the change was confirmed.', options);
  }
}
