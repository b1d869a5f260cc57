import type { Availability, AvailabilityQuestion } from '../../src/domain/availability';
import type { IsoDate } from '../../src/domain/date-range';
import type { AvailabilityViews, ContentViews } from '../../src/service/views';
import type { Asked } from './question';
import { availabilityOf } from '../../src/domain/availability';

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
  /** Ids in the address that no title has. */
  readonly unknown: readonly string[];
}

/** What the answers are read from. */
export interface AnswerViews {
  readonly contents: ContentViews;
  readonly availability: AvailabilityViews;
}

/** One page of the titles that a question is about, each with its answer. */
export async function answeredTitles(
  { filter, titles, cursor }: Pick<Asked, 'filter' | 'titles' | 'cursor'>,
  question: AvailabilityQuestion,
  today: IsoDate,
  pageSize: number,
  views: AnswerViews,
): Promise<AnsweredPage> {
  if (titles.length > 0) return namedTitles(titles, cursor, question, pageSize, views);
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

/** Titles named one by one are few and stand in the order of the address: a place in it is the cursor. */
async function namedTitles(
  ids: readonly string[],
  cursor: string | undefined,
  question: AvailabilityQuestion,
  pageSize: number,
  views: AnswerViews,
): Promise<AnsweredPage> {
  const isPlace = /^\d{1,4}$/.test(cursor ?? '') && Number(cursor) < ids.length;
  const place = isPlace ? Number(cursor) : 0;
  const here = ids.slice(place, place + pageSize);
  const answers = await answersFor(here, question, views);
  const known = new Set(answers.map(({ contentId }) => contentId));
  return {
    rows: answers.map((answer) => ({ ...answer, kind: null, studio: null })),
    next: place + pageSize < ids.length ? String(place + pageSize) : null,
    previous: place > 0 ? String(Math.max(0, place - pageSize)) : null,
    total: ids.length,
    ...(cursor === undefined || isPlace ? {} : { isUnknownCursor: true }),
    unknown: here.filter((id) => !known.has(id)),
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
