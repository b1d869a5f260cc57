import type { Metadata } from 'next';
import * as z from 'zod';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { Pager } from '@/ui/lists/pager';
import { ForEditors } from '@/ui/role';
import { totalWords } from '@/words/total-words';
import { requirePerson } from '@/person';
import { importViews } from '../../../src/bootstrap';
import { cursor } from '../../../src/wire/address';
import { IMPORTS } from '../import-address';
import { ImportList } from '../import-list';
import { UploadArea } from '../upload-area';

export const metadata: Metadata = { title: 'Imports' };

const PAGE_SIZE = 50;

const parameters = z.object({
  waiting: z.literal('yes').optional().catch(undefined),
  cursor,
});

export default async function ImportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requirePerson(IMPORTS);
  const query = parameters.parse(await searchParams);
  const isWaiting = query.waiting !== undefined;
  const page = await importViews().list({
    isWaiting,
    cursor: query.cursor,
    pageSize: PAGE_SIZE,
  });
  return (
    <>
      <header className="flex min-h-12 items-center gap-1.5 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">
          Imports{' '}
          {page.total > 0 && (
            <span className="font-normal text-ink-3">{totalWords(page.total)}</span>
          )}
        </h1>
        {isWaiting && (
          <p className="flex items-center gap-3 text-body text-ink-2">
            that wait for a decision
            <LinkButton href={IMPORTS} variant="quiet" size="toolbar">
              Show all
            </LinkButton>
          </p>
        )}
      </header>
      <ForEditors>
        <UploadArea />
      </ForEditors>
      {page.rows.length === 0 && isWaiting && (
        <EmptyState title="No imports wait" place="nothing to decide">
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
            address={(next) => `${IMPORTS}?${isWaiting ? 'waiting=yes&' : ''}cursor=${next}`}
          />
        </>
      )}
    </>
  );
}
