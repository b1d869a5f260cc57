import type { DateRangeData } from '../../../../domain/values/date-range';
import type { CalendarFilter } from '../../../../service/content/calendar-views';
import { Prisma } from '../../../generated/prisma/client';
import { many } from '../../../../service/one-of';
import { isOneOf, studioIs } from '../../text-search';

/** That a title is of a studio and of a kind that are asked for. */
export function ofTitle({ studio, kind }: CalendarFilter): Prisma.Sql {
  return Prisma.join(
    [
      studio === undefined ? Prisma.sql`true` : studioIs(studio),
      kind === undefined ? Prisma.sql`true` : isOneOf(Prisma.sql`kind`, many(kind)),
    ],
    ' AND ',
  );
}

/** The first day after a span. */
export function endOf({ endsOn: end }: DateRangeData): Prisma.Sql {
  return Prisma.sql`${end ?? 'infinity'}::date`;
}

/** The columns of the first day of an offer `o`, and of the day after its last. */
export const STARTS_ON = Prisma.raw('starts_on');
export const ENDS_ON = Prisma.raw('ends_on');

/** That some title of a kind that is asked for has the offer `o` and is not taken down where and when it starts or ends. */
export function assigned(filter: CalendarFilter, column: Prisma.Sql): Prisma.Sql {
  const day = column === STARTS_ON ? Prisma.sql`o.starts_on` : Prisma.sql`o.ends_on - 1`;
  return Prisma.sql`EXISTS (SELECT FROM assignments a
    WHERE a.license_id = o.license_id AND a.offer_starts_on = o.starts_on AND ${isOfKind(filter)}
      AND NOT is_taken_down(a.content_id, o.license_id, ${day}))`;
}

/** That the title of the assignment `a` is of a kind that is asked for. */
export function isOfKind({ kind }: CalendarFilter): Prisma.Sql {
  return kind === undefined
    ? Prisma.sql`true`
    : isOneOf(Prisma.sql`(SELECT c.kind FROM content c WHERE c.id = a.content_id)`, many(kind));
}

/**
 * That the license of the offer `o` is of a studio that is asked for. As an array, because the offers of a studio are few and found by
 * their licenses: walking all offers by day in search of them would take for ever.
 */
export function ofStudio({ studio }: CalendarFilter): Prisma.Sql {
  return studio === undefined
    ? Prisma.sql`true`
    : Prisma.sql`o.license_id = ANY (ARRAY(SELECT id FROM licenses WHERE ${studioIs(studio)}))`;
}
