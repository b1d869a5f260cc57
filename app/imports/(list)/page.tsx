import type { Metadata } from 'next';
import * as z from 'zod';
import type { SearchParameters } from '../../../src/wire/address';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { Pager } from '@/ui/lists/pager';
import { ForEditors } from '@/ui/role';
import { totalWords } from '@/words/total-words';
import { requirePerson } from '@/person';
import { importViews } from '../../../src/bootstrap';
import { cursor, parametersOf, view } from '../../../src/wire/address';
import { SavedViews } from '../../views/saved-views';
import { IMPORTS, importsAddress } from '../import-address';
import { ImportFilters } from '../import-filters';
import { ImportList } from '../import-list';
import { UploadArea } from '../upload-area';

export const metadata: Metadata = { title: 'Imports' };

const PAGE_SIZE = 50;

const parameters = z.object({
  waiting: z.literal('yes').optional().catch(undefined),
  view,
  cursor,
});

export default async function ImportsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const person = await requirePerson(IMPORTS);
  const search = await searchParams;
  const query = parameters.parse(parametersOf(search, []));
  const isWaiting = query.waiting !== undefined;
  const page = await importViews().list(listed(search, PAGE_SIZE));
  return (
    <>
      <header className="flex min-h-12 flex-wrap items-center gap-3 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">
          Imports{' '}
          {page.total > 0 && (
            <span className="font-normal text-ink-3">{totalWords(page.total)}</span>
          )}
        </h1>
        <ImportFilters isWaiting={isWaiting} view={query.view} />
      </header>
      <SavedViews
        list="imports"
        personId={person.id}
        search={search}
        all="All imports"
        countOf={async (saved) => (await importViews().list(listed(saved, 1))).total}
      />
      <ForEditors>
        <UploadArea />
      </ForEditors>
      {page.rows.length === 0 && isWaiting && (
        <EmptyState
          title="No imports wait"
          place="nothing to decide"
          actions={<LinkButton href={IMPORTS}>Show all imports</LinkButton>}
        >
          Every checked file is saved or set aside.
        </EmptyState>
      )}
      {page.rows.length === 0 && !isWaiting && (
        <EmptyState title="No imports yet" place="your first file goes here">
          Studios send their avails as spreadsheets in the EMA and MovieLabs format, versions 1.7 to
          1.9.
          <ForEditors>
            {' '}
            Upload one above. It is checked first; then you review its changes before you save them.
          </ForEditors>
        </EmptyState>
      )}
      {page.rows.length > 0 && (
        <>
          <ImportList rows={page.rows} />
          <Pager
            page={page}
            noun="import"
            address={(next) => importsAddress({ isWaiting, view: query.view, cursor: next })}
          />
        </>
      )}
    </>
  );
}

function listed(search: SearchParameters, pageSize: number) {
  const { waiting, cursor: place } = parameters.parse(parametersOf(search, []));
  return { isWaiting: waiting !== undefined, cursor: place, pageSize };
}
