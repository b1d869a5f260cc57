import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { identity } from '../../../../src/wire/forms/typed';
import { PageHeader } from '@/ui/shell/page-header';
import { Pager } from '@/ui/lists/pager';
import { requirePerson } from '@/person';
import { contentViews, rowViews } from '../../../../src/bootstrap';
import { numbered } from '../../title-words';
import { RowsTable } from '../../rows/rows-table';

export const metadata: Metadata = { title: 'Imported rows of a title' };

const PAGE_SIZE = 50;

export default async function TitleRowsPage({
  params,
  searchParams,
}: {
  params: Promise<{ contentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { contentId } = await params;
  if (!identity.safeParse(contentId).success) notFound();
  await requirePerson(`/content/${contentId}/rows`);
  const { cursor } = await searchParams;
  const [view, page] = await Promise.all([
    contentViews().content(contentId),
    rowViews().rows(contentId, {
      cursor: typeof cursor === 'string' ? cursor : undefined,
      pageSize: PAGE_SIZE,
    }),
  ]);
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Content', href: '/content' },
          { label: numbered(view.details), href: `/content/${contentId}` },
        ]}
        title="Imported rows"
      >
        <p className="max-w-150 text-body text-ink-2">
          The rows that its offers were imported with. Exports return their cells; what decides the
          rights is on the licenses.
        </p>
      </PageHeader>
      {page.rows.length === 0 ? (
        <p className="px-4 py-6 text-body text-ink-2">
          No offer of this title was imported, so there are no rows.
        </p>
      ) : (
        <>
          <RowsTable rows={page.rows} hasCells />
          <Pager
            page={page}
            noun="row"
            address={(to) =>
              `/content/${contentId}/rows?${new URLSearchParams({ cursor: to }).toString()}`
            }
          />
        </>
      )}
    </>
  );
}
