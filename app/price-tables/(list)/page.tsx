import type { Metadata } from 'next';
import { Link } from '@/ui/link';
import * as z from 'zod';
import type { PriceTableRow } from '../../../src/service/price-table/price-table-views';
import { LinkButton } from '@/ui/link-button';
import { EmptyState } from '@/ui/lists/empty-state';
import { ListTable } from '@/ui/lists/list-table';
import { Pager } from '@/ui/lists/pager';
import { ForEditors } from '@/ui/role';
import { PageHeader } from '@/ui/shell/page-header';
import { requirePerson } from '@/person';
import { cursor as listCursor } from '../../../src/wire/address';
import { missingAddress } from '../price-address';
import { priceTableViews } from '../../../src/bootstrap';
import { formatDay } from '../../../src/domain/values/date-range';

export const metadata: Metadata = { title: 'Price tables' };

const PAGE_SIZE = 50;
const search = z.object({ cursor: listCursor });

const ROW =
  'grid items-center gap-x-4 px-4 max-sm:grid-cols-[minmax(0,1fr)_auto] sm:grid-cols-[minmax(10rem,2fr)_6rem_10rem_10rem]';

export default async function PriceTablesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requirePerson('/price-tables');
  const { cursor } = search.parse(await searchParams);
  const [page, without] = await Promise.all([
    priceTableViews().list({ cursor, pageSize: PAGE_SIZE }),
    priceTableViews().studiosWithout(),
  ]);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Contracts', href: '/contracts' }]}
        title="Price tables"
        actions={
          <>
            <LinkButton href="/price-tables/plans" variant="secondary">
              Price plans
            </LinkButton>
            <LinkButton href={missingAddress()} variant="secondary">
              Missing amounts
            </LinkButton>
          </>
        }
      />
      {page.rows.length === 0 ? (
        <EmptyState title="No price tables yet" place="a studio’s prices go here">
          A price table says what a studio’s price tiers cost, by format and territory, from a day
          on.
        </EmptyState>
      ) : (
        <>
          <ListTable
            label="Price tables"
            columns={ROW}
            heads={
              <>
                <span role="columnheader">Studio</span>
                <span role="columnheader" className="text-end">
                  Tiers
                </span>
                <span role="columnheader">First day</span>
                <span role="columnheader">Last change</span>
              </>
            }
          >
            {page.rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </ListTable>
          <Pager page={page} noun="price table" address={(to) => `/price-tables?cursor=${to}`} />
        </>
      )}
      <ForEditors>
        {without.length > 0 && (
          <section aria-labelledby="without" className="px-4 py-4">
            <h2 id="without" className="pb-1 text-panel-title">
              Studios without a price table
            </h2>
            <ul className="flex flex-wrap gap-x-4">
              {without.map((studio) => (
                <li key={studio}>
                  <Link
                    href={`/price-tables/new?studio=${encodeURIComponent(studio)}`}
                    prefetch={false}
                    className="inline-flex min-h-6 items-center text-body text-ink-2 underline underline-offset-2 hover:text-ink"
                  >
                    {studio}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </ForEditors>
    </>
  );
}

function Line({ row }: { row: PriceTableRow }) {
  return (
    <div
      role="row"
      className={`${ROW} relative min-h-9 border-b border-line hover:bg-ink/5 has-focus-visible:bg-ink/5 max-sm:py-2`}
    >
      <span role="rowheader" className="min-w-0 truncate">
        <Link
          href={`/price-tables/${row.id}`}
          prefetch={false}
          className="font-emphasis text-ink after:absolute after:inset-0"
        >
          {row.studio}
        </Link>
      </span>
      <span role="cell" className="text-end tabular-nums">
        {row.tiers}
      </span>
      <span role="cell" className="text-ink-2 max-sm:hidden">
        {row.firstDay === null ? '' : formatDay(row.firstDay)}
      </span>
      <span role="cell" className="text-ink-2 max-sm:hidden">
        {row.lastDay === null ? '' : formatDay(row.lastDay)}
      </span>
    </div>
  );
}
