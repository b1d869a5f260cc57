'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ContentDetailsData } from '../../../src/domain/content/content-details';
import type { ContentConflict } from '../../../src/service/conflict/conflict';
import type { TitleOption } from '../title-option';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { FormOfFields } from '@/forms/form-of-fields';
import { useCommandForm } from '@/forms/use-command-form';
import { conflictOf } from '../../commands/command-result';
import { CommandNotice } from '../../commands/form-words';
import { useCommand } from '../../commands/use-command';
import { titleDraft } from '../content-commands';
import { DetailsFields } from './details-fields';
import { detailsOf, typedDetails, typedTitle } from './details-typed';

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
  const [conflict, setConflict] = useState<ContentConflict | null>(null);
  const page = `/content/${contentId}`;
  const command = useCommand<'correct-title'>({
    onAnswer: (answer) => {
      const stale = conflictOf(answer, 'content');
      if (stale !== null) setConflict(stale);
      if (answer.status === 'saved') router.push(page);
      // What is refused now is refused at its field, and that nothing is to be saved is said in the form.
      if (answer.status === 'invalid' || answer.status === 'refused') setConflict(null);
      if (answer.status === 'unchanged') setConflict(null);
    },
  });
  const { form, base, draft, result, submit, send } = useCommandForm({
    command,
    initial: typedTitle(details, parent),
    check: (values) => ({ codec: loadCodec, typed: detailsOf(values), part: 'details' }),
    draft: { form: titleDraft.details(contentId), version },
  });
  const isBusy = command.phase !== 'idle' || command.result?.status === 'saved';
  const again = () => void command.resend();
  return (
    <>
      <FormOfFields
        form={form}
        draft={draft}
        className="flex max-w-150 flex-col gap-4 px-4 py-5"
        onSubmit={submit((values) => ({
          kind: 'correct-title',
          input: { contentId, details: detailsOf(values), expectedVersion: base.version },
        }))}
      >
        <DetailsFields isKindFixed />
        {conflict === null && <CommandNotice result={result} onAgain={again} />}
        <div className="flex items-center gap-2">
          <Button type="submit" variant="primary" isPending={isBusy}>
            Save
          </Button>
          <LinkButton href={page} variant="quiet">
            Cancel
          </LinkButton>
        </div>
      </FormOfFields>
      {conflict !== null && (
        <ContentConflictDialog
          key={conflict.latestVersion}
          conflict={conflict}
          answer={command.result}
          isBusy={isBusy}
          onApply={(change) => {
            if (change.kind !== 'content-corrected') return;
            const { latestVersion: expectedVersion } = conflict;
            send({
              kind: 'correct-title',
              input: { contentId, details: typedDetails(change.after), expectedVersion },
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

async function loadCodec() {
  return (await import('../../../src/wire/forms/content')).contentDetailsInput;
}
