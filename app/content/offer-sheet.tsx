'use client';

import { useId, useState } from 'react';
import type { ContentDraft, ShownOffer } from './content-drafts';
import type { ContentEditing, ContentPanel } from './use-content-editing';
import { Notice } from '@/ui/overlays/notice';
import { SheetFooter } from '@/ui/overlays/sheet-footer';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { CommandNotice, fieldError } from '../commands/form-words';
import { OfferPicker } from './offer-picker';
import { offerWords } from './offer-words';

/** Assigns an offer to a title, or another in place of one. */
export function OfferSheet({
  title,
  panel,
  editing,
}: {
  title: string;
  panel: ContentPanel;
  editing: ContentEditing;
}) {
  const formId = useId();
  const [chosen, setChosen] = useState<{ licenseId: string; offer: ShownOffer | null }>({
    licenseId: '',
    offer: null,
  });
  const [isSent, setSent] = useState(false);
  const { result, phase } = editing.command;
  const isMove = panel.kind === 'move';
  const close = () => {
    editing.open(null);
  };
  const missing = (what: boolean, words: string) => (isSent && what ? words : undefined);
  return (
    <SideSheet
      isOpen
      isWide
      onClose={close}
      eyebrow={isMove ? 'Move to another offer' : 'Assign an offer'}
      title={title}
      footer={
        <SheetFooter
          formId={formId}
          send={isMove ? 'Move' : 'Assign offer'}
          isPending={phase !== 'idle'}
          onCancel={close}
        />
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setSent(true);
          if (chosen.offer !== null) editing.send(draftOf(panel, chosen.offer), panel.madeAgainst);
        }}
      >
        {isMove && (
          <Notice tone="someone" role="note" title={panel.from.offer.name}>
            {offerWords(panel.from.offer)} ({panel.from.licenseName}) is replaced by the offer you
            choose, in one step.
          </Notice>
        )}
        <OfferPicker
          licenseError={missing(chosen.licenseId === '', 'Choose a license.')}
          offerError={
            missing(chosen.offer === null, 'Choose an offer.') ?? fieldError(result, 'offer')
          }
          onChoose={({ licenseId, offer }, license) => {
            editing.command.dismiss();
            setChosen({
              licenseId,
              offer:
                offer === null || license === null
                  ? null
                  : { licenseId, licenseName: license.label, offer },
            });
          }}
        />
        {editing.conflict === null && <CommandNotice result={result} onAgain={editing.resend} />}
      </form>
    </SideSheet>
  );
}

function draftOf(panel: ContentPanel, offer: ShownOffer): ContentDraft {
  return panel.kind === 'move'
    ? { kind: 'move', from: panel.from, to: offer }
    : { kind: 'assign', chosen: offer };
}
