import type { Metadata } from 'next';
import { HistoryOfOne } from '@/history/history-of-one';

export const metadata: Metadata = { title: 'History of a title' };

export default async function ContentHistoryPage({
  params,
  searchParams,
}: {
  params: Promise<{ contentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { contentId } = await params;
  return (
    <HistoryOfOne
      id={contentId}
      parent="/content"
      beside="Each version links to the title at that time."
      above={[{ label: 'Content', href: '/content' }]}
      hasDays
      searchParams={searchParams}
    />
  );
}
