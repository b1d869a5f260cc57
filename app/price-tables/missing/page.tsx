import type { Metadata } from 'next';
import * as z from 'zod';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/shell/page-header';
import { requirePerson } from '@/person';
import { today } from '@/today';
import { missingAmountViews } from '../../../src/bootstrap';
import { missingAmountRows } from '../../../src/service/price-table/missing-amounts';
import { missingAddress } from '../price-address';
import { MissingList } from './missing-list';

export const metadata: Metadata = { title: 'Missing amounts' };

const search = z.object({
  studio: z.string().trim().min(1).max(200).optional().catch(undefined),
});

/** Amounts that offers on tiers need and price tables do not have, of one studio or of all. */
export default async function MissingAmountsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { studio } = search.parse(await searchParams);
  await requirePerson(missingAddress(studio));
  const day = today();
  const rows = await missingAmountRows({ studio, today: day }, missingAmountViews());
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Contracts', href: '/contracts' },
          { label: 'Price tables', href: '/price-tables' },
        ]}
        title="Missing amounts"
        beside={studio}
        actions={
          studio !== undefined && (
            <LinkButton href={missingAddress()} variant="secondary">
              All studios
            </LinkButton>
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState title="No amounts missing" place="nothing waits">
          Every tier that an offer uses has its amounts from today on.
        </EmptyState>
      ) : (
        <MissingList rows={rows} hasStudios={studio === undefined} today={day} />
      )}
    </>
  );
}
