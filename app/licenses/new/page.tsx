import type { Metadata } from 'next';
import * as z from 'zod';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/shell/page-header';
import { today } from '@/today';
import { requirePerson } from '@/person';
import { contractViews } from '../../../src/bootstrap';
import { GrantForm } from '../terms/grant-form';

export const metadata: Metadata = { title: 'New license' };

/** How many contracts can be chosen from; with more, a license is granted from its contract's page. */
const MAX_CONTRACTS = 500;

export default async function NewLicensePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requirePerson('/licenses/new', 'editor');
  const { contract } = await searchParams;
  const chosen = z.uuid().safeParse(contract);
  const day = today();
  const [{ rows }, given] = await Promise.all([
    contractViews().list({ today: day, pageSize: MAX_CONTRACTS }),
    chosen.success ? contractViews().contract(chosen.data, day) : null,
  ]);
  const isOffered = given?.closing === null;
  const contracts = !isOffered || rows.some(({ id }) => id === given.id) ? rows : [given, ...rows];
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Licenses', href: '/licenses' }]}
        title="Grant a license"
      />
      {contracts.length === 0 ? (
        <EmptyState
          title="A contract comes first"
          place="the license goes here"
          actions={
            <LinkButton href="/contracts/new" variant="primary">
              Record a contract
            </LinkButton>
          }
        >
          A license is granted under a contract with a studio. None is recorded yet.
        </EmptyState>
      ) : (
        <GrantForm
          contracts={contracts.map(({ id, studio, reference }) => ({
            value: id,
            label: `${studio} · ${reference}`,
          }))}
          initialContract={isOffered ? given.id : undefined}
          firstDay={day}
        />
      )}
    </>
  );
}
