'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ContentDetailsData } from '../../../src/domain/content/content-details';
import type { ContentConflict } from '../../../src/service/content/content-conflict';
import type { CommandResult } from '../../commands/command-result';
import type { ContentDetailsInput } from '../../../src/wire/forms/content';
import type { TitleOption } from '../title-option';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/overlays/notice';
import { listed } from '../../../src/domain/values/words';
import { CommandNotice, fieldError } from '../../commands/form-words';
import { useCommand } from '../../commands/use-command';
import { ContentStalePrompt } from '../content-stale-prompt';
import { contentDetailsOfForm, DetailsFields } from './details-fields';
import { mergedDetails, typedDetails } from './details-typed';

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
  const [typed, setTyped] = useState<ContentDetailsInput | null>(null);
  const [conflict, setConflict] = useState<ContentConflict | null>(null);
  const page = `/content/${contentId}`;
  const [base] = useState(() => typedDetails(details));
  const { result } = command;
  const receive = (answer: CommandResult | null) => {
    if (answer?.status === 'stale-content') setConflict(answer.conflict);
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
          const now = contentDetailsOfForm(event.currentTarget);
          setTyped(now);
          send(now, version);
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
      {conflict !== null && typed !== null && (
        <CorrectionPrompt
          conflict={conflict}
          base={base}
          typed={typed}
          answer={result}
          isBusy={isBusy}
          onApply={send}
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

function CorrectionPrompt({
  conflict,
  base,
  typed,
  onApply,
  ...rest
}: {
  conflict: ContentConflict;
  base: ContentDetailsInput;
  typed: ContentDetailsInput;
  answer: CommandResult | null;
  isBusy: boolean;
  onApply: (details: ContentDetailsInput, version: number) => void;
  onAgain: () => void;
  onKeepEditing: () => void;
  onDrop: () => void;
}) {
  const { details, disputed } = mergedDetails(base, typed, typedDetails(conflict.details));
  return (
    <ContentStalePrompt
      {...rest}
      conflict={conflict}
      yours="Your edits"
      details={
        <Notice tone={disputed.length > 0 ? 'attention' : 'someone'} role="note">
          {disputed.length > 0
            ? `You both changed ${listed(disputed)}: applying saves your values there. Other fields keep their current values.`
            : 'Applying saves your edits. Other fields keep their current values.'}
        </Notice>
      }
      onApply={() => {
        onApply(details, conflict.latestVersion);
      }}
    />
  );
}
