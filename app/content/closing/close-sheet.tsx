'use client';

import type { TitleClosing } from '../../../src/domain/closing';
import type { ShownOffer } from '../content-commands';
import type { ContentEditing } from '../use-content-editing';
import { FormTextField } from '@/forms/fields';
import { CheckedAgainst, useCheckedVersion } from '@/live/checked-against';
import { FormSheet } from '@/forms/form-sheet';
import { useCommandForm } from '@/forms/use-command-form';
import { titleClosingInput } from '../../../src/wire/forms/closing';
import { CommandNotice } from '../../commands/form-words';
import { titleDraft } from '../content-commands';
import { EffectBlock } from '../takedowns/takedown-effect';
import { LostOffers } from './lost-offers';

type Kind = TitleClosing['kind'];

const TITLES: Readonly<Record<Kind, string>> = { retired: 'Retire title', void: 'Void title' };

const EFFECTS: Readonly<Record<Kind, string>> = {
  retired:
    'The title leaves the catalog. Its history stays, and you can bring it back with an offer.',
  void: 'The title was recorded by mistake and counts nowhere. Its history stays, and you can bring it back with an offer.',
};

/** Retires a title, or makes it void: why, and what it loses before anything is saved. */
export function CloseSheet({
  contentId,
  title,
  kind,
  baseVersion,
  version,
  assigned,
  editing,
  onClose,
}: {
  contentId: string;
  title: string;
  kind: Kind;
  /** The version that the sheet was opened at. */
  baseVersion: number;
  /** The version that the page shows. */
  version: number;
  assigned: readonly ShownOffer[];
  editing: ContentEditing;
  onClose: () => void;
}) {
  const { form, base, draft, result, submit } = useCommandForm({
    command: {
      result: editing.command.result,
      send: (sent: { reason: string; version: number }, onAnswer) => {
        editing.send(
          { kind: 'close', closing: { kind, reason: sent.reason }, losing: assigned },
          sent.version,
          onAnswer,
        );
      },
    },
    initial: { reason: '' },
    check: (values) => ({
      codec: titleClosingInput,
      typed: { kind, reason: values.reason },
      part: 'closing',
    }),
    draft: { form: titleDraft.closing(contentId, kind), version: baseVersion },
  });
  const checked = useCheckedVersion(contentId, base.version, version);
  return (
    <FormSheet
      isWidest
      eyebrow={title}
      title={TITLES[kind]}
      form={form}
      draft={draft}
      send={sendWords(kind, assigned.length)}
      isPending={editing.command.phase !== 'idle'}
      confirms={editing.conflict === null}
      onSubmit={submit(({ reason }) => ({ reason, version: checked.version }))}
      onClose={onClose}
    >
      <FormTextField
        name="reason"
        label="Reason"
        description="Shown wherever the title is named as closed, and kept in its history."
        autoComplete="off"
        autoFocus
      />
      {editing.conflict === null && <CommandNotice result={result} onAgain={editing.resend} />}
      <EffectBlock note={<CheckedAgainst checked={checked} />}>
        <LostOffers offers={assigned} />
        <p className="text-ink-3">{EFFECTS[kind]}</p>
      </EffectBlock>
    </FormSheet>
  );
}

/** The button that closes, with its side effect: `Retire, unassign 2 offers`. */
function sendWords(kind: Kind, offers: number): string {
  const verb = kind === 'void' ? 'Void' : 'Retire';
  if (offers === 0) return TITLES[kind];
  return `${verb}, unassign ${offers === 1 ? '1 offer' : `${offers.toLocaleString('en-US')} offers`}`;
}
