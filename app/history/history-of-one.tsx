import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import * as z from 'zod';
import { PageHeader } from '@/ui/shell/page-header';
import { requirePerson } from '@/person';
import { historyViews } from '../../src/bootstrap';
import { today } from '@/today';
import { AsOfDayForm } from './as-of-day-form';
import { EarlierChanges } from './earlier-changes';
import { HistoryList } from './history-list';

const PAGE_SIZE = 100;

/** History page of one license or title. */
export async function HistoryOfOne({
  id,
  parent,
  above = [],
  beside,
  hasDays = false,
  actions,
  searchParams,
}: {
  id: string;
  /** Path of the parent page: `/licenses`. */
  parent: string;
  /** Breadcrumbs above the record's own page. */
  above?: readonly { readonly label: string; readonly href: string }[];
  beside?: string;
  /** Whether its page can show it as it was on a day. */
  hasDays?: boolean;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  if (!z.uuid().safeParse(id).success) notFound();
  const page = `${parent}/${id}`;
  await requirePerson(`${page}/history`);
  const { cursor } = await searchParams;
  const { entries, next } = await historyViews().history({
    aggregateId: id,
    cursor: typeof cursor === 'string' ? cursor : undefined,
    pageSize: PAGE_SIZE,
  });
  const [newest] = entries;
  if (newest === undefined) notFound();
  return (
    <>
      <PageHeader
        breadcrumbs={[...above, { label: newest.name, href: page }]}
        title="History"
        beside={beside}
        actions={actions}
      />
      {hasDays && <AsOfDayForm page={page} today={today()} />}
      <HistoryList entries={entries} isNamed={false} />
      <EarlierChanges address={`${page}/history`} next={next} />
    </>
  );
}
