'use client';

import { useId } from 'react';
import type { ShownOffer } from './content-commands';
import type { ContentEditing, ContentPanel } from './use-content-editing';
import { Notice } from '@/ui/overlays/notice';
import { SheetFooter } from '@/ui/overlays/sheet-footer';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { FormOfFields } from '@/forms/form-of-fields';
import { useCommandForm } from '@/forms/use-command-form';
import { chosenOffer } from '../../src/wire/forms/content';
import { CommandNotice } from '../commands/form-words';
import { choiceOf, NOTHING_CHOSEN, OfferPicker, shownOf } from './offer-picker';
import { offerWords } from './offer-words';
import { draftOf } from './use-content-editing';

/** Assigns an offer to a title, or another in place of one. */
export function OfferSheet({
  contentId,
  title,
  panel,
  editing,
  onClose,
}: {
  contentId: string;
  title: string;
  panel: Extract<ContentPanel, { kind: 'assign' | 'move' }>;
  editing: ContentEditing;
  onClose: () => void;
}) {
  const formId = useId();
  const isMove = panel.kind === 'move';
  const { form, base, draft, result, submit } = useCommandForm({
    command: {
      result: editing.command.result,
      send: ({ to, version }: { to: ShownOffer; version: number }, onAnswer) => {
        editing.send(
          isMove ? { kind: 'move', from: panel.from, to } : { kind: 'assign', chosen: to },
          version,
          onAnswer,
        );
      },
    },
    initial: NOTHING_CHOSEN,
    check: (values) => ({
      codec: chosenOffer,
      typed: choiceOf(values),
      part: isMove ? 'to' : 'chosen',
    }),
    draft: { form: draftOf(panel, contentId), version: panel.baseVersion },
  });
  return (
    <SideSheet
      isOpen
      isWide
      onClose={onClose}
      eyebrow={isMove ? 'Move to another offer' : 'Assign an offer'}
      title={title}
      footer={
        <SheetFooter
          formId={formId}
          send={isMove ? 'Move' : 'Assign offer'}
          isPending={editing.command.phase !== 'idle'}
          onCancel={onClose}
        />
      }
    >
      <FormOfFields
        form={form}
        draft={draft}
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={submit((values) => ({ to: shownOf(values), version: base.version }))}
      >
        {isMove && (
          <Notice tone="someone" role="note" title={panel.from.offer.name}>
            {offerWords(panel.from.offer)} ({panel.from.licenseName}) is replaced by the offer you
            choose, in one step.
          </Notice>
        )}
        <OfferPicker />
        {editing.conflict === null && <CommandNotice result={result} onAgain={editing.resend} />}
      </FormOfFields>
    </SideSheet>
  );
}
