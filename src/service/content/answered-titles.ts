import type { Availability, AvailabilityQuestion } from '../../domain/content/availability';
import type { IsoDate } from '../../domain/values/date-range';
import type { AvailabilityViews, ContentFilter, ContentViews, Tally } from '../views';
import { availabilityOf } from '../../domain/content/availability';

/** The days that one question spans at most: five years. */
export const MAX_QUESTION_DAYS = 5 * 366;
/** The titles that one question names at most. */
export const MAX_QUESTION_TITLES = 200;

/** A title with its answer. Kind and studio are known of titles that a filter found. */
export interface AnsweredTitle {
  readonly contentId: string;
  readonly title: string;
  readonly kind: string | null;
  readonly studio: string | null;
  readonly availability: Availability;
}

export interface AnsweredPage {
  readonly rows: readonly AnsweredTitle[];
  readonly next: string | null;
  readonly previous: string | null;
  /** How many titles there are in all; counted up to `COUNT_LIMIT`. */
  readonly total: number;
  /** The cursor was of another list, or none at all: this is the first page instead. */
  readonly isUnknownCursor?: true;
  /** The named ids that no title has. */
  readonly unknown: readonly string[];
}

/** What the answers are of: the titles that a filter finds, or those that are named. */
export interface AskedTitles {
  readonly filter: ContentFilter;
  /** Only titles with this answer. */
  readonly verdict: Availability['verdict'] | undefined;
  /** When there are any, they are asked about instead of those the filter finds. */
  readonly titles: readonly string[];
}

interface AskedPage extends AskedTitles {
  readonly cursor: string | undefined;
}

/** What the answers are read from. */
export interface AnswerViews {
  readonly contents: ContentViews;
  readonly availability: AvailabilityViews;
}

/** One page of the titles that a question is about, each with its answer. */
export async function answeredTitles(
  asked: AskedPage,
  question: AvailabilityQuestion,
  today: IsoDate,
  pageSize: number,
  views: AnswerViews,
): Promise<AnsweredPage> {
  const { titles, cursor, verdict } = asked;
  if (titles.length > 0) return namedTitles(asked, question, pageSize, views);
  const answer = verdict === undefined ? undefined : { question, verdict };
  const filter = { ...asked.filter, answer };
  const { rows, ...page } = await views.contents.list({ filter, cursor, today, pageSize });
  const found = new Map(rows.map((row) => [row.id, row]));
  const answers = await answersFor([...found.keys()], question, views);
  return {
    ...page,
    unknown: [],
    rows: answers.map((answer) => {
      const { kind = null, studio = null } = found.get(answer.contentId) ?? {};
      return { ...answer, kind, studio };
    }),
  };
}

/** How the question falls out over all the titles it is asked of, whatever answer they are narrowed to. */
export async function tallyOf(
  { filter, titles }: AskedTitles,
  question: AvailabilityQuestion,
  today: IsoDate,
  views: AnswerViews,
): Promise<Tally> {
  if (titles.length === 0) return views.contents.tally({ filter, question, today });
  const tally = { yes: 0, partly: 0, no: 0 };
  for (const { availability } of await answersFor(titles, question, views))
    tally[availability.verdict] += 1;
  return tally;
}

/** Titles named one by one are few and stand in the order in which they were named: a place in it is the cursor. */
async function namedTitles(
  { titles: ids, cursor, verdict }: AskedPage,
  question: AvailabilityQuestion,
  pageSize: number,
  views: AnswerViews,
): Promise<AnsweredPage> {
  const all = await answersFor(ids, question, views);
  const wanted = all.filter(
    ({ availability }) => verdict === undefined || availability.verdict === verdict,
  );
  const isPlace = /^\d{1,4}$/.test(cursor ?? '') && Number(cursor) < Math.max(1, wanted.length);
  const place = isPlace ? Number(cursor) : 0;
  const known = new Set(all.map(({ contentId }) => contentId));
  return {
    rows: wanted
      .slice(place, place + pageSize)
      .map((answer) => ({ ...answer, kind: null, studio: null })),
    next: place + pageSize < wanted.length ? String(place + pageSize) : null,
    previous: place > 0 ? String(Math.max(0, place - pageSize)) : null,
    total: wanted.length,
    ...(cursor === undefined || isPlace ? {} : { isUnknownCursor: true }),
    unknown: ids.filter((id) => !known.has(id)),
  };
}

async function answersFor(
  ids: readonly string[],
  question: AvailabilityQuestion,
  { availability }: AnswerViews,
) {
  const rights = await availability.rights(ids, question);
  return rights.map((title) => ({
    contentId: title.contentId,
    title: title.title,
    availability: availabilityOf(title, question),
  }));
}
