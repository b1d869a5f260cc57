import type { Metadata } from 'next';
import * as z from 'zod';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { Pager } from '@/ui/lists/pager';
import { PageHeader } from '@/ui/shell/page-header';
import { requirePerson } from '@/person';
import { today } from '@/today';
import { missingAmountViews } from '../../../src/bootstrap';
import { missingAmountPage } from '../../../src/service/price-table/missing-amounts';
import { cursor, searched } from '../../../src/wire/address';
import type { MissingQuery } from '../price-address';
import { territoryName } from '../../../src/domain/values/territory';
import { missingAddress } from '../price-address';
import { SavedViews } from '../../views/saved-views';
import { MissingList } from './missing-list';

export const metadata: Metadata = { title: 'Missing amounts' };

const PAGE_SIZE = 50;

const search = z.object({
  studio: searched,
  territory: searched,
  rights: searched,
  cursor,
});

/** Amounts that offers on tiers need and price tables do not have, of one studio or of all. */
export default async function MissingAmountsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const given = await searchParams;
  const { cursor: from, ...asked } = search.parse(given);
  const { studio, territory, rights: rightsType } = asked;
  const person = await requirePerson(missingAddress(asked));
  const day = today();
  const page = await missingAmountPage(
    { studio, territory, rightsType, cursor: from, today: day, pageSize: PAGE_SIZE },
    missingAmountViews(),
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Contracts', href: '/contracts' },
          { label: 'Price tables', href: '/price-tables' },
        ]}
        title="Missing amounts"
        beside={narrowedTo(asked)}
        actions={
          narrowedTo(asked) !== undefined && (
            <LinkButton href={missingAddress()} variant="secondary">
              All missing amounts
            </LinkButton>
          )
        }
      />
      <SavedViews
        list="missing-amounts"
        personId={person.id}
        search={given}
        all="All missing amounts"
      />
      {page.total === 0 ? (
        <EmptyState title="No amounts missing" place="nothing waits">
          Every tier that an offer uses has its amounts from today on.
        </EmptyState>
      ) : (
        <>
          <MissingList rows={page.rows} hasStudios={studio === undefined} today={day} />
          <Pager
            page={page}
            noun="amount"
            address={(to) => missingAddress({ ...asked, cursor: to })}
          />
        </>
      )}
    </>
  );
}

/** What the amounts are narrowed to, in words; `undefined` for nothing. */
function narrowedTo({ studio, territory, rights }: MissingQuery): string | undefined {
  const place = territory === undefined ? undefined : territoryName(territory);
  const parts = [studio, place, rights].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}
