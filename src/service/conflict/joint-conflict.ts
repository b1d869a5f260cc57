import type { ChangedOne, ChangesSince, HistoryEntry } from '../history-views';
import { MAX_SINCE } from './conflict';

/** What a stale command on several licenses or titles is explained by: which of them were saved since, and what happened. */
export interface JointConflict {
  readonly kind: 'licenses' | 'titles';
  /** Those that were saved since, in order of their names. */
  readonly changed: readonly ChangedOne[];
  /** What happened to them, in order: at most the newest `MAX_SINCE` changes. */
  readonly since: readonly HistoryEntry[];
  /** How many changes that were. */
  readonly sinceTotal: number;
}

/** Whether a conflict is about several things at once. */
export function isJointConflict(conflict: { readonly kind: string }): conflict is JointConflict {
  return conflict.kind === 'licenses' || conflict.kind === 'titles';
}

/**
 * Explains a stale command on several things of a kind.
 *
 * @param on those that it names, at the versions that it was made against
 */
export async function explainJointly(
  kind: JointConflict['kind'],
  on: readonly { readonly id: string; readonly version: number }[],
  views: ChangesSince,
): Promise<JointConflict> {
  const aggregate = kind === 'licenses' ? 'license' : 'content';
  const { changed, entries, total } = await views.since(aggregate, on, MAX_SINCE);
  return { kind, changed, since: entries, sinceTotal: total };
}
