import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import * as z from 'zod';
import { today } from '@/today';
import { requirePerson } from '@/person';
import { priceTableViews } from '../../../src/bootstrap';
import { PriceTableWorkspace } from '../price-table-workspace';

export const metadata: Metadata = { title: 'New price table' };

const search = z.object({ studio: z.string().trim().min(1).max(200) });

export default async function NewPriceTablePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { data } = search.safeParse(await searchParams);
  if (data === undefined) notFound();
  const { studio } = data;
  await requirePerson(`/price-tables/new?studio=${encodeURIComponent(studio)}`, 'editor');
  const existing = await priceTableViews().ofStudio(studio);
  if (existing !== null) redirect(`/price-tables/${existing.id}`);
  return (
    <PriceTableWorkspace
      table={{ id: null, studio, version: 0, prices: [] }}
      today={today()}
      breadcrumbs={[
        { label: 'Contracts', href: '/contracts' },
        { label: 'Price tables', href: '/price-tables' },
      ]}
      undo={null}
    />
  );
}
