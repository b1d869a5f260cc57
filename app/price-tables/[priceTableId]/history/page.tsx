import type { Metadata } from 'next';
import { HistoryOfOne } from '@/history/history-of-one';

export const metadata: Metadata = { title: 'History of a price table' };

export default async function PriceTableHistoryPage({
  params,
  searchParams,
}: {
  params: Promise<{ priceTableId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { priceTableId } = await params;
  return (
    <HistoryOfOne
      id={priceTableId}
      parent="/price-tables"
      above={[{ label: 'Price tables', href: '/price-tables' }]}
      searchParams={searchParams}
    />
  );
}
