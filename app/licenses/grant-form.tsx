'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import type { Option } from '@/ui/fields/select-field';
import { FormSelectField } from '@/forms/fields';
import { FormOfFields } from '@/forms/form-of-fields';
import { useCommandForm } from '@/forms/use-command-form';
import { DEVICES } from '../../src/domain/values/device';
import { useCommand } from '../commands/use-command';
import { DetailsFields } from './details-fields';
import { CommandNotice } from '../commands/form-words';
import type { FormInput } from '../../src/wire/forms/forms';
import { LICENSE_FORMS, type DetailsInput } from '../../src/wire/forms/license';

/** Grants a license under a contract, and goes to it. */
export function GrantForm({
  contracts,
  initialContract,
  firstDay,
}: {
  contracts: readonly Option[];
  initialContract: string | undefined;
  firstDay: string;
}) {
  const router = useRouter();
  const command = useCommand<'grant-license'>({
    onAnswer: (answer) => {
      if (answer.status === 'saved') router.push(`/licenses/${answer.id}`);
    },
  });
  const { form, draft, result, submit } = useCommandForm({
    command,
    initial: {
      // The license's identity is typed with it: however often it is sent, it is one license.
      licenseId: useState(() => uuid())[0],
      contractId: initialContract ?? '',
      name: '',
      notes: '',
      rightsType: '',
      territories: [] as string[],
      devices: [...DEVICES] as string[],
      firstDay,
      lastDay: '',
    },
    check: (values) => ({
      codec: LICENSE_FORMS['grant-license'],
      typed: grantOf(values),
      within: 'details',
    }),
    draft: { form: `new-license/${initialContract ?? ''}`, version: 0 },
  });
  const isBusy = command.phase !== 'idle' || command.result?.status === 'saved';
  return (
    <FormOfFields
      form={form}
      draft={draft}
      className="flex max-w-150 flex-col gap-4 px-4 py-5"
      onSubmit={submit((values) => ({ kind: 'grant-license', input: grantOf(values) }))}
    >
      <FormSelectField
        label="Contract"
        name="contractId"
        options={contracts}
        placeholder="Choose the contract that grants it"
      />
      <DetailsFields />
      <CommandNotice result={result} onAgain={() => void command.resend()} />
      <div className="flex items-center gap-2">
        <Button type="submit" variant="primary" isPending={isBusy}>
          Grant license
        </Button>
        <LinkButton href="/licenses" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </FormOfFields>
  );
}

function grantOf({
  licenseId,
  contractId,
  ...details
}: DetailsInput & { licenseId: string; contractId: string }): FormInput<'grant-license'> {
  return { licenseId, contractId, details };
}
