import type { AvailabilityQuestion } from '../../../domain/content/availability-question';
import type { GridTally, Tally } from '../../../service/content/availability-views';
import type {
  ContentFilter,
  ContentRow,
  ContentView,
  ContentViews,
  CountedContentFilter,
  NamedTitles,
  PastTitle,
} from '../../../service/content/content-views';
import type { Page } from '../../../service/page';
import type { Reads } from '../connection/transaction';
import type { KeyedRow, Keyset } from '../keyset';
import type { ListRow } from './content-rows';
import type { TitleMatch } from './title-search';
import { COUNT_LIMIT } from '../../../service/page';
import { Prisma } from '../../generated/prisma/client';
import { historyEntry } from '../history-views';
import { keyset } from '../keyset';
import { historyLine, storedContentChanges } from '../stored/stored-changes';
import { answeredDays, questionDays } from './answered-days';
import { gridTally } from './answered-grid';
import { filterConditions } from './content-filter';
import { filterCounts } from './filter-counts';
import { contentRow, listColumns } from './content-rows';
import { pastTitle, titleOnDay } from './past-title';
import { namedTitles } from './named-titles';
import { titlePage } from './title-page';
import { misspelt, spelled } from './title-search';
import type { StoryLine } from '../turning-points';
import { turningPoints } from '../turning-points';

/** By title; the id decides between equal ones. */
const BY_TITLE = {
  list: 'content',
  keys: [Prisma.sql`search_text COLLATE "C"`, Prisma.sql`id`],
  casts: ['text', 'uuid'],
} as const;

/** The catalog and the pages of titles on PostgreSQL. */
export class PrismaContentViews implements ContentViews {
  constructor(private readonly prisma: Reads) {}

  /**
   * One statement for the rows and one for their count. A text that nothing has as it stands is taken to be misspelt; which
   * it was on the first page, the following ones have to find out first.
   */
  async list(query: {
    readonly filter: ContentFilter;
    readonly cursor?: string | undefined;
    readonly today: string;
    readonly pageSize: number;
  }): Promise<Page<ContentRow>> {
    const { filter, cursor, today, pageSize } = query;
    const text = filter.text?.trim() ?? '';
    const others = Prisma.join(filterConditions(filter, today), ' AND ');
    const matching = (match: TitleMatch | null) => {
      const where = match === null ? others : Prisma.sql`${match.condition} AND ${others}`;
      const order = match === null ? BY_TITLE : byRank(match);
      const paging = keyset({ ...order, descending: false }, order.casts, cursor, pageSize);
      return this.page(Prisma.sql`content WHERE ${where}`, paging);
    };
    if (text === '') return matching(null);
    // Which titles a text names does not depend on the answers about them.
    if (filter.answer !== undefined || filter.grid !== undefined)
      return matching(await this.meant(text, filter, today));
    if (cursor !== undefined && !(await this.isFound(text, others)))
      return matching(misspelt(text));
    const asTyped = await matching(spelled(text));
    return asTyped.rows.length > 0 || cursor !== undefined ? asTyped : matching(misspelt(text));
  }

  async count(filter: ContentFilter, today: string): Promise<number> {
    const where = await this.matching(filter, today);
    const [counted] = await this.prisma.$queryRaw<{ total: number }[]>(
      counting(Prisma.sql`content WHERE ${where}`),
    );
    return counted?.total ?? 0;
  }

  filterCounts(of: CountedContentFilter, filter: ContentFilter, today: string) {
    return filterCounts(this.prisma, of, filter, today);
  }

  async tally(query: {
    readonly filter: Omit<ContentFilter, 'answer'>;
    readonly today: string;
    readonly question: AvailabilityQuestion;
  }): Promise<Tally> {
    const { filter, today, question } = query;
    const where = await this.matching(filter, today);
    const [found] = await this.prisma.$queryRaw<{ total: number; yes: number; partly: number }[]>`
      WITH available AS MATERIALIZED (${answeredDays(question)})
      SELECT count(*)::int AS total,
        count(*) FILTER (WHERE available.days @> ${questionDays(question)})::int AS yes,
        count(*) FILTER (WHERE NOT available.days @> ${questionDays(question)})::int AS partly
      FROM content LEFT JOIN available ON available.content_id = content.id WHERE ${where}`;
    const { total, yes, partly } = found ?? { total: 0, yes: 0, partly: 0 };
    return { yes, partly, no: total - yes - partly };
  }

  async gridTally({
    filter,
    today,
    questions,
  }: Parameters<ContentViews['gridTally']>[0]): Promise<GridTally> {
    return gridTally(this.prisma, questions, await this.matching(filter, today));
  }

  /** The condition of all titles that a filter finds. */
  private async matching(filter: ContentFilter, today: string): Promise<Prisma.Sql> {
    const text = filter.text?.trim() ?? '';
    const others = Prisma.join(filterConditions(filter, today), ' AND ');
    return text === ''
      ? others
      : Prisma.sql`${(await this.meant(text, filter, today)).condition} AND ${others}`;
  }

