import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { HistoryList } from '@/history/history-list';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { requireWorker } from '@/worker';
import { historyViews } from '../../../../src/bootstrap';

export const metadata: Metadata = { title: 'History of a title' };

const PAGE_SIZE = 100;

export default async function ContentHistoryPage({
  params,
  searchParams,
}: {
  params: Promise<{ contentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { contentId } = await params;
  if (!z.uuid().safeParse(contentId).success) notFound();
  await requireWorker(`/content/${contentId}/history`);
  const { cursor } = await searchParams;
  const { entries, next } = await historyViews().history({
    aggregateId: contentId,
    cursor: typeof cursor === 'string' ? cursor : undefined,
    pageSize: PAGE_SIZE,
  });
  const [newest] = entries;
  if (newest === undefined) notFound();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Content', href: '/content' },
          { label: newest.name, href: `/content/${contentId}` },
        ]}
        title="History"
      />
      <HistoryList entries={entries} isNamed={false} />
      {next !== null && (
        <nav aria-label="Pages of history" className="flex justify-end px-4 py-3">
          <LinkButton href={`/content/${contentId}/history?cursor=${next}`} variant="secondary">
            Earlier changes
          </LinkButton>
        </nav>
      )}
    </>
  );
}
