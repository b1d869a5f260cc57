import type { TodayRow } from './sections/section-data';

/** What a phone shows of them. */
const MOST = 12;

/** Those that are urgent, by day; what is as urgent, in the order of the sections. */
export function mostUrgent(rows: readonly TodayRow[]): readonly TodayRow[] {
  return rows
    .filter(({ urgentOn }) => urgentOn !== null)
    .toSorted((a, b) => (a.urgentOn ?? '').localeCompare(b.urgentOn ?? ''))
    .slice(0, MOST);
}
