import type { ContentRow, NamedTitles } from '../../../service/content/content-views';
import type { Reads } from '../connection/transaction';
import type { ListRow } from './content-rows';
import { fold } from '../../../domain/names/folding';
import { NAMESAKES } from '../../../service/content/content-views';
import { contentRow, listColumns } from './content-rows';
import { identifiersMeant } from './title-search';

/** What each text names, in the order of the texts: titles of the catalog, at most `NAMESAKES` each, by title. */
export async function namedTitles(
  prisma: Reads,
  texts: readonly string[],
): Promise<readonly NamedTitles[]> {
  const spellings = texts.map((text) => identifiersMeant(text));
  const rows = await prisma.$queryRaw<{ place: number; row: ListRow }[]>`
    WITH asked AS (
      SELECT * FROM unnest(${texts.map(fold)}::text[], ${texts.map((text) => text.toLowerCase())}::text[],
        ${spellings.map((all) => all.at(-1) ?? '')}::text[]) WITH ORDINALITY AS t (name, typed, canonical, place)),
    named AS (
      SELECT place, id FROM asked CROSS JOIN LATERAL (
        SELECT id FROM content WHERE search_text COLLATE "C" = name COLLATE "C"
        UNION SELECT content_id FROM content_identifiers WHERE lower(value) IN (typed, canonical)
        LIMIT ${NAMESAKES}::int) found)
    SELECT place::int, ${listColumns('page')} AS row
    FROM named JOIN content page ON page.id = named.id AND page.closing IS NULL
    ORDER BY place, search_text COLLATE "C", page.id`;
  const found = texts.map((text) => ({ text, titles: new Array<ContentRow>() }));
  for (const { place, row } of rows) found[place - 1]?.titles.push(contentRow(row));
  return found;
}
