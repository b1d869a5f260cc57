import type { TodayScope } from './today-views';

/** When a person looked at the page of today, and what they narrowed it to. */
export interface Visit {
  /** The latest look, ISO 8601 in UTC. */
  readonly at: string;
  /** The last look of the visit before; `null` when this is the first. */
  readonly beforeAt: string | null;
  readonly scope: TodayScope;
}

export interface Visits {
  /** `null` for somebody who never was here. */
  last(personId: string): Promise<Visit | null>;
  /** Notes a look; of two at once the later one stays. */
  record(personId: string, visit: Visit): Promise<void>;
}

/** Looks that are no further apart are one visit, in milliseconds. */
const ONE_VISIT = 30 * 60_000;
/** What somebody sees who never was here, in milliseconds: the last week. */
const FIRST_SIGHT = 7 * 24 * 60 * 60_000;

/**
 * The visit that a look at the page of today belongs to: the same, or a new one after a pause.
 *
 * @param at of the look, ISO 8601 in UTC
 */
export function visitAt(last: Visit | null, at: string, scope: TodayScope): Visit {
  if (last === null) return { at, beforeAt: null, scope };
  const isNew = Date.parse(at) - Date.parse(last.at) > ONE_VISIT;
  return { at, beforeAt: isNew ? last.at : last.beforeAt, scope };
}

/** From when on what others changed is news to a visitor, ISO 8601 in UTC. */
export function newsSince({ at, beforeAt }: Visit): string {
  return beforeAt ?? new Date(Date.parse(at) - FIRST_SIGHT).toISOString();
}
