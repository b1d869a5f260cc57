import type {
  Availability,
  AvailabilityQuestion,
} from '../../domain/content/availability-question';
import type { IsoDate } from '../../domain/values/date-range';
import type { AnswerViews } from './answered-titles';
import type { GridAnswer, GridTally } from './availability-views';
import type { ContentFilter } from './content-views';
import type { Page } from '../page';
import { availabilityOf } from '../../domain/content/availability';

/** The most places that one question is about: territories times devices. */
export const MAX_GRID_COLUMNS = 24;

/** A title with its answers, in the order of the questions. */
export interface GridRow {
  readonly contentId: string;
  readonly title: string;
  /** `null` for listed titles. */
  readonly kind: string | null;
  readonly studio: string | null;
  readonly answers: readonly Availability[];
}

export interface GridPage extends Page<GridRow> {
  /** Listed ids that do not belong to a title. */
  readonly unknown: readonly string[];
}

/** What is asked in several places at once; they differ in territory and device only. */
export interface AskedGrid {
  readonly questions: readonly AvailabilityQuestion[];
  readonly filter: ContentFilter;
  readonly answer: GridAnswer | undefined;
  /** Ids of the listed titles. If not empty, they replace the filter. */
  readonly titles: readonly string[];
}

/** One page of the titles that are asked for in several places, each with its answers. */
export async function answeredGrid(
  {
    questions,
    filter,
    answer,
    titles,
    cursor,
  }: AskedGrid & { readonly cursor: string | undefined },
  today: IsoDate,
  pageSize: number,
  views: AnswerViews,
): Promise<GridPage> {
  if (titles.length > 0) return namedGrid({ questions, answer, titles }, views);
  const grid = answer === undefined ? undefined : { questions, answer };
  const page = await views.contents.list({ filter: { ...filter, grid }, cursor, today, pageSize });
  const known = new Map(page.rows.map((row) => [row.id, row]));
  const rows = await gridRows([...known.keys()], questions, views);
  return {
    ...page,
    unknown: [],
    rows: rows.map((row) => {
      const { kind = null, studio = null } = known.get(row.contentId) ?? {};
      return { ...row, kind, studio };
    }),
  };
}

/** Counts all titles by their answers in several places, regardless of the answer filter. */
export async function gridTally(
  { questions, filter, titles }: Omit<AskedGrid, 'answer'>,
  today: IsoDate,
  views: AnswerViews,
): Promise<GridTally> {
  if (titles.length === 0) return views.contents.gridTally({ filter, questions, today });
  const rows = await gridRows(titles, questions, views);
  const count = (answer: GridAnswer) => rows.filter((row) => isAnswered(row, answer)).length;
  return {
    total: rows.length,
    yesEverywhere: count('yes-everywhere'),
    partlySomewhere: count('partly-somewhere'),
    noSomewhere: count('no-somewhere'),
    yes: questions.map(
      (_, place) => rows.filter(({ answers }) => answers[place]?.verdict === 'yes').length,
    ),
  };
}

/** The listed titles, on one page: there are few. */
async function namedGrid(
  { questions, answer, titles }: Omit<AskedGrid, 'filter'>,
  views: AnswerViews,
): Promise<GridPage> {
  const all = await gridRows(titles, questions, views);
  const rows = all.filter((row) => answer === undefined || isAnswered(row, answer));
  const known = new Set(all.map(({ contentId }) => contentId));
  return {
    ...{ rows, next: null, previous: null, total: rows.length },
    unknown: titles.filter((id) => !known.has(id)),
  };
}

function isAnswered({ answers }: GridRow, answer: GridAnswer): boolean {
  switch (answer) {
    case 'yes-everywhere':
      return answers.every(({ verdict }) => verdict === 'yes');
    case 'partly-somewhere':
      return answers.some(({ verdict }) => verdict === 'partly');
    case 'no-somewhere':
      return answers.some(({ verdict }) => verdict === 'no');
  }
}

/** Rights are read once for each territory; devices differ in nothing that is read. */
async function gridRows(
  ids: readonly string[],
  questions: readonly AvailabilityQuestion[],
  { availability }: AnswerViews,
): Promise<readonly GridRow[]> {
  const territories = [...new Set(questions.map(({ territory }) => territory))];
  const read = await Promise.all(
    territories.map(async (territory) => {
      const [first] = questions.filter((question) => question.territory === territory);
      const rights = first === undefined ? [] : await availability.rights(ids, first);
      return [territory, new Map(rights.map((title) => [title.contentId, title]))] as const;
    }),
  );
  const byTerritory = new Map(read);
  return ids.flatMap((id) => {
    const known = questions.flatMap((question) => {
      const title = byTerritory.get(question.territory)?.get(id);
      return title === undefined ? [] : [{ title, answer: availabilityOf(title, question) }];
    });
    const [first] = known;
    if (first === undefined) return [];
    const { contentId, title } = first.title;
    const answers = known.map(({ answer }) => answer);
    return [{ contentId, title, kind: null, studio: null, answers }];
  });
}
