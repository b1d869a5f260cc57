import type { Metadata } from 'next';
import { PageHeader } from '@/ui/shell/page-header';
import { today } from '@/today';
import { requirePerson } from '@/person';
import { ContractForm } from '../contract-form';

export const metadata: Metadata = { title: 'New contract' };

export default async function NewContractPage() {
  await requirePerson('/contracts/new', 'editor');
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Contracts', href: '/contracts' }]}
        title="Record a contract"
      />
      <ContractForm signedOn={today()} />
    </>
  );
}
