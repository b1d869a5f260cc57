import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { HistoryList } from '@/history/history-list';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { requireWorker } from '@/worker';
import { historyViews } from '../../../../src/bootstrap';

export const metadata: Metadata = { title: 'History of a license' };

const PAGE_SIZE = 100;

export default async function LicenseHistoryPage({
  params,
  searchParams,
}: {
  params: Promise<{ licenseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { licenseId } = await params;
  if (!z.uuid().safeParse(licenseId).success) notFound();
  await requireWorker(`/licenses/${licenseId}/history`);
  const { cursor } = await searchParams;
  const { entries, next } = await historyViews().history({
    aggregateId: licenseId,
    cursor: typeof cursor === 'string' ? cursor : undefined,
    pageSize: PAGE_SIZE,
  });
  const [newest] = entries;
  if (newest === undefined) notFound();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: newest.name, href: `/licenses/${licenseId}` }]}
        title="History"
        beside="Each version leads to the timeline as it was then."
      />
      <HistoryList entries={entries} isNamed={false} />
      {next !== null && (
        <nav aria-label="Pages of history" className="flex justify-end px-4 py-3">
          <LinkButton href={`/licenses/${licenseId}/history?cursor=${next}`} variant="secondary">
            Earlier changes
          </LinkButton>
        </nav>
      )}
    </>
  );
}
