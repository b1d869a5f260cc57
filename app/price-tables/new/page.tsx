import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import * as z from 'zod';
import { today } from '@/today';
import { requirePerson } from '@/person';
import { missingAmountViews, priceTableViews } from '../../../src/bootstrap';
import { waitingCells } from '../../../src/service/price-table/missing-amounts';
import { cellOfSearch, cellSearch } from '../price-address';
import { PriceTableWorkspace } from '../price-table-workspace';

export const metadata: Metadata = { title: 'New price table' };

const search = z.object({ studio: z.string().trim().min(1).max(200) });

export default async function NewPriceTablePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const parameters = await searchParams;
  const { data } = search.safeParse(parameters);
  if (data === undefined) notFound();
  const { studio } = data;
  const cell = cellOfSearch(parameters);
  const address =
    cell === null ? new URLSearchParams({ studio }).toString() : cellSearch(studio, cell);
  await requirePerson(`/price-tables/new?${address}`);
  const existing = await priceTableViews().ofStudio(studio);
  if (existing !== null)
    redirect(`/price-tables/${existing.id}${cell === null ? '' : `?${address}`}`);
  await requirePerson(`/price-tables/new?${address}`, 'editor');
  return (
    <PriceTableWorkspace
      table={{ id: null, studio, version: 0, prices: [] }}
      waiting={await waitingCells({ studio, today: today() }, missingAmountViews())}
      today={today()}
      breadcrumbs={[
        { label: 'Contracts', href: '/contracts' },
        { label: 'Price tables', href: '/price-tables' },
      ]}
      undo={null}
      initialCell={cell}
    />
  );
}
