'use client';

import dynamic from 'next/dynamic';
import { useState, useTransition } from 'react';
import { useWatch } from 'react-hook-form';
import type { JointConflict } from '../../../src/service/conflict/joint-conflict';
import type { FormInput } from '../../../src/wire/forms/forms';
import type { TakedownEffect } from '../../../src/service/content/takedown-service';
import type { ContentSaved } from '../../../src/service/content/title-at-version';
import type { RightsPlaces } from '../../content/takedowns/typed-takedown';
import type { ChosenTitle } from './choose-titles';
import type { TitleNow } from './search-actions';
import { SavedSince, useSavedSince } from '@/live/saved-since';
import { drafts } from '@/forms/draft-store';
import { useOwnId } from '@/ui/role';
import { FormSheet } from '@/forms/form-sheet';
import { useCommandForm } from '@/forms/use-command-form';
import { Notice } from '@/ui/overlays/notice';
import { takedownInput } from '../../../src/wire/forms/takedown';
import { jointConflictOf } from '../../commands/command-result';
import { CommandNotice } from '../../commands/form-words';
import { useCommand } from '../../commands/use-command';
import { typedPlan } from '../../content/content-commands';
import { EffectBlock, EffectDays, PreviewedEffect } from '../../content/takedowns/takedown-effect';
import { TakedownFields } from '../../content/takedowns/takedown-fields';
import { initialTakedown, planOf } from '../../content/takedowns/typed-takedown';
import { useTakedownPreview } from '../../content/takedowns/use-takedown-preview';
import { licenseDraft } from '../license-commands';
import { titlesNow } from './search-actions';
import { titleCount } from './title-count';

/** Takes several titles of a license down for one reason, all or nothing, after a look at what each of them loses. */
export function TakeDownTitlesSheet({
  licenseId,
  titles,
  places,
  baseVersion,
  today,
  onTakenDown,
  onClose,
}: {
  licenseId: string;
  titles: readonly ChosenTitle[];
  /** Where the license has rights. */
  places: RightsPlaces;
  /** The license's, as the page shows it. */
  baseVersion: number;
  today: string;
  /** @param from the first day on which they are down */
  onTakenDown: (titles: readonly ContentSaved[], from: string) => void;
  onClose: () => void;
}) {
  const [known, setKnown] = useState(titles);
  const [changed, setChanged] = useState<readonly TitleNow[]>([]);
  const onTitles = known.map(({ id, version }) => ({ contentId: id, expectedVersion: version }));
  const [stale, setStale] = useState<Stale | null>(null);
  const person = useOwnId();
  /** Forgets what was typed: it is saved, or given up. */
  const forget = () => {
    if (person !== null) drafts.drop({ person, form: licenseDraft.takedown(licenseId) });
  };
  const command = useCommand<'take-down-titles'>({
    onSend: () => {
      setChanged([]);
    },
    onAnswer: (answer, { input }) => {
      if (answer.status === 'assigned') {
        forget();
        onTakenDown(answer.titles, input.plan.startsOn);
      }
      const conflict = jointConflictOf(answer);
      if (conflict !== null) setStale({ conflict, input });
    },
  });
  const { form, draft, result, submit } = useCommandForm({
    command,
    initial: initialTakedown(today),
    check: (values) => ({ codec: takedownInput, typed: typedPlan(planOf(values)), part: 'plan' }),
    draft: { form: licenseDraft.takedown(licenseId), version: baseVersion },
  });
  const typed = useWatch({ control: form.control, compute: (values) => values });
  const preview = useTakedownPreview(onTitles, planOf(typed));
  const { answer } = preview;
  const effects = answer?.status === 'takedown-previewed' ? answer.effects : [];

  const saved = useSavedSince(
    'content',
    known.map(({ id, title: name, version }) => ({ id, name, version })),
  );
  const [isComparing, startComparing] = useTransition();

  /** Finds the titles that are no longer as the page shows them, and goes on from what they are now. */
  const compare = async () => {
    const now = await titlesNow(known.map(({ id }) => id));
    const versions = new Map(known.map(({ id, version }) => [id, version]));
    setChanged(now.filter(({ id, version }) => versions.get(id) !== version));
    setKnown(now);
    command.dismiss();
  };
  return (
    <>
      <FormSheet
        eyebrow="Titles"
        title="Take down"
        form={form}
        draft={draft}
        send={`Take down ${titleCount(known.length)}`}
        isPending={command.phase !== 'idle'}
        confirms
        onSubmit={submit((values) => ({
          kind: 'take-down-titles',
          input: { titles: onTitles, plan: typedPlan(planOf(values)) },
        }))}
        onClose={onClose}
      >
        <TakedownFields places={places} />
        <Changed titles={changed} />
        {saved.length > 0 && (
          <SavedSince
            saved={saved}
            kept="Nothing was taken down."
            isPending={isComparing}
            onRefresh={() => {
              startComparing(compare);
            }}
          />
        )}
        <CommandNotice result={result} onAgain={() => void command.resend()} />
        <EffectBlock note="Not saved" isBusy={preview.isAsked && answer === null}>
          <PreviewedEffect preview={preview}>
            <EffectsByTitle effects={effects} />
          </PreviewedEffect>
        </EffectBlock>
      </FormSheet>
      {stale !== null && (
        <TakedownsConflictDialog
          key={stale.conflict.since.at(-1)?.at}
          {...stale.input}
          conflict={stale.conflict}
          plan={planOf(typed)}
          seen={effects}
          answer={command.result}
          isBusy={command.phase !== 'idle'}
          onApply={(on) => {
            const { plan } = stale.input;
            void command.send({ kind: 'take-down-titles', input: { titles: [...on], plan } });
          }}
          onAgain={() => void command.resend()}
          onKeepEditing={() => {
            setStale(null);
            void compare();
          }}
          onDrop={() => {
            forget();
            onClose();
          }}
        />
      )}
    </>
  );
}

/** A command that somebody was faster than. */
interface Stale {
  readonly conflict: JointConflict;
  readonly input: FormInput<'take-down-titles'>;
}

// Comes when a command is stale.
const TakedownsConflictDialog = dynamic(() =>
  import('./takedowns-conflict').then((module) => module.TakedownsConflictDialog),
);

/** The titles that another person changed since the page was drawn. */
function Changed({ titles }: { titles: readonly TitleNow[] }) {
  if (titles.length === 0) return null;
  return (
    <Notice tone="someone" role="alert" answer={titles} title="Nothing was taken down.">
      {titles.length === 1 ? 'A title has' : `${titles.length} titles have`} changed since you
      opened this page:
      <ul className="mt-1 flex flex-col gap-1">
        {titles.map(({ id, title, actor, words }) => (
          <li key={id}>
            <strong>{title}</strong>, {actor}: {words}
          </li>
        ))}
      </ul>
      Check the effect below, then take them down again.
    </Notice>
  );
}

function EffectsByTitle({ effects }: { effects: readonly TakedownEffect[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {effects.map(({ contentId, title, lost }) => (
        <li key={contentId} className="flex flex-col gap-1">
          <span className="font-emphasis text-ink">{title}</span>
          {lost.length === 0 ? (
            <span className="text-ink-3">No days are lost: nothing is on offer there.</span>
          ) : (
            <EffectDays days={lost} state="taken-down" />
          )}
        </li>
      ))}
    </ul>
  );
}
