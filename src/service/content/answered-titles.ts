import type {
  Availability,
  AvailabilityQuestion,
} from '../../domain/content/availability-question';
import type { IsoDate } from '../../domain/values/date-range';
import type { AvailabilityViews, Tally } from './availability-views';
import type { ContentFilter, ContentViews } from './content-views';
import { availabilityOf } from '../../domain/content/availability';

/** Maximum number of days in a question: five years. */
export const MAX_QUESTION_DAYS = 5 * 366;
/** Maximum number of titles listed in a question. */
export const MAX_QUESTION_TITLES = 200;

/** A title with its answer. Kind and studio are `null` for listed titles. */
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
  /** Total number of titles, counted up to `COUNT_LIMIT`. */
  readonly total: number;
  /** The cursor was invalid or of another list; this is the first page instead. */
  readonly isUnknownCursor?: true;
  /** Listed ids that do not belong to a title. */
  readonly unknown: readonly string[];
}

/** Titles to answer for: those that match the filter, or the listed ones. */
export interface AskedTitles {
  readonly filter: ContentFilter;
  /** Filter by answer. */
  readonly verdict: Availability['verdict'] | undefined;
  /** Ids of the listed titles. If not empty, they replace the filter. */
  readonly titles: readonly string[];
}

interface AskedPage extends AskedTitles {
  readonly cursor: string | undefined;
}

/** Read models that the answers come from. */
export interface AnswerViews {
  readonly contents: ContentViews;
  readonly availability: AvailabilityViews;
}

/** One page of the titles that a question is about, with their answers. */
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

/** Counts all titles by answer, regardless of the answer filter. */
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

/** One page of the listed titles. There are few, in the listed order, so the cursor is an offset. */
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
  const isOffset = /^\d{1,4}$/.test(cursor ?? '') && Number(cursor) < Math.max(1, wanted.length);
  const offset = isOffset ? Number(cursor) : 0;
  const known = new Set(all.map(({ contentId }) => contentId));
  return {
    rows: wanted
      .slice(offset, offset + pageSize)
      .map((answer) => ({ ...answer, kind: null, studio: null })),
    next: offset + pageSize < wanted.length ? String(offset + pageSize) : null,
    previous: offset > 0 ? String(Math.max(0, offset - pageSize)) : null,
    total: wanted.length,
    ...(cursor === undefined || isOffset ? {} : { isUnknownCursor: true }),
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
