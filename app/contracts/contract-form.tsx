'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { ContractDetails } from '../../src/domain/contract/contract';
import type { CommandResult } from '../commands/command-result';
import { Button } from '@/ui/button';
import { DateDayField } from '@/ui/fields/date-field';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/overlays/notice';
import { useOwnId } from '@/ui/role';
import { TextAreaField } from '@/ui/fields/text-area-field';
import { TextField } from '@/ui/fields/text-field';
import { authorsOf } from '@/live/authors';
import { CommandNotice, fieldError } from '../commands/form-words';
import { textOf } from '../licenses/license-commands';
import { useCommand } from '../commands/use-command';

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
  const ownId = useOwnId();
  const command = useCommand();
  // The contract's identity is made once per form: however often it is sent, it is one contract.
  const [contractId] = useState(() => contract?.id ?? uuid());
  const { result } = command;
  const errorOf = (field: string) => fieldError(result, field);
  const initial = contract?.details ?? { studio: '', reference: '', signedOn, notes: '' };
  const proceed = (answer: CommandResult | null) => {
    if (answer?.status === 'saved') router.push(`/contracts/${answer.id}`);
  };
  const submit = (form: HTMLFormElement, version: number | undefined) => {
    const data = new FormData(form);
    const details = {
      studio: textOf(data, 'studio'),
      reference: textOf(data, 'reference'),
      signedOn: textOf(data, 'signedOn'),
      notes: textOf(data, 'notes'),
    };
    void command
      .send(
        version === undefined
          ? { kind: 'record-contract', input: { contractId, details } }
          : { kind: 'correct-contract', input: { contractId, details, expectedVersion: version } },
      )
      .then(proceed);
  };
  const latest = result?.status === 'stale-contract' ? result.version : contract?.version;
  const isBusy = command.phase !== 'idle' || result?.status === 'saved';
  return (
    <form
      noValidate
      className="flex max-w-150 flex-col gap-4 px-4 py-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget, latest);
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
      {result?.status === 'stale-contract' && (
        <Notice
          tone="someone"
          role="alert"
          answer={result}
          title={`${authorsOf(result.since, ownId).subject} saved while you were editing.`}
        >
          {result.since.map(({ words }) => words).join('. ')}. Your input is kept. Nothing has been
          saved yet. Applying replaces all four fields with yours.
        </Notice>
      )}
      <CommandNotice result={result} onAgain={() => void command.resend().then(proceed)} />
      <div className="flex items-center gap-2">
        <Button type="submit" variant="primary" isPending={isBusy}>
          {result?.status === 'stale-contract'
            ? `Apply to version ${result.version}`
            : contract === undefined
              ? 'Record contract'
              : 'Save'}
        </Button>
        <LinkButton
          href={contract === undefined ? '/contracts' : `/contracts/${contract.id}`}
          variant="quiet"
        >
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}
