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
import { UNRESTRICTED } from '../../../src/domain/license/terms';
import { typedFurtherTerms } from '../typed-further-terms';
import { DEVICES } from '../../../src/domain/values/device';
import { useCommand } from '../../commands/use-command';
import { DetailsFields } from './details-fields';
import type { CommandResult } from '../../commands/command-result';
import { TwinNotice } from './twin-notice';
import { CommandNotice } from '../../commands/form-words';
import type { FormInput } from '../../../src/wire/forms/forms';
import { LICENSE_FORMS, type DetailsInput } from '../../../src/wire/forms/license';

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
  // What the last answer is about; the form may have been edited since.
  const [asked, setAsked] = useState<FormInput<'grant-license'> | null>(null);
  const { form, draft, result, send, submit } = useCommandForm({
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
      ...typedFurtherTerms(UNRESTRICTED),
      firstDay,
      lastDay: '',
    },
    check: (values) => ({
      codec: LICENSE_FORMS['grant-license'],
      typed: grantOf(values, 'ask'),
      within: 'details',
    }),
    draft: { form: `new-license/${initialContract ?? ''}`, version: 0 },
  });
  const twin = twinIn(result, asked);
  const isBusy = command.phase !== 'idle' || command.result?.status === 'saved';
  return (
    <FormOfFields
      form={form}
      draft={draft}
      className="flex max-w-150 flex-col gap-4 px-4 py-5"
      onSubmit={submit((values) => {
        const input = grantOf(values, 'ask');
        setAsked(input);
        return { kind: 'grant-license', input };
      })}
    >
      <FormSelectField
        label="Contract"
        name="contractId"
        options={contracts}
        placeholder="Choose the contract that grants it"
      />
      <DetailsFields />
      {twin === null ? (
        <CommandNotice result={result} onAgain={() => void command.resend()} />
      ) : (
        <TwinNotice
          {...twin}
          isBusy={isBusy}
          onGrantTwice={() => {
            send({ kind: 'grant-license', input: grantOf(form.getValues(), 'grant') });
          }}
        />
      )}
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

function grantOf(
  { licenseId, contractId, ...details }: DetailsInput & { licenseId: string; contractId: string },
  ifTwin: 'ask' | 'grant',
): FormInput<'grant-license'> {
  return { licenseId, contractId, details, ifTwin };
}

/** The license that grants the same already, when the answer asks about one, beside the terms that were asked for. */
function twinIn(answer: CommandResult | null, asked: FormInput<'grant-license'> | null) {
  if (answer?.status !== 'refused' || answer.twin === undefined) return null;
  const read = LICENSE_FORMS['grant-license'].safeParse(asked);
  return read.success ? { answer, twin: answer.twin, mine: read.data.details.terms } : null;
}
