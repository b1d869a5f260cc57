'use client';

import { useWatch } from 'react-hook-form';
import type { TakedownPlan } from '../../../src/domain/content/takedown';
import type { ContentEditing } from '../use-content-editing';
import type { AskedPlaces, RightsPlaces } from './typed-takedown';
import { CheckedAgainst, useCheckedVersion } from '@/live/checked-against';
import { FormSheet } from '@/forms/form-sheet';
import { useCommandForm } from '@/forms/use-command-form';
import { takedownInput } from '../../../src/wire/forms/takedown';
import { formatDay } from '../../../src/domain/values/date-range';
import { CommandNotice } from '../../commands/form-words';
import { titleDraft, typedPlan } from '../content-commands';
import { EffectBlock, EffectDays, PreviewedEffect } from './takedown-effect';
import { TakedownFields } from './takedown-fields';
import { fromDayLabel } from './takedown-words';
import { initialTakedown, planOf } from './typed-takedown';
import { useTakedownPreview } from './use-takedown-preview';

/** Takes a title down: when, where, why, and what that does before anything is saved. */
export function TakeDownSheet({
  contentId,
  title,
  baseVersion,
  version,
  places,
  asked,
  today,
  editing,
  onClose,
}: {
  contentId: string;
  title: string;
  /** The version that the sheet was opened at. */
  baseVersion: number;
  /** The version that the page shows. */
  version: number;
  places: RightsPlaces;
  asked: AskedPlaces;
  today: string;
  editing: ContentEditing;
  onClose: () => void;
}) {
  const { form, base, draft, result, submit } = useCommandForm({
    command: {
      result: editing.command.result,
      send: (sent: { plan: TakedownPlan; version: number }, onAnswer) => {
        editing.send({ kind: 'take-down', plan: sent.plan }, sent.version, onAnswer);
      },
    },
    initial: initialTakedown(today, asked),
    check: (values) => ({ codec: takedownInput, typed: typedPlan(planOf(values)), part: 'plan' }),
    draft: { form: titleDraft.takedown(contentId), version: baseVersion },
  });
  const typed = useWatch({ control: form.control, compute: (values) => values });
  const checked = useCheckedVersion(contentId, base.version, version);
  const preview = useTakedownPreview(
    [{ contentId, expectedVersion: checked.version }],
    planOf(typed),
  );
  const { answer } = preview;
  const isStale = answer?.status === 'refused' && answer.code === 'stale';
  const lost = answer?.status === 'takedown-previewed' ? (answer.effects[0]?.lost ?? []) : [];
  return (
    <FormSheet
      eyebrow={title}
      title="Take down"
      form={form}
      draft={draft}
      send={fromDayLabel('Take down', typed.startsOn)}
      isPending={editing.command.phase !== 'idle'}
      confirms={editing.conflict === null}
      onSubmit={submit((values) => ({ plan: planOf(values), version: checked.version }))}
      onClose={onClose}
    >
      <TakedownFields places={places} />
      {editing.conflict === null && <CommandNotice result={result} onAgain={editing.resend} />}
      <EffectBlock
        note={<CheckedAgainst checked={checked} isStale={isStale} />}
        isBusy={preview.isAsked && answer === null}
      >
        <PreviewedEffect
          preview={preview}
          stale={<p className="text-ink-3">Check again to see the effect on the newest version.</p>}
        >
          {lost.length === 0 ? (
            <p className="text-ink-2">
              Nothing is on offer there from {formatDay(typed.startsOn)}, so no days are lost.
            </p>
          ) : (
            <EffectDays days={lost} state="taken-down" />
          )}
          <p className="text-ink-3">Offers and assignments stay. Bring the title back any time.</p>
        </PreviewedEffect>
      </EffectBlock>
    </FormSheet>
  );
}
