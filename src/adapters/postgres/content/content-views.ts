import type { AvailabilityQuestion } from '../../../domain/content/availability';
import type { DateRangeData } from '../../../domain/values/date-range';
import type {
  AssignedOffer,
  ContentFilter,
  ContentRow,
  ContentView,
  ContentViews,
  CoverageState,
  NamedTitles,
  Page,
  Tally,
} from '../../../service/views';
import type { PrismaClient } from '../../generated/prisma/client';
import type { HistoryRow } from '../history-views';
import type { KeyedRow, Keyset } from '../keyset';
import type { ContentDetailsRow, OfferTuple } from '../rows';
import type { TitleMatch } from './title-search';
import { fold } from '../../../domain/names/folding';
import { territoryOfNumber } from '../../../domain/values/territory';
import { COUNT_LIMIT, DARK_SOON, NAMESAKES } from '../../../service/views';
import { Prisma } from '../../generated/prisma/client';
import { answeredDays, isAnswered, questionDays } from './answered-days';
import { historyEntry } from '../history-views';
import { historyLine, storedContentChanges } from '../stored/stored-changes';
import { keyset } from '../keyset';
import { contentDetailsOf, offerColumns, offerOf } from '../rows';
import { studioIs } from '../text-search';
import { identifiersMeant, misspelt, spelled } from './title-search';

type SpanTuple = readonly [start: string, end: string | null];

interface ListRow extends Omit<ContentDetailsRow, 'notes'> {
  readonly id: string;
  readonly version: number;
  readonly above: ContentView['belongsTo'];
  readonly coverage: readonly SpanTuple[];
  readonly assignments: number;
}

interface AssignedRow {
  readonly license_id: string;
  readonly license_name: string;
  readonly studio: string;
  readonly rights_type: string;
  readonly territories: readonly number[];
  readonly offer: OfferTuple;
}

interface ViewRow extends ListRow {
  readonly notes: string;
  readonly parts: readonly ListRow[];
  readonly assigned: readonly AssignedRow[];
  readonly history: readonly HistoryRow[];
}

/** Most parts of a title that its page shows. */
const PARTS_LIMIT = 200;
/** PostgreSQL's largest integer. */
const MAX_VERSION = 2 ** 31 - 1;

/** By title; the id decides between equal ones. */
const BY_TITLE = {
  list: 'content',
  keys: [Prisma.sql`search_text COLLATE "C"`, Prisma.sql`id`],
  casts: ['text', 'uuid'],
} as const;

