import type { TitleClosing } from '../../../domain/closing';
import type { DateRangeData } from '../../../domain/values/date-range';
import type {
  AssignedOffer,
  ContentRow,
  ContentView,
} from '../../../service/content/content-views';
import type { ContentDetailsRow, LanguagesRow, OfferTuple } from '../rows';
import { territoryOfNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';
import { formatsOfRow, languagesOf, offerOf } from '../rows';

type SpanTuple = readonly [start: string, end: string | null];

/** A line of the catalog as `listColumns` reads it. */
export interface ListRow extends Omit<ContentDetailsRow, 'notes'> {
  readonly id: string;
  readonly version: number;
  readonly above: ContentView['belongsTo'];
  readonly coverage: readonly SpanTuple[];
  readonly taken_down: readonly SpanTuple[];
  readonly assignments: number;
  readonly closing: TitleClosing | null;
}

/** An assigned offer with what its license says. */
export interface AssignedRow extends LanguagesRow {
  readonly license_id: string;
  readonly license_name: string;
  readonly studio: string;
  readonly rights_type: string;
  readonly territories: readonly number[];
  readonly offer: OfferTuple;
}

/** A line of the catalog as one JSON object; days come as ISO text, so that no time zone can touch them. */
export function listColumns(table: 'page' | 'c' | 'part'): Prisma.Sql {
  const title = Prisma.raw(table);
  return Prisma.sql`json_build_object('id', ${title}.id, 'version', ${title}.version, 'title', ${title}.title,
    'kind', ${title}.kind, 'studio', ${title}.studio, 'release_year', ${title}.release_year,
    'parent_id', ${title}.parent_id, 'position', ${title}.position, 'identifiers', ${title}.identifiers,
    'above', (
      WITH RECURSIVE above AS (
        SELECT p.id, p.title, p.kind, p.parent_id, p.closing, 1 AS distance FROM content p WHERE p.id = ${title}.parent_id
        UNION ALL
        SELECT p.id, p.title, p.kind, p.parent_id, p.closing, above.distance + 1
        FROM above JOIN content p ON p.id = above.parent_id)
      SELECT coalesce(json_agg(json_build_object('id', above.id, 'title', above.title, 'kind', above.kind,
        'closed', above.closing ->> 'kind')
        ORDER BY distance DESC), '[]') FROM above),
    'coverage', (
      SELECT coalesce(json_agg(json_build_array(lower(days), upper(days)) ORDER BY days), '[]')
      FROM unnest(${title}.coverage) AS covered (days)),
    'taken_down', (
      SELECT coalesce(json_agg(json_build_array(t.starts_on, t.ends_on) ORDER BY t.number), '[]')
      FROM takedowns t WHERE t.content_id = ${title}.id),
    'assignments', (SELECT count(*)::int FROM assignments a WHERE a.content_id = ${title}.id),
    'closing', ${title}.closing)`;
}

export function contentRow(row: ListRow): ContentRow {
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
    takenDown: row.taken_down.map(span),
    assignments: row.assignments,
    closing: row.closing,
  };
}

export function assignedOffer(row: AssignedRow): AssignedOffer {
  return {
    licenseId: row.license_id,
    licenseName: row.license_name,
    studio: row.studio,
    rightsType: row.rights_type,
    territories: row.territories.map(territoryOfNumber).sort(),
    formats: formatsOfRow(row),
    languages: languagesOf(row),
    offer: offerOf(row.offer),
  };
}

export function span([start, end]: SpanTuple): DateRangeData {
  return { startsOn: start, endsOn: end };
}
