import type { Finding } from './findings';

/** A history entry of any aggregate, with its place in the hash chain. */
export interface ChainedLine {
  readonly aggregate: Exclude<Finding['aggregate'], 'command'>;
  readonly id: string;
  readonly version: number;
  /** The stored hash. */
  readonly hash: string;
  /** The hash computed from the current content of this entry and of the preceding version. */
  readonly expected: string;
}

/** Detects a history entry that was changed after it was written. */
export function findingsInChain({
  aggregate,
  id,
  version,
  hash,
  expected,
}: ChainedLine): Finding[] {
  if (hash === expected) return [];
  const words =
    `version ${version} is not as it was written, or does not follow the version it was written after: ` +
    'history lines were changed, moved or removed outside the product';
  return [{ aggregate, id, problem: 'history-altered', words }];
}
