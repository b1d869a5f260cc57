import type { Sql } from '../support-sql';
import { newVersion } from '../support-sql';

/** What no closing is: without a kind or a reason, of another kind, or the null of JSON. */
export const NO_CLOSINGS = (kind: string) => [
  '{}',
  'null',
  `{"kind": "${kind}"}`,
  `{"kind": "${kind}", "reason": ""}`,
  '{"reason": "A mistake"}',
  '{"kind": "over", "reason": "A mistake"}',
];

/** A closing as it is stored. */
export function closingOf(kind: string): string {
  return JSON.stringify({ kind, reason: 'A mistake' });
}

/** Closes by a version of its own. */
export function close(
  sql: Sql,
  aggregate: 'contract' | 'license' | 'content',
  id: string,
  closing: string,
) {
  return newVersion(sql, aggregate, id, `closing = '${closing}'::jsonb`);
}
