'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ContentDetailsData } from '../../../src/domain/content/content-details';
import type { ContentConflict } from '../../../src/service/conflict/conflict';
import type { CommandResult } from '../../commands/command-result';
import type { ContentDetailsInput } from '../../../src/wire/forms/content';
import type { TitleOption } from '../title-option';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { conflictOf } from '../../commands/command-result';
import { CommandNotice, fieldError } from '../../commands/form-words';
import { useCommand } from '../../commands/use-command';
import { contentDetailsOfForm, DetailsFields } from './details-fields';
import { typedDetails } from './details-typed';

// Comes when a correction is stale.
const ContentConflictDialog = dynamic(() =>
  import('../content-conflict-dialog').then((module) => module.ContentConflictDialog),
);

/** Corrects what a title is known by, and goes back to it. */
export function CorrectForm({
  contentId,
  version,
  details,
  parent,
}: {
  contentId: string;
  /** The version the form shows. */
  version: number;
  details: ContentDetailsData;
  parent: TitleOption | null;
}) {
  const router = useRouter();
  const command = useCommand();
  const [conflict, setConflict] = useState<ContentConflict | null>(null);
  const page = `/content/${contentId}`;
  const [base] = useState(() => typedDetails(details));
  const { result } = command;
  const receive = (answer: CommandResult | null) => {
    const stale = conflictOf(answer, 'content');
    if (stale !== null) setConflict(stale);
    if (answer?.status === 'saved') router.push(page);
    // What is refused now is refused at its field, and that nothing is to be saved is said in the form.
    if (answer?.status === 'invalid' || answer?.status === 'refused') setConflict(null);
    if (answer?.status === 'unchanged') setConflict(null);
  };
  const send = (sent: ContentDetailsInput, expectedVersion: number) => {
    void command
      .send({ kind: 'correct-title', input: { contentId, details: sent, expectedVersion } })
      .then(receive);
  };
  const isBusy = command.phase !== 'idle' || result?.status === 'saved';
  return (
    <>
      <form
        noValidate
        className="flex max-w-150 flex-col gap-4 px-4 py-5"
        onSubmit={(event) => {
          event.preventDefault();
          send(contentDetailsOfForm(event.currentTarget), version);
        }}
      >
        <DetailsFields
          initial={base}
          initialParent={parent}
          isKindFixed
          errorOf={(field) => fieldError(result, field)}
          onChanged={command.dismiss}
        />
        {conflict === null && (
          <CommandNotice result={result} onAgain={() => void command.resend().then(receive)} />
        )}
        <div className="flex items-center gap-2">
          <Button type="submit" variant="primary" isPending={isBusy}>
            Save
          </Button>
          <LinkButton href={page} variant="quiet">
            Cancel
          </LinkButton>
        </div>
      </form>
      {conflict !== null && (
        <ContentConflictDialog
          key={conflict.latestVersion}
          conflict={conflict}
          answer={result}
          isBusy={isBusy}
          onApply={(change) => {
            if (change.kind === 'content-corrected')
              send(typedDetails(change.after), conflict.latestVersion);
          }}
          onAgain={() => void command.resend().then(receive)}
          onKeepEditing={() => {
            setConflict(null);
            command.dismiss();
          }}
          onDrop={() => {
            router.push(page);
          }}
        />
      )}
    </>
  );
}
