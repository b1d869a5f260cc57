'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { ContractDetails } from '../../src/domain/contract/contract';
import type { ContractConflict } from '../../src/service/conflict/conflict';
import type { CommandResult } from '../commands/command-result';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { FormDateField, FormTextAreaField, FormTextField } from '@/forms/fields';
import { FormOfFields } from '@/forms/form-of-fields';
import { useCommandForm } from '@/forms/use-command-form';
import { conflictOf } from '../commands/command-result';
import { CommandNotice } from '../commands/form-words';
import { useCommand } from '../commands/use-command';

// Comes when a correction is stale.
const ContractConflictDialog = dynamic(() =>
  import('./contract-conflict-dialog').then((module) => module.ContractConflictDialog),
);

/** A contract that is there to be corrected, at the version its page shows. */
export interface CorrectedContract {
  readonly id: string;
  readonly version: number;
  readonly details: ContractDetails;
}

/** Records a contract, or corrects one, and goes to it. */
export function ContractForm({
  contract,
  signedOn,
}: {
  /** Left out to record a new one. */
  contract?: CorrectedContract | undefined;
  /** What a new contract's date begins with. */
  signedOn: string;
}) {
  const router = useRouter();
  const [conflict, setConflict] = useState<ContractConflict | null>(null);
  const command = useCommand<'record-contract' | 'correct-contract'>({
    onAnswer: (answer) => {
      const stale = conflictOf(answer, 'contract');
      if (stale !== null) setConflict(stale);
      else if (DECIDED.has(answer.status)) setConflict(null);
      if (answer.status === 'saved') router.push(`/contracts/${answer.id}`);
    },
  });
  const { form, base, draft, result, submit, send } = useCommandForm({
    command,
    initial: {
      // A new contract's identity is typed with it: however often it is sent, it is one contract.
      contractId: useState(() => contract?.id ?? uuid())[0],
      ...(contract?.details ?? { studio: '', reference: '', signedOn, notes: '' }),
    },
    check: ({ contractId: _, ...details }) => ({
      codec: loadCodec,
      typed: details,
      part: 'details',
    }),
    draft: {
      form: contract === undefined ? 'new-contract' : `contract/${contract.id}/details`,
      version: contract?.version ?? 0,
    },
  });
  const page = contract === undefined ? '/contracts' : `/contracts/${contract.id}`;
  const isBusy = command.phase !== 'idle' || command.result?.status === 'saved';
  const again = () => void command.resend();
  return (
    <>
      <FormOfFields
        form={form}
        draft={draft}
        className="flex max-w-150 flex-col gap-4 px-4 py-5"
        onSubmit={submit(({ contractId, ...details }) =>
          contract === undefined
            ? { kind: 'record-contract', input: { contractId, details } }
            : {
                kind: 'correct-contract',
                input: { contractId, details, expectedVersion: base.version },
              },
        )}
      >
        <FormTextField label="Studio" name="studio" autoComplete="off" />
        <FormTextField label="Reference number" name="reference" isMono autoComplete="off" />
        <FormDateField label="Signed on" name="signedOn" className="max-w-50" />
        <FormTextAreaField label="Notes" name="notes" />
        {conflict === null && <CommandNotice result={result} onAgain={again} />}
        <div className="flex items-center gap-2">
          <Button type="submit" variant="primary" isPending={isBusy}>
            {contract === undefined ? 'Record contract' : 'Save'}
          </Button>
          <LinkButton href={page} variant="quiet">
            Cancel
          </LinkButton>
        </div>
      </FormOfFields>
      {conflict !== null && (
        <ContractConflictDialog
          key={conflict.latestVersion}
          conflict={conflict}
          answer={command.result}
          isBusy={isBusy}
          onApply={(change) => {
            if (change.kind !== 'contract-corrected') return;
            const { after: details } = change;
            send({
              kind: 'correct-contract',
              input: {
                contractId: form.getValues('contractId'),
                details,
                expectedVersion: conflict.latestVersion,
              },
            });
          }}
          onAgain={again}
          onKeepEditing={() => {
            setConflict(null);
            command.dismiss();
          }}
          onDrop={() => {
            draft.discard();
            router.push(page);
          }}
        />
      )}
    </>
  );
}

/** Results that are shown in the form, not in the dialog of a stale correction. */
const DECIDED = new Set<CommandResult['status']>(['refused', 'invalid', 'unchanged']);

async function loadCodec() {
  return (await import('../../src/wire/forms/contract')).contractDetailsInput;
}
