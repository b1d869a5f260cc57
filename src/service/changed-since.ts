import { DomainError, hasCode } from '../domain/errors';
import { listed } from '../domain/values/words';
import type { Stale } from './errors';
import { VersionAhead } from './errors';

/** Something that one command changed together with others. */
export interface ChangedTogether {
  readonly what: 'license' | 'content';
  readonly id: string;
  readonly name: string;
}

/** What a command changed together is not undone when somebody has built on some of it: each is named. */
export class ChangedSince extends DomainError {
  readonly code = 'changed-since';

  constructor(readonly things: readonly ChangedTogether[]) {
    const names = things.slice(0, MAX_NAMED).map(({ name }) => name);
    super(
      `Nothing was undone: ${listed(names, things.length)} ${things.length === 1 ? 'has' : 'have'} changed since. ` +
        'Undo those changes first, or take back each part on its own page.',
    );
  }
}

const MAX_NAMED = 5;

/**
 * Every undo of a command on several things begins here: each has to be as that command left it.
 *
 * @throws ChangedSince naming every one that is not, VersionAhead
 */
export function requireUnchanged(
  things: readonly (ChangedTogether & {
    readonly version: number;
    readonly expectedVersion: number;
  })[],
): void {
  for (const { version, expectedVersion } of things)
    if (version < expectedVersion) throw new VersionAhead(expectedVersion, version);
  const changed = things.filter(({ version, expectedVersion }) => version > expectedVersion);
  if (changed.length > 0)
    throw new ChangedSince(changed.map(({ what, id, name }) => ({ what, id, name })));
}

/** Runs a command on several things; when one of them changes before the commit, it is decided again, and that one named. */
export async function namingChanges<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!hasCode<Stale>(error, 'stale')) throw error;
    return run();
  }
}
