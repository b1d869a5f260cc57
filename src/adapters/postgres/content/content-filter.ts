import type { ContentFilter, CoverageState } from '../../../service/content/content-views';
import { DARK_SOON } from '../../../service/content/content-views';
import { Prisma } from '../../generated/prisma/client';
import { many } from '../../../service/one-of';
import { any, isOneOf, studioIs } from '../text-search';
import { isAnswered } from './answered-days';
import { isGridAnswered } from './answered-grid';

/** The conditions of a filter on `content c`, to be joined by AND. */
export function filterConditions(filter: ContentFilter, today: string): Prisma.Sql[] {
  const { ids, studio, kind, parentId, coverage, answer, grid, closed } = filter;
  const parts: Prisma.Sql[] = [closedAs(closed)];
  if (studio !== undefined) parts.push(studioIs(studio));
  if (kind !== undefined) parts.push(isOneOf(Prisma.sql`kind`, many(kind)));
  if (ids !== undefined) parts.push(Prisma.sql`id = ANY (${ids}::uuid[])`);
  if (parentId !== undefined) parts.push(Prisma.sql`parent_id = ${parentId}::uuid`);
  if (coverage !== undefined) parts.push(any(many(coverage).map((state) => covered(state, today))));
  if (answer !== undefined) parts.push(isAnswered(answer));
  if (grid !== undefined) parts.push(isGridAnswered(grid));
  return parts;
}

/** That a title is closed in a way; or that it is in the catalog. */
function closedAs(kind: ContentFilter['closed']): Prisma.Sql {
  return kind === undefined
    ? Prisma.sql`closing IS NULL`
    : Prisma.sql`closing IS NOT NULL AND ${isOneOf(Prisma.sql`closing ->> 'kind'`, many(kind))}`;
}

/**
 * How a title stands, seen from today:
 *
 * - `on-offer`: today is one of the days of its coverage anywhere; `off-offer`: it is not.
 * - `going-dark`: in some territory as some rights type, the first day after all its coverage there is one of the next
 *   `DARK_SOON` days, today not among them.
 * - `gap-ahead`: in some territory as some rights type, a day after today is the first without an offer, and a later one
 *   has an offer there again. A gap that runs today already is none ahead.
 * - `taken-down`: today is one of the days of a takedown of the title, whatever its places.
 */
export function covered(state: CoverageState, today: string): Prisma.Sql {
  switch (state) {
    case 'on-offer':
      return Prisma.sql`coverage @> ${today}::date`;
    case 'off-offer':
      return Prisma.sql`NOT coverage @> ${today}::date`;
    case 'going-dark':
      return Prisma.sql`id IN (SELECT content_id FROM content_coverage
        WHERE dark_on > ${today}::date AND dark_on <= ${today}::date + ${DARK_SOON}::int)`;
    case 'gap-ahead':
      // Where no gap runs today, every one that overlaps the days ahead begins there.
      return Prisma.sql`id IN (SELECT content_id FROM content_coverage
        WHERE gaps <> '{}' AND gaps && daterange(${today}::date + 1, NULL) AND (NOT gaps @> ${today}::date
          OR EXISTS (SELECT FROM unnest(gaps) AS gap (days) WHERE lower(gap.days) > ${today}::date)))`;
    case 'taken-down':
      return Prisma.sql`id IN (SELECT content_id FROM takedowns
        WHERE daterange(starts_on, ends_on) @> ${today}::date)`;
  }
}