  /** How a text is to be understood: as it stands where any title has it so, and else as misspelt. */
  private async meant(text: string, filter: ContentFilter, today: string): Promise<TitleMatch> {
    const others = filterConditions({ ...filter, answer: undefined, grid: undefined }, today);
    const isFound = await this.isFound(text, Prisma.join(others, ' AND '));
    return isFound ? spelled(text) : misspelt(text);
  }

  async content(id: string): Promise<ContentView | null> {
    return (await titlePage(this.prisma, id, null))?.view ?? null;
  }

  async contentAsOf(id: string, version: number): Promise<PastTitle | null> {
    const latest = await this.content(id);
    return latest === null ? null : pastTitle(this.prisma, latest, version);
  }

  async contentOn(id: string, day: string): Promise<PastTitle | null> {
    const latest = await this.content(id);
    return latest === null ? null : titleOnDay(this.prisma, latest, day);
  }

  async contentSince(id: string, version: number) {
    const found = await titlePage(this.prisma, id, version);
    if (found === null) return null;
    const { view, row } = found;
    const newest = row.history.filter((entry) => entry.version > version);
    const kinds = ['content-corrected', 'title-closed', 'title-reopened'] as const;
    const places = [version, view.version] as const;
    const { lines, unread } = await turningPoints(this.prisma, id, places, kinds);
    return {
      view,
      changes: changesIn(id, [...lines, ...newest]),
      entries: newest.map((entry) => historyEntry(entry, row.title)),
      unread,
    };
  }

  async changesUpTo(id: string, version: number, count: number) {
    const lines = await this.prisma.$queryRaw<StoryLine[]>`
      SELECT version, change FROM history
      WHERE aggregate_id = ${id}::uuid AND version > ${version - count}::int AND version <= ${version}::int ORDER BY version`;
    return changesIn(id, lines);
  }

  named(texts: readonly string[]): Promise<readonly NamedTitles[]> {
    return namedTitles(this.prisma, texts);
  }

  async assignedTo(query: {
    readonly licenseId: string;
    readonly startsOn?: string | undefined;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ContentRow>> {
    const { licenseId, startsOn, cursor, pageSize } = query;
    const paging = keyset(
      { ...BY_TITLE, list: 'assigned', descending: false },
      BY_TITLE.casts,
      cursor,
      pageSize,
    );
    const ofOffer =
      startsOn === undefined ? Prisma.empty : Prisma.sql`AND offer_starts_on = ${startsOn}::date`;
    return this.page(
      Prisma.sql`content WHERE id IN (
        SELECT content_id FROM assignments WHERE license_id = ${licenseId}::uuid ${ofOffer})`,
      paging,
    );
  }

  async titlesByOffer(licenseId: string): Promise<Readonly<Record<string, number>>> {
    const rows = await this.prisma.$queryRaw<{ starts_on: string; titles: number }[]>`
      SELECT offer_starts_on::text AS starts_on, count(*)::int AS titles
      FROM assignments WHERE license_id = ${licenseId}::uuid GROUP BY offer_starts_on`;
    return Object.fromEntries(rows.map(({ starts_on: start, titles }) => [start, titles]));
  }

  /**
   * Whether any title has a text as it stands. Asked for any one of them, PostgreSQL would walk through all titles until it
   * meets it; asked for all of them, it looks into the indexes.
   */
  private async isFound(text: string, others: Prisma.Sql): Promise<boolean> {
    const [found] = await this.prisma.$queryRaw<{ any: boolean }[]>`
      WITH found AS MATERIALIZED (SELECT FROM content WHERE ${spelled(text).condition} AND ${others})
      SELECT EXISTS (SELECT FROM found) AS any`;
    return found?.any === true;
  }

  /** @param source the table with the conditions that every row and the count obey */
  private async page(source: Prisma.Sql, paging: Keyset): Promise<Page<ContentRow>> {
    const [found, [counted]] = await Promise.all([
      this.prisma.$queryRaw<(KeyedRow & { row: ListRow })[]>`
        WITH page AS (SELECT *, ${paging.columns} FROM ${source} AND ${paging.condition} ${paging.order})
        SELECT keyset, ${listColumns('page')} AS row FROM page ${paging.order}`,
      this.prisma.$queryRaw<{ total: number }[]>(counting(source)),
    ]);
    const { rows, ...place } = paging.page(found);
    return {
      rows: rows.map(({ row }) => contentRow(row)),
      ...place,
      total: counted?.total ?? 0,
    };
  }
}

/** @param source the table with the conditions of what is counted */
function counting(source: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT count(*)::int AS total FROM (SELECT FROM ${source} LIMIT ${COUNT_LIMIT + 1}) counted`;
}

function changesIn(id: string, lines: readonly StoryLine[]) {
  return lines.map(({ version, change }) =>
    storedContentChanges.read(change, historyLine(id, version)),
  );
}

/** The best match first, equal ones by title. */
function byRank({ rank }: TitleMatch) {
  return {
    list: 'content by rank',
    keys: [rank, ...BY_TITLE.keys],
    casts: ['float8', ...BY_TITLE.casts],
  } as const;
}
