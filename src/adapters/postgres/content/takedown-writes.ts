import type { Content } from '../../../domain/content/content';
import type { TakedownData } from '../../../domain/content/takedown';
import { isoDate } from '../../../domain/values/date-range';
import { territorySet, territoryNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';

/** The takedowns that changes of titles begin, end or take away, as one parameter each, however many titles there are. */
export function takedownWrites(contents: readonly Content[]): Prisma.Sql[] {
  const begun: object[] = [];
  const ended: object[] = [];
  for (const { id, change } of contents) {
    if (change?.kind === 'title-taken-down') begun.push(rowOf(id, change.takedown));
    if (change?.kind === 'title-brought-back')
      ended.push({
        content_id: id,
        number: change.before.number,
        ends_on: change.after?.days.endsOn ?? null,
      });
  }
  return [
    ...(begun.length === 0
      ? []
      : [
          Prisma.sql`
            INSERT INTO takedowns (content_id, number, starts_on, ends_on, territories, rights_types, reason)
            SELECT written.id, t.number, t.starts_on, t.ends_on, t.territories, t.rights_types, t.reason
            FROM written JOIN jsonb_to_recordset(${JSON.stringify(begun)}::jsonb)
              AS t (content_id uuid, number int, starts_on date, ends_on date, territories int[], rights_types text[],
                reason text)
              ON t.content_id = written.id`,
        ]),
    ...(ended.length === 0 ? [] : endWrites(ended)),
  ];
}

/** An end on or before the first day takes the takedown away: it never applied. */
function endWrites(ended: readonly object[]): Prisma.Sql[] {
  const rows = Prisma.sql`jsonb_to_recordset(${JSON.stringify(ended)}::jsonb)
    AS e (content_id uuid, number int, ends_on date)`;
  return [
    Prisma.sql`
      UPDATE takedowns t SET ends_on = e.ends_on FROM written, ${rows}
      WHERE e.content_id = written.id AND t.content_id = written.id AND t.number = e.number AND e.ends_on IS NOT NULL`,
    Prisma.sql`
      DELETE FROM takedowns t USING written, ${rows}
      WHERE e.content_id = written.id AND t.content_id = written.id AND t.number = e.number AND e.ends_on IS NULL`,
  ];
}

function rowOf(
  contentId: string,
  { number, days, territories, rightsTypes, reason }: TakedownData,
): object {
  return {
    content_id: contentId,
    number,
    starts_on: isoDate(days.startsOn),
    ends_on: days.endsOn,
    territories: territories === null ? null : territorySet(territories).map(territoryNumber),
    rights_types: rightsTypes,
    reason,
  };
}
