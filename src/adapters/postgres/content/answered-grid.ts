import type { AvailabilityQuestion } from '../../../domain/content/availability-question';
import type { GridFilter, GridTally } from '../../../service/content/availability-views';
import type { Reads } from '../connection/transaction';
import { Prisma } from '../../generated/prisma/client';
import { answeredDays, questionDays } from './answered-days';

/** Rows of `place`, `content_id` and `is_whole`: of each question every title that is available on any of its days. */
function answersIn(questions: readonly AvailabilityQuestion[]): Prisma.Sql {
  const each = questions.map(
    (question, place) => Prisma.sql`
      SELECT ${place}::int AS place, content_id, days @> ${questionDays(question)} AS is_whole
      FROM (${answeredDays(question)}) available`,
  );
  return Prisma.join(each, ' UNION ALL ');
}

/** The condition that the answers of the title `id` to several questions fall out in a way. */
export function isGridAnswered({ questions, answer }: GridFilter): Prisma.Sql {
  const titles = Prisma.sql`SELECT content_id FROM (${answersIn(questions)}) answers GROUP BY content_id`;
  switch (answer) {
    case 'yes-everywhere':
      return Prisma.sql`id IN (${titles} HAVING count(*) FILTER (WHERE is_whole) = ${questions.length}::int)`;
    case 'partly-somewhere':
      return Prisma.sql`id IN (${titles} HAVING NOT bool_and(is_whole))`;
    case 'no-somewhere':
      return Prisma.sql`id NOT IN (${titles} HAVING count(*) = ${questions.length}::int)`;
  }
}

/** How several questions are answered. @param matching the condition of all titles that are asked about */
export async function gridTally(
  queries: Reads,
  questions: readonly AvailabilityQuestion[],
  matching: Prisma.Sql,
): Promise<GridTally> {
  const many = Prisma.sql`${questions.length}::int`;
  const [found] = await queries.$queryRaw<
    {
      readonly total: number;
      readonly everywhere: number;
      readonly partly: number;
      readonly anywhere: number;
      readonly columns: readonly { readonly place: number; readonly yes: number }[];
    }[]
  >`
    WITH asked AS MATERIALIZED (SELECT id FROM content WHERE ${matching}),
    answers AS MATERIALIZED (
      SELECT answers.* FROM (${answersIn(questions)}) answers WHERE content_id IN (SELECT id FROM asked)),
    titles AS (
      SELECT count(*) AS available, count(*) FILTER (WHERE is_whole) AS whole FROM answers GROUP BY content_id)
    SELECT (SELECT count(*)::int FROM asked) AS total,
      (SELECT count(*)::int FROM titles WHERE whole = ${many}) AS everywhere,
      (SELECT count(*)::int FROM titles WHERE whole < available) AS partly,
      (SELECT count(*)::int FROM titles WHERE available = ${many}) AS anywhere,
      (SELECT coalesce(json_agg(c), '[]') FROM (
        SELECT place, count(*)::int AS yes FROM answers WHERE is_whole GROUP BY place) c) AS columns`;
  const { total, everywhere, partly, anywhere, columns } = found ?? {
    ...{ total: 0, everywhere: 0, partly: 0, anywhere: 0, columns: [] },
  };
  return {
    total,
    yesEverywhere: everywhere,
    partlySomewhere: partly,
    noSomewhere: total - anywhere,
    yes: questions.map((_, place) => columns.find((one) => one.place === place)?.yes ?? 0),
  };
}
