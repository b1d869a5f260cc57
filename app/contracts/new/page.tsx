import type { Metadata } from 'next';
import { PageHeader } from '@/ui/page-header';
import { today } from '@/today';
import { requireWorker } from '@/worker';
import { ContractForm } from '../contract-form';

export const metadata: Metadata = { title: 'New contract' };

export default async function NewContractPage() {
  await requireWorker('/contracts/new');
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
