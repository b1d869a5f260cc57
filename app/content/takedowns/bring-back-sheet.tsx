'use client';

import { useWatch } from 'react-hook-form';
import type { TakedownData } from '../../../src/domain/content/takedown';
import type { AssignedOffer } from '../../../src/service/content/content-views';
import type { ContentEditing } from '../use-content-editing';
import { FormDateField } from '@/forms/fields';
import { FormSheet } from '@/forms/form-sheet';
import { useCommandForm } from '@/forms/use-command-form';
import { Notice } from '@/ui/overlays/notice';
import { describeTakedown } from '../../../src/domain/content/takedown';
import { formatDay, isIsoDate } from '../../../src/domain/values/date-range';
import { returnInput } from '../../../src/wire/forms/takedown';
import { CommandNotice } from '../../commands/form-words';
import { titleDraft } from '../content-commands';
import { returnedDays } from './returned-days';
import { EffectBlock, EffectDays } from './takedown-effect';
import { fromDayLabel } from './takedown-words';

/** Ends a takedown from a day on, with what is on offer again before anything is saved. */
export function BringBackSheet({
  contentId,
  title,
  baseVersion,
  takedown,
  takedowns,
  assigned,
  today,
  editing,
  onClose,
}: {
  contentId: string;
  title: string;
  /** The version that the sheet was opened at. */
  baseVersion: number;
  takedown: TakedownData;
  takedowns: readonly TakedownData[];
  assigned: readonly AssignedOffer[];
  today: string;
  editing: ContentEditing;
  onClose: () => void;
}) {
  const { startsOn } = takedown.days;
  const { form, base, draft, result, submit } = useCommandForm({
    command: {
      result: editing.command.result,
      send: (sent: { from: string; version: number }, onAnswer) => {
        editing.send({ kind: 'bring-back', takedown, from: sent.from }, sent.version, onAnswer);
      },
    },
    initial: { from: startsOn > today ? startsOn : today },
    check: (values) => ({ codec: returnInput, typed: values, part: 'end' }),
    draft: { form: titleDraft.bringBack(contentId, takedown.number), version: baseVersion },
  });
  const from = useWatch({ control: form.control, name: 'from' });
  return (
    <FormSheet
      eyebrow={title}
      title="Bring back"
      form={form}
      draft={draft}
      send={fromDayLabel('Bring back', from)}
      isPending={editing.command.phase !== 'idle'}
      confirms={editing.conflict === null}
      onSubmit={submit((values) => ({ from: values.from, version: base.version }))}
      onClose={onClose}
    >
      <Notice tone="taken-down" role="note">
        {describeTakedown(takedown)}
      </Notice>
      <FormDateField label="From" name="from" description="The first day it is back" autoFocus />
      {editing.conflict === null && <CommandNotice result={result} onAgain={editing.resend} />}
      <EffectBlock note="Not saved">
        {isIsoDate(from) ? (
          <Returned
            takedown={takedown}
            from={from}
            days={returnedDays(takedown, from, assigned, takedowns)}
          />
        ) : (
          <p className="text-ink-3">Choose a day to see the effect.</p>
        )}
      </EffectBlock>
    </FormSheet>
  );
}

function Returned({
  takedown: { days: down },
  from,
  days,
}: {
  takedown: TakedownData;
  from: string;
  days: ReturnType<typeof returnedDays>;
}) {
  return (
    <>
      {days.length === 0 ? (
        <p className="text-ink-2">
          Nothing is assigned there from {formatDay(from)}, so no day is on offer again.
        </p>
      ) : (
        <EffectDays days={days} state="on-offer" />
      )}
      {from <= down.startsOn && (
        <p className="text-ink-3">
          That is its first day or before, so the takedown never applies. The history keeps it.
        </p>
      )}
    </>
  );
}
