/** What the calendar's address asks for, part by part. */
export interface CalendarQuery {
  /** `YYYY-MM` */
  readonly month: string;
  /** The day whose events are listed. */
  readonly day?: string | undefined;
  /** Lists what ends within so many days instead. */
  readonly ending?: number | undefined;
  readonly studio?: string | undefined;
  readonly kind?: string | undefined;
  /** Where each list goes on. */
  readonly starts?: string | undefined;
  readonly ends?: string | undefined;
  readonly dark?: string | undefined;
  readonly gaps?: string | undefined;
}

export const CALENDAR = '/calendar';

/** Each list's place is its own; another day, month or filter begins at the front of all. */
const PLACES = ['starts', 'ends', 'dark', 'gaps'] as const;

/** The calendar's address with some parts changed; `null` takes a part out. */
export function calendarAddress(
  query: CalendarQuery,
  changes: Partial<Record<keyof CalendarQuery, string | null>>,
): string {
  const isPaging = Object.keys(changes).every((name) => PLACES.some((place) => place === name));
  const { starts, ends, dark, gaps, ...rest } = query;
  const kept = isPaging ? { ...rest, starts, ends, dark, gaps } : rest;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...kept, ...changes }))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  return `${CALENDAR}?${search.toString()}`;
}
