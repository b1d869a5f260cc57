import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import * as z from 'zod';
import { PageHeader } from '@/ui/shell/page-header';
import { today } from '@/today';
import { requirePerson } from '@/person';
import { contractViews } from '../../../../src/bootstrap';
import { ContractForm } from '../../contract-form';

export const metadata: Metadata = { title: 'Edit contract' };

export default async function EditContractPage({
  params,
}: {
  params: Promise<{ contractId: string }>;
}) {
  const { contractId } = await params;
  if (!z.uuid().safeParse(contractId).success) notFound();
  await requirePerson(`/contracts/${contractId}/edit`, 'editor');
  const day = today();
  const contract = await contractViews().contract(contractId, day);
  if (contract === null) notFound();
  // A void contract does not change until it is brought back.
  if (contract.closing !== null) redirect(`/contracts/${contractId}`);
  const { id, version, studio, reference, signedOn, notes } = contract;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Contracts', href: '/contracts' },
          { label: reference, href: `/contracts/${id}`, isMono: true },
        ]}
        title="Edit details"
      />
      <ContractForm
        contract={{ id, version, details: { studio, reference, signedOn, notes } }}
        signedOn={day}
      />
    </>
  );
}
