import type { DateRangeData } from '../../../domain/values/date-range';
import type { CalendarFilter } from '../../../service/content/calendar-views';
import { Prisma } from '../../generated/prisma/client';
import { studioIs } from '../text-search';

/** That a title is of the studio and the kind. */
export function ofTitle({ studio, kind }: CalendarFilter): Prisma.Sql {
  return Prisma.join(
    [
      studio === undefined ? Prisma.sql`true` : studioIs(studio),
      kind === undefined ? Prisma.sql`true` : Prisma.sql`kind = ${kind}`,
    ],
    ' AND ',
  );
}

/** The first day after a span. */
export function endOf({ endsOn: end }: DateRangeData): Prisma.Sql {
  return Prisma.sql`${end ?? 'infinity'}::date`;
}
