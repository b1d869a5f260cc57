/** One stored history entry, with the command that made it. */
export interface StoredChange<Change> {
  readonly version: number;
  readonly change: Change;
  /** The idempotency key of the command. */
  readonly key: string;
  /** The version in the stored result of the command; `null` when the command is not stored. */
  readonly answered: number | null;
}

export type Problem =
  /** L7: a version has no history entry or two, or the row has another version than its history. */
  | 'version-missing'
  | 'version-repeated'
  | 'version-differs'
  /** A history entry has no command, a command has two effects, or its stored result has another version. */
  | 'command-missing'
  | 'command-repeated'
  | 'answer-differs'
  /** A change does not follow from the versions before it. */
  | 'change-misplaced'
  /** The state differs from the result of replaying the history. */
  | 'state-differs'
  /** L3, L2 and L4. */
  | 'offers-overlap'
  | 'offer-outside'
  | 'offer-devices'
  | 'invalid-value'
  /** C1, C2 and C3. */
  | 'no-offer-assigned'
  | 'closed-with-offers'
  | 'void-with-offers'
  | 'void-with-licenses'
  | 'offers-clash'
  | 'offer-missing'
  /** The projection of the assignments by which titles are searched differs from the assignments. */
  | 'derived-differs'
  /** The content of a history entry, or of the one before it, has changed since it was written. */
  | 'history-altered'
  /** A row has no owner. */
  | 'stray'
  /** A change acknowledged to a client is missing or different; the change of a refused command is stored. */
  | 'acknowledged-missing'
  | 'acknowledged-differs'
  | 'refused-present';

/** A violated rule or invariant. */
export interface Finding {
  readonly aggregate: 'license' | 'contract' | 'content' | 'price-table' | 'command';
  readonly id: string;
  readonly problem: Problem;
  /** A description for the operator. */
  readonly words: string;
}

export interface Found {
  readonly problem: Problem;
  readonly words: string;
}

export function versionProblems({
  version,
  history,
}: {
  readonly version: number;
  readonly history: readonly StoredChange<unknown>[];
}): Found[] {
  const found: Found[] = [];
  const keys = new Set<string>();
  let expected = 1;
  for (const line of history) {
    const at = `version ${line.version}`;
    if (line.version < expected)
      found.push({ problem: 'version-repeated', words: `${at} has two lines of history` });
    else if (line.version > expected) {
      const missing = line.version === expected + 1 ? expected : `${expected}–${line.version - 1}`;
      found.push({
        problem: 'version-missing',
        words: `version ${missing} has no line of history`,
      });
    }
    expected = Math.max(expected, line.version + 1);

    if (line.answered === null)
      found.push({ problem: 'command-missing', words: `${at} has no command ${line.key}` });
    else if (line.answered !== line.version)
      found.push({
        problem: 'answer-differs',
        words: `${at} was answered as version ${line.answered}`,
      });
    if (keys.has(line.key))
      found.push({ problem: 'command-repeated', words: `${at} repeats command ${line.key}` });
    keys.add(line.key);
  }
  if (version !== history.length)
    found.push({
      problem: 'version-differs',
      words: `it is at version ${version} and has ${history.length} lines of history`,
    });
  return found;
}

/** Finds a stored value that the domain would not have created. */
export function invalid<T>(made: () => T, stored: T, textOf: (value: T) => string): Found[] {
  const words = `${textOf(stored)} is not valid`;
  try {
    return textOf(made()) === textOf(stored) ? [] : [{ problem: 'invalid-value', words }];
  } catch (error) {
    return [{ problem: 'invalid-value', words: `${words}: ${reasonOf(error)}` }];
  }
}

/** Runs a check; a history that cannot be read counts as a problem too. */
export function attempt(problem: Problem, judge: () => Found[]): Found[] {
  try {
    return judge();
  } catch (error) {
    return [{ problem, words: `its history cannot be followed: ${reasonOf(error)}` }];
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
