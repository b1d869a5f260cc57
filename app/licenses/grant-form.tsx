'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { SelectField, type Option } from '@/ui/fields/select-field';
import { DEVICES } from '../../src/domain/values/device';
import { useCommand } from '../commands/use-command';
import { DetailsFields } from './details-fields';
import { CommandNotice, fieldError } from '../commands/form-words';
import { detailsOfForm, textOf } from './license-commands';

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
  const command = useCommand();
  // The license's identity is made once per form: however often it is sent, it is one license.
  const [licenseId] = useState(() => uuid());
  const errorOf = (field: string) => fieldError(command.result, field);
  const proceed = (answer: Awaited<ReturnType<typeof command.resend>>) => {
    if (answer?.status === 'saved') router.push(`/licenses/${answer.id}`);
  };
  const isBusy = command.phase !== 'idle' || command.result?.status === 'saved';
  return (
    <form
      noValidate
      className="flex max-w-150 flex-col gap-4 px-4 py-5"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        void command
          .send({
            kind: 'grant-license',
            input: {
              licenseId,
              contractId: textOf(new FormData(form), 'contractId'),
              details: detailsOfForm(form),
            },
          })
          .then(proceed);
      }}
    >
      <SelectField
        label="Contract"
        name="contractId"
        options={contracts}
        defaultValue={initialContract}
        placeholder="Choose the contract that grants it"
        errorMessage={errorOf('contractId')}
      />
      <DetailsFields
        initial={{
          name: '',
          notes: '',
          rightsType: '',
          territories: [],
          devices: [...DEVICES],
          firstDay,
          lastDay: '',
        }}
        errorOf={errorOf}
      />
      <CommandNotice result={command.result} onAgain={() => void command.resend().then(proceed)} />
      <div className="flex items-center gap-2">
        <Button type="submit" variant="primary" isPending={isBusy}>
          Grant license
        </Button>
        <LinkButton href="/licenses" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}
