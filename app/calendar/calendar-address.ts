import type { QueryValue } from '@/ui/lists/query-text';
import { addressWith } from '@/ui/lists/query-text';

/** Query parameters of the calendar. */
export interface CalendarQuery {
  /** `YYYY-MM` */
  readonly month: string;
  /** Day whose events are listed. */
  readonly day?: string | undefined;
  /** Lists the offers that end within this many days instead. */
  readonly ending?: number | undefined;
  readonly studio?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  /** The saved view that is open, whose filters may have been changed since. */
  readonly view?: string | undefined;
  /** Cursor of each list. */
  readonly starts?: string | undefined;
  readonly ends?: string | undefined;
  readonly rights?: string | undefined;
  readonly dark?: string | undefined;
  readonly gaps?: string | undefined;
}

export const CALENDAR = '/calendar';

/** Each list has its own cursor; changing the day, the month or a filter resets all of them. */
const CURSORS = ['starts', 'ends', 'rights', 'dark', 'gaps'] as const;

/** URL of the calendar with changed parameters; `null` removes a parameter. */
export function calendarAddress(
  query: CalendarQuery,
  changes: Partial<Record<keyof CalendarQuery, QueryValue>>,
): string {
  const isPaging = Object.keys(changes).every((name) => CURSORS.some((cursor) => cursor === name));
  const { starts, ends, rights, dark, gaps, ...rest } = query;
  const kept = isPaging ? { ...rest, starts, ends, rights, dark, gaps } : rest;
  return addressWith(CALENDAR, kept, changes);
}
