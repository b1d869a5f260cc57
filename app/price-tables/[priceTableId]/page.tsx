import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import type { PriceTableChange } from '../../../src/domain/price-table/price-table-change';
import type { StoryLine } from '../../../src/domain/standing';
import type { NextUndo } from '../../licenses/undo/next-undo';
import { nextToUndo, WALKED } from '../../licenses/undo/next-undo';
import { HistoryList } from '@/history/history-list';
import { today } from '@/today';
import { requirePerson } from '@/person';
import { historyViews, missingAmountViews, priceTableViews } from '../../../src/bootstrap';
import { waitingCells } from '../../../src/service/price-table/missing-amounts';
import { inversePrices, takesPricesBack } from '../../../src/domain/price-table/price-table-change';
import { standing } from '../../../src/domain/standing';
import { cellOfSearch } from '../price-address';
import { PriceTableWorkspace } from '../price-table-workspace';

export const metadata: Metadata = { title: 'Price table' };

const PAGE_SIZE = 20;

export default async function PriceTablePage({
  params,
  searchParams,
}: {
  params: Promise<{ priceTableId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { priceTableId } = await params;
  if (!z.uuid().safeParse(priceTableId).success) notFound();
  const person = await requirePerson(`/price-tables/${priceTableId}`);
  const [table, { entries }] = await Promise.all([
    priceTableViews().table(priceTableId),
    historyViews().history({ aggregateId: priceTableId, pageSize: PAGE_SIZE }),
  ]);
  if (table === null) notFound();
  return (
    <PriceTableWorkspace
      table={table}
      waiting={await waitingCells({ studio: table.studio, today: today() }, missingAmountViews())}
      today={today()}
      breadcrumbs={[
        { label: 'Contracts', href: '/contracts' },
        { label: 'Price tables', href: '/price-tables' },
      ]}
      undo={await undoOf(priceTableId, table.version, person.id)}
      initialCell={cellOfSearch(await searchParams)}
    >
      <section aria-labelledby="history" className="border-t border-line bg-canvas">
        <h2 id="history" className="px-4 pt-3 pb-1 text-panel-title">
          History
        </h2>
        <HistoryList entries={entries} isNamed={false} />
      </section>
    </PriceTableWorkspace>
  );
}

/** The newest change that still counts and can be taken back. */
async function undoOf(id: string, version: number, personId: string): Promise<NextUndo | null> {
  const since = await priceTableViews().tableSince(id, Math.max(0, version - WALKED));
  if (since === null) return null;
  const counting = (story: readonly StoryLine<PriceTableChange>[]) =>
    standing(story, takesPricesBack);
  return nextToUndo(since, counting, inversePrices, personId)?.next ?? null;
}
