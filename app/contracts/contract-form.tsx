'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { ContractDetails } from '../../src/domain/contract/contract';
import type { ContractConflict } from '../../src/service/conflict/conflict';
import type { CommandResult } from '../commands/command-result';
import { Button } from '@/ui/button';
import { DateDayField } from '@/ui/fields/date-field';
import { LinkButton } from '@/ui/link-button';
import { TextAreaField } from '@/ui/fields/text-area-field';
import { TextField } from '@/ui/fields/text-field';
import { conflictOf } from '../commands/command-result';
import { CommandNotice, fieldError } from '../commands/form-words';
import { textOf } from '../licenses/license-commands';
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
  const command = useCommand();
  // The contract's identity is made once per form: however often it is sent, it is one contract.
  const [contractId] = useState(() => contract?.id ?? uuid());
  const { result } = command;
  const errorOf = (field: string) => fieldError(result, field);
  const initial = contract?.details ?? { studio: '', reference: '', signedOn, notes: '' };
  const [conflict, setConflict] = useState<ContractConflict | null>(null);
  const proceed = (answer: CommandResult | null) => {
    const stale = conflictOf(answer, 'contract');
    if (stale !== null) setConflict(stale);
    else if (answer !== null && DECIDED.has(answer.status)) setConflict(null);
    if (answer?.status === 'saved') router.push(`/contracts/${answer.id}`);
  };
  const send = (details: ContractDetails, expectedVersion = contract?.version) => {
    void command
      .send(
        expectedVersion === undefined
          ? { kind: 'record-contract', input: { contractId, details } }
          : { kind: 'correct-contract', input: { contractId, details, expectedVersion } },
      )
      .then(proceed);
  };
  const isBusy = command.phase !== 'idle' || result?.status === 'saved';
  const again = () => void command.resend().then(proceed);
  return (
    <>
      <form
        noValidate
        className="flex max-w-150 flex-col gap-4 px-4 py-5"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          send({
            studio: textOf(data, 'studio'),
            reference: textOf(data, 'reference'),
            signedOn: textOf(data, 'signedOn'),
            notes: textOf(data, 'notes'),
          });
        }}
      >
        <TextField
          label="Studio"
          name="studio"
          defaultValue={initial.studio}
          errorMessage={errorOf('studio')}
          autoComplete="off"
        />
        <TextField
          label="Reference number"
          name="reference"
          isMono
          defaultValue={initial.reference}
          errorMessage={errorOf('reference')}
          autoComplete="off"
        />
        <DateDayField
          label="Signed on"
          name="signedOn"
          className="max-w-50"
          defaultValue={initial.signedOn}
          errorMessage={errorOf('signedOn')}
        />
        <TextAreaField
          label="Notes"
          name="notes"
          defaultValue={initial.notes}
          errorMessage={errorOf('notes')}
        />
        {conflict === null && <CommandNotice result={result} onAgain={again} />}
        <div className="flex items-center gap-2">
          <Button type="submit" variant="primary" isPending={isBusy}>
            {contract === undefined ? 'Record contract' : 'Save'}
          </Button>
          <LinkButton
            href={contract === undefined ? '/contracts' : `/contracts/${contract.id}`}
            variant="quiet"
          >
            Cancel
          </LinkButton>
        </div>
      </form>
      {conflict !== null && (
        <ContractConflictDialog
          key={conflict.latestVersion}
          conflict={conflict}
          answer={result}
          isBusy={isBusy}
          onApply={({ after }) => {
            send(after, conflict.latestVersion);
          }}
          onAgain={again}
          onKeepEditing={() => {
            setConflict(null);
            command.dismiss();
          }}
          onDrop={() => {
            router.push(`/contracts/${contractId}`);
          }}
        />
      )}
    </>
  );
}

/** Results that are shown in the form, not in the dialog of a stale correction. */
const DECIDED = new Set<CommandResult['status']>(['refused', 'invalid', 'unchanged']);