/** The catalog and the pages of titles on PostgreSQL. */
export class PrismaContentViews implements ContentViews {
  constructor(private readonly prisma: PrismaClient) {}

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
    const others = Prisma.join(conditions(filter, today), ' AND ');
    const matching = (match: TitleMatch | null) => {
      const where = match === null ? others : Prisma.sql`${match.condition} AND ${others}`;
      const order = match === null ? BY_TITLE : byRank(match);
      const paging = keyset({ ...order, descending: false }, order.casts, cursor, pageSize);
      return this.page(Prisma.sql`content WHERE ${where}`, paging);
    };
    if (text === '') return matching(null);
    // Which titles a text names does not depend on the answers about them.
    if (filter.answer !== undefined) return matching(await this.meant(text, filter, today));
    if (cursor !== undefined && !(await this.isFound(text, others)))
      return matching(misspelt(text));
    const asTyped = await matching(spelled(text));
    return asTyped.rows.length > 0 || cursor !== undefined ? asTyped : matching(misspelt(text));
  }

  async tally(query: {
    readonly filter: Omit<ContentFilter, 'answer'>;
    readonly today: string;
    readonly question: AvailabilityQuestion;
  }): Promise<Tally> {
    const { filter, today, question } = query;
    const text = filter.text?.trim() ?? '';
    const others = Prisma.join(conditions(filter, today), ' AND ');
    const where =
      text === ''
        ? others
        : Prisma.sql`${(await this.meant(text, filter, today)).condition} AND ${others}`;
    const [found] = await this.prisma.$queryRaw<{ total: number; yes: number; partly: number }[]>`
      WITH available AS MATERIALIZED (${answeredDays(question)})
      SELECT count(*)::int AS total,
        count(*) FILTER (WHERE available.days @> ${questionDays(question)})::int AS yes,
        count(*) FILTER (WHERE NOT available.days @> ${questionDays(question)})::int AS partly
      FROM content LEFT JOIN available ON available.content_id = content.id WHERE ${where}`;
    const { total, yes, partly } = found ?? { total: 0, yes: 0, partly: 0 };
    return { yes, partly, no: total - yes - partly };
  }

  /** How a text is to be understood: as it stands where any title has it so, and else as misspelt. */
  private async meant(text: string, filter: ContentFilter, today: string): Promise<TitleMatch> {
    const others = conditions({ ...filter, answer: undefined }, today);
    const isFound = await this.isFound(text, Prisma.join(others, ' AND '));
    return isFound ? spelled(text) : misspelt(text);
  }

  async content(id: string): Promise<ContentView | null> {
    return (await this.read(id, null))?.view ?? null;
  }

  async contentSince(id: string, version: number) {
    const found = await this.read(id, version);
    if (found === null) return null;
    const later = found.row.history.filter((entry) => entry.version > version);
    return {
      view: found.view,
      changes: later.map((line) =>
        storedContentChanges.read(line.change, historyLine(id, line.version)),
      ),
      entries: later.map((entry) => historyEntry(entry, found.row.title)),
    };
  }

  async named(texts: readonly string[]): Promise<readonly NamedTitles[]> {
    const spellings = texts.map((text) => identifiersMeant(text));
    const rows = await this.prisma.$queryRaw<{ place: number; row: ListRow }[]>`
      WITH asked AS (
        SELECT * FROM unnest(${texts.map(fold)}::text[], ${texts.map((text) => text.toLowerCase())}::text[],
          ${spellings.map((all) => all.at(-1) ?? '')}::text[]) WITH ORDINALITY AS t (name, typed, canonical, place)),
      named AS (
        SELECT place, id FROM asked CROSS JOIN LATERAL (
          SELECT id FROM content WHERE search_text COLLATE "C" = name COLLATE "C"
          UNION SELECT content_id FROM content_identifiers WHERE lower(value) IN (typed, canonical)
          LIMIT ${NAMESAKES}::int) found)
      SELECT place::int, ${listColumns('page')} AS row
      FROM named JOIN content page ON page.id = named.id
      ORDER BY place, search_text COLLATE "C", page.id`;
    const found = texts.map((text) => ({ text, titles: new Array<ContentRow>() }));
    for (const { place, row } of rows) found[place - 1]?.titles.push(contentRow(row));
    return found;
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
      this.prisma.$queryRaw<{ total: number }[]>`
        SELECT count(*)::int AS total FROM (SELECT FROM ${source} LIMIT ${COUNT_LIMIT + 1}) counted`,
    ]);
    const { rows, ...place } = paging.page(found);
    return {
      rows: rows.map(({ row }) => contentRow(row)),
      ...place,
      total: counted?.total ?? 0,
    };
  }

  /** The title with its newest line of history, or with all of them after a version, in order. */
  private async read(
    id: string,
    after: number | null,
  ): Promise<{ view: ContentView; row: ViewRow } | null> {
    const lines =
      after === null
        ? Prisma.sql`h.version = c.version`
        : Prisma.sql`(h.version > ${Math.min(after, MAX_VERSION)} OR h.version = c.version)`;
    const [found] = await this.prisma.$queryRaw<
      ({ row: ListRow } & Omit<ViewRow, keyof ListRow>)[]
    >`
      SELECT ${listColumns('c')} AS row, notes,
        (SELECT coalesce(json_agg(${listColumns('part')} ORDER BY position, search_text COLLATE "C", id), '[]')
          FROM (SELECT * FROM content WHERE parent_id = c.id
            ORDER BY position, search_text COLLATE "C", id LIMIT ${PARTS_LIMIT}) part) AS parts,
        (SELECT coalesce(json_agg(json_build_object('license_id', l.id, 'license_name', l.name, 'studio', l.studio,
            'rights_type', l.rights_type, 'territories', l.territories, 'offer', (
              SELECT ${offerColumns} FROM (SELECT o.*) own)) ORDER BY o.starts_on, l.id), '[]')
          FROM assignments a
          JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
          JOIN licenses l ON l.id = a.license_id
          WHERE a.content_id = c.id) AS assigned,
        (SELECT jsonb_agg(to_jsonb(h) ORDER BY h.version) FROM history h
          WHERE h.aggregate_id = c.id AND ${lines}) AS history
      FROM content c WHERE id = ${id}::uuid`;
    const newest = found?.history.at(-1);
    if (found === undefined || newest === undefined) return null;
    const row: ViewRow = { ...found.row, ...found };
    const view: ContentView = {
      id,
      version: row.version,
      details: contentDetailsOf(row),
      belongsTo: row.above,
      parts: row.parts.map(contentRow),
      coverage: row.coverage.map(span),
      assigned: row.assigned.map(assignedOffer),
      lastChange: historyEntry(newest, row.title),
    };
    return { view, row };
  }
}

