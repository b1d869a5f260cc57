import type { Metadata } from 'next';
import type { ContentQuery } from '../list/content-address';
import type { ContentFilterChoice } from '../list/content-filters';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { Pager } from '@/ui/lists/pager';
import { ForEditors } from '@/ui/role';
import { today } from '@/today';
import { totalWords } from '@/words/total-words';
import { requirePerson } from '@/person';
import { contentViews, contractViews } from '../../../src/bootstrap';
import { SavedViews } from '../../views/saved-views';
import { CatalogBulk, ChooseCatalogTitles } from '../bulk/catalog-bulk';
import { stripSpan } from '../../timeline/strip-span';
import { contentAddress, contentFilterOf } from '../list/content-address';
import { ContentFilters } from '../list/content-filters';
import { ContentList } from '../list/content-list';
import { contentQuery } from '../list/content-query';
import { titleFilters } from '../list/title-filters';

export const metadata: Metadata = { title: 'Content' };

const PAGE_SIZE = 50;

export default async function ContentPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const person = await requirePerson('/content');
  const search = await searchParams;
  const query = contentQuery(search);
  const day = today();
  const [page, studios] = await Promise.all([
    contentViews().list({
      filter: contentFilterOf(query),
      cursor: query.cursor,
      today: day,
      pageSize: PAGE_SIZE,
    }),
    contractViews().studios(),
  ]);
  const list = { label: 'Titles', strip: stripSpan(day), today: day };
  return (
    <CatalogBulk>
      <header className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">
          Content <span className="font-normal text-ink-3">{totalWords(page.total)}</span>
        </h1>
        <div className="ms-auto">
          <ForEditors>
            <LinkButton href="/content/new" variant="primary">
              Register a title
            </LinkButton>
          </ForEditors>
        </div>
      </header>
      <SavedViews
        list="content"
        personId={person.id}
        search={search}
        all="All titles"
        countOf={(saved) => contentViews().count(contentFilterOf(contentQuery(saved)), day)}
      />
      <ContentFilters query={query} choices={choices(studios)} />
      {page.rows.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <>
          {query.closed === undefined ? (
            <ChooseCatalogTitles count={page.rows.length} total={page.total} search={search}>
              <ContentList {...list} rows={page.rows} isChoosable />
            </ChooseCatalogTitles>
          ) : (
            // A title that is not in the catalog has nothing to export.
            <ContentList {...list} rows={page.rows} />
          )}
          <Pager page={page} noun="title" address={(cursor) => contentAddress(query, { cursor })} />
        </>
      )}
    </CatalogBulk>
  );
}

function Nothing({ query }: { query: ContentQuery }) {
  const isFiltered = Object.values(contentFilterOf(query)).some((value) => value !== undefined);
  if (isFiltered)
    return (
      <EmptyState
        title="No titles match"
        place="nothing on this scale"
        actions={
          <LinkButton href="/content" variant="secondary">
            Show all titles
          </LinkButton>
        }
      >
        Search by title (misspellings are found) or by the start of an identifier. Remove a filter
        or shorten your search.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No titles yet"
      place="your first title goes here"
      actions={
        <>
          <ForEditors>
            <LinkButton href="/content/new" variant="primary">
              Register a title
            </LinkButton>
          </ForEditors>
          <LinkButton href="/licenses" variant="secondary">
            Open licenses
          </LinkButton>
        </>
      }
    >
      A title is a movie, series, season, episode or other work you can offer. You register it with
      its first offer, so create a license and an offer first.
    </EmptyState>
  );
}

const COUNTED = { isSeveral: true, isCounted: true } as const;

function choices(studios: readonly string[]): ContentFilterChoice[] {
  return [
    ...titleFilters(studios).map((filter) => ({ ...filter, ...COUNTED })),
    {
      name: 'coverage',
      label: 'Coverage',
      options: [
        { value: 'on-offer', label: 'On offer today' },
        { value: 'off-offer', label: 'Not on offer today' },
        { value: 'going-dark', label: 'Going dark in 90 days' },
        { value: 'gap-ahead', label: 'Gap ahead' },
        { value: 'taken-down', label: 'Taken down today' },
      ],
      ...COUNTED,
    },
    {
      name: 'closed',
      label: 'Closed',
      options: [
        { value: 'retired', label: 'Retired' },
        { value: 'void', label: 'Void' },
      ],
      ...COUNTED,
    },
  ];
}
