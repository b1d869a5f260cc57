import type { Metadata } from 'next';
import * as z from 'zod';
import { HistoryList } from '@/history/history-list';
import { requirePerson } from '@/person';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/shell/page-header';
import { fullInstant } from '@/words/instant';
import { historyViews, visits } from '../../../src/bootstrap';
import { newsSince, visitAt } from '../../../src/service/today/visits';
import { cursor } from '../../../src/wire/address';
import { TODAY } from '../today-address';

export const metadata: Metadata = { title: 'Changes by others' };

const PAGE_SIZE = 50;

const search = z.object({ since: z.iso.datetime().optional().catch(undefined), cursor });

/** What others changed since a person was last here. */
export default async function OthersChangesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await requirePerson(`${TODAY}/changes`);
  const asked = search.parse(await searchParams);
  const since =
    asked.since ?? newsSince(visitAt(await visits().last(id), new Date().toISOString(), {}));
  const { entries, next } = await historyViews().history({
    ...{ notBy: id, after: since, cursor: asked.cursor },
    pageSize: PAGE_SIZE,
  });
  const more = next && new URLSearchParams({ since, cursor: next }).toString();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Today', href: TODAY }]}
        title="Changes by others"
        beside={`since ${fullInstant(since)}`}
        actions={<LinkButton href="/history">All history</LinkButton>}
      />
      {entries.length === 0 ? (
        <EmptyState title="No changes by others" place="the next change goes here">
          Nobody else has changed anything since then.
        </EmptyState>
      ) : (
        <HistoryList entries={entries} isNamed />
      )}
      {more !== null && (
        <nav aria-label="Pages of changes" className="flex justify-end px-4 py-3">
          <LinkButton href={`${TODAY}/changes?${more}`}>Earlier changes</LinkButton>
        </nav>
      )}
    </>
  );
}