/** The best match first, equal ones by title. */
function byRank({ rank }: TitleMatch) {
  return {
    list: 'content by rank',
    keys: [rank, ...BY_TITLE.keys],
    casts: ['float8', ...BY_TITLE.casts],
  } as const;
}

/** A line of the catalog as one JSON object; days come as ISO text, so that no time zone can touch them. */
function listColumns(table: 'page' | 'c' | 'part'): Prisma.Sql {
  const title = Prisma.raw(table);
  return Prisma.sql`json_build_object('id', ${title}.id, 'version', ${title}.version, 'title', ${title}.title,
    'kind', ${title}.kind, 'studio', ${title}.studio, 'release_year', ${title}.release_year,
    'parent_id', ${title}.parent_id, 'position', ${title}.position, 'identifiers', ${title}.identifiers,
    'above', (
      WITH RECURSIVE above AS (
        SELECT p.id, p.title, p.kind, p.parent_id, 1 AS distance FROM content p WHERE p.id = ${title}.parent_id
        UNION ALL
        SELECT p.id, p.title, p.kind, p.parent_id, above.distance + 1
        FROM above JOIN content p ON p.id = above.parent_id)
      SELECT coalesce(json_agg(json_build_object('id', above.id, 'title', above.title, 'kind', above.kind)
        ORDER BY distance DESC), '[]') FROM above),
    'coverage', (
      SELECT coalesce(json_agg(json_build_array(lower(days), upper(days)) ORDER BY days), '[]')
      FROM unnest(${title}.coverage) AS covered (days)),
    'assignments', (SELECT count(*)::int FROM assignments a WHERE a.content_id = ${title}.id))`;
}

function contentRow(row: ListRow): ContentRow {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    kind: row.kind,
    studio: row.studio,
    releaseYear: row.release_year,
    belongsTo: row.above.map(({ id, title }) => ({ id, title })),
    position: row.position,
    identifiers: row.identifiers,
    coverage: row.coverage.map(span),
    assignments: row.assignments,
  };
}

function assignedOffer(row: AssignedRow): AssignedOffer {
  return {
    licenseId: row.license_id,
    licenseName: row.license_name,
    studio: row.studio,
    rightsType: row.rights_type,
    territories: row.territories.map(territoryOfNumber).sort(),
    offer: offerOf(row.offer),
  };
}

function span([start, end]: SpanTuple): DateRangeData {
  return { startsOn: start, endsOn: end };
}

function conditions(filter: ContentFilter, today: string): Prisma.Sql[] {
  const { studio, kind, parentId, coverage, answer } = filter;
  const parts: Prisma.Sql[] = [Prisma.sql`true`];
  if (studio !== undefined) parts.push(studioIs(studio));
  if (kind !== undefined) parts.push(Prisma.sql`kind = ${kind}`);
  if (parentId !== undefined) parts.push(Prisma.sql`parent_id = ${parentId}::uuid`);
  if (coverage !== undefined) parts.push(covered(coverage, today));
  if (answer !== undefined) parts.push(isAnswered(answer));
  return parts;
}

/**
 * How a title stands, seen from today:
 *
 * - `on-offer`: today is one of the days of its coverage anywhere; `off-offer`: it is not.
 * - `going-dark`: in some territory as some rights type, the first day after all its coverage there is one of the next
 *   `DARK_SOON` days, today not among them.
 * - `gap-ahead`: in some territory as some rights type, a day after today is the first without an offer, and a later one
 *   has an offer there again. A gap that runs today already is none ahead.
 */
function covered(state: CoverageState, today: string): Prisma.Sql {
  switch (state) {
    case 'on-offer':
      return Prisma.sql`coverage @> ${today}::date`;
    case 'off-offer':
      return Prisma.sql`NOT coverage @> ${today}::date`;
    case 'going-dark':
      return Prisma.sql`id IN (SELECT content_id FROM content_coverage
        WHERE dark_on > ${today}::date AND dark_on <= ${today}::date + ${DARK_SOON}::int)`;
    case 'gap-ahead':
      // Where no gap runs today, every one that overlaps the days ahead begins there.
      return Prisma.sql`id IN (SELECT content_id FROM content_coverage
        WHERE gaps <> '{}' AND gaps && daterange(${today}::date + 1, NULL) AND (NOT gaps @> ${today}::date
          OR EXISTS (SELECT FROM unnest(gaps) AS gap (days) WHERE lower(gap.days) > ${today}::date)))`;
  }
}
