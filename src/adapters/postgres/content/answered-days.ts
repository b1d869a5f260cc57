import type { AvailabilityQuestion } from '../../../domain/content/availability-question';
import type { AnswerFilter } from '../../../service/content/availability-views';
import { deviceNumber } from '../../../domain/values/device';
import { formatNumber } from '../../../domain/values/format';
import { coveringTags } from '../../../domain/values/language-tag';
import { territoryNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';

/** The days in question as a `daterange`. */
export function questionDays({ days }: AvailabilityQuestion): Prisma.Sql {
  return Prisma.sql`daterange(${days.startsOn}::date, ${days.endsOn}::date)`;
}

/**
 * Rows of `content_id` and `days`: every title that is available on any of the days in question, with those days. This is
 * what `availabilityOf` decides title by title, said for all titles at once so that they can be counted and listed by their
 * answers; tests/integration/views/answered-days.test.ts holds the two equal.
 */
export function answeredDays(question: AvailabilityQuestion): Prisma.Sql {
  const { territory, device, rightsType, language, format = null } = question;
  const { startsOn, endsOn } = question.days;
  const covering = language === undefined ? [] : [...coveringTags(language)];
  // Operators on arrays: a call of `includes_language` for each license took a third of the time.
  const spoken =
    language === undefined
      ? Prisma.empty
      : Prisma.sql`AND (l.languages IS NULL OR l.languages && ${covering}::text[])
          AND NOT l.held_back && ${covering}::text[]`;
  // Implied by the period. The planner estimates dates better than ranges, and looks offers up by license and first day
  // instead of reading the whole table, whose rows are as wide as their price lists.
  const running = Prisma.sql`(o.ends_on > ${startsOn}::date OR o.ends_on IS NULL)
      AND o.starts_on < coalesce(${endsOn}::date, 'infinity')`;
  const sold =
    format === null
      ? Prisma.empty
      : Prisma.sql`AND coalesce(o.formats, l.formats, ARRAY[${formatNumber(format)}::int])
          @> ARRAY[${formatNumber(format)}::int]`;
  const days = questionDays(question);
  const place = territoryNumber(territory);
  const offered = Prisma.sql`
    SELECT a.content_id, range_agg(o.period * ${days}) AS days
    FROM licenses l
      JOIN offers o ON o.license_id = l.id
      JOIN assignments a ON a.license_id = o.license_id AND a.offer_starts_on = o.starts_on
    WHERE l.rights_type = ${rightsType} AND l.territories @> ARRAY[${place}::int]
      AND ${running} AND o.period && ${days} AND o.devices @> ARRAY[${deviceNumber(device)}::int] ${spoken} ${sold}
    GROUP BY a.content_id`;
  const takenDown = Prisma.sql`
    SELECT content_id, range_agg(daterange(starts_on, ends_on)) AS days
    FROM takedowns
    WHERE (rights_types IS NULL OR ${rightsType} = ANY (rights_types))
      AND (territories IS NULL OR ${place}::int = ANY (territories)) AND daterange(starts_on, ends_on) && ${days}
    GROUP BY content_id`;
  return Prisma.sql`
    SELECT content_id, days FROM (
      SELECT content_id, offered.days - coalesce(taken_down.days, '{}') AS days
      FROM (${offered}) offered LEFT JOIN (${takenDown}) taken_down USING (content_id)) left_over
    WHERE days <> '{}'`;
}

/** The condition that the title `id` has an answer. */
export function isAnswered({ question, verdict }: AnswerFilter): Prisma.Sql {
  const available = Prisma.sql`(${answeredDays(question)}) available`;
  const whole = Prisma.sql`available.days @> ${questionDays(question)}`;
  switch (verdict) {
    case 'yes':
      return Prisma.sql`id IN (SELECT content_id FROM ${available} WHERE ${whole})`;
    case 'partly':
      return Prisma.sql`id IN (SELECT content_id FROM ${available} WHERE NOT ${whole})`;
    case 'no':
      return Prisma.sql`id NOT IN (SELECT content_id FROM ${available})`;
  }
}
