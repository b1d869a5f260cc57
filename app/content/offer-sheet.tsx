'use client';

import type { ShownOffer, TitleChange } from './content-commands';
import type { ContentEditing, ContentPanel } from './use-content-editing';
import { Notice } from '@/ui/overlays/notice';
import { FormSheet } from '@/forms/form-sheet';
import { useCommandForm } from '@/forms/use-command-form';
import { chosenOffer } from '../../src/wire/forms/content';
import { CommandNotice } from '../commands/form-words';
import { choiceOf, NOTHING_CHOSEN, OfferPicker, shownOf } from './offer-picker';
import { FittingOffers } from './fitting-offers';
import { closingText } from '../words/closing-words';
import { offerWords } from './offer-words';
import { draftOf } from './use-content-editing';

type OfferPanel = Extract<ContentPanel, { kind: 'assign' | 'move' | 'reopen' }>;

/** What each form is called, its button, and the part of the command that the offer is. */
const FORMS = {
  assign: { heading: 'Assign an offer', send: 'Assign offer', part: 'chosen' },
  move: { heading: 'Move to another offer', send: 'Move', part: 'to' },
  reopen: { heading: 'Bring back with an offer', send: 'Bring back', part: 'chosen.0' },
} as const;

/** Assigns an offer to a title, or another in place of one, or brings it back to the catalog with one. */
export function OfferSheet({
  contentId,
  title,
  panel,
  editing,
  onClose,
}: {
  contentId: string;
  title: string;
  panel: OfferPanel;
  editing: ContentEditing;
  onClose: () => void;
}) {
  const { heading, send, part } = FORMS[panel.kind];
  const { form, base, draft, result, submit } = useCommandForm({
    command: {
      result: editing.command.result,
      send: ({ to, version }: { to: ShownOffer; version: number }, onAnswer) => {
        editing.send(changeOf(panel, to), version, onAnswer);
      },
    },
    initial: NOTHING_CHOSEN,
    check: (values) => ({
      codec: chosenOffer,
      typed: choiceOf(values),
      part,
    }),
    draft: { form: draftOf(panel, contentId), version: panel.baseVersion },
  });
  return (
    <FormSheet
      eyebrow={heading}
      title={title}
      form={form}
      draft={draft}
      send={send}
      isPending={editing.command.phase !== 'idle'}
      onSubmit={submit((values) => ({ to: shownOf(values), version: base.version }))}
      onClose={onClose}
    >
      {panel.kind === 'reopen' && (
        <Notice tone="attention" role="note" title={`${closingText(panel.closing)}.`}>
          The title returns to the catalog with the offer you choose. Assign more offers afterwards.
        </Notice>
      )}
      {panel.kind === 'move' && (
        <Notice tone="someone" role="note" title={panel.from.offer.name}>
          {offerWords(panel.from.offer)} ({panel.from.licenseName}) is replaced by the offer you
          choose, in one step.
        </Notice>
      )}
      {panel.kind === 'assign' && <FittingOffers contentId={contentId} asked={panel.asked} />}
      <OfferPicker />
      {editing.conflict === null && <CommandNotice result={result} onAgain={editing.resend} />}
    </FormSheet>
  );
}

/** The change that a form makes with the offer that was chosen. */
function changeOf(panel: OfferPanel, to: ShownOffer): TitleChange {
  switch (panel.kind) {
    case 'assign':
      return { kind: 'assign', chosen: to };
    case 'move':
      return { kind: 'move', from: panel.from, to };
    case 'reopen':
      return { kind: 'reopen', closing: panel.closing, chosen: [to] };
  }
}
