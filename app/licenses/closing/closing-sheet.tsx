'use client';

import { useId, useMemo, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type { LicenseClosing } from '../../../src/domain/closing';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { LicenseClosingInput } from '../../../src/wire/forms/closing';
import type { CheckedVersion } from '@/live/checked-against';
import { SavedSince, useSavedSince, type SavedRecord, type ShownRecord } from '@/live/saved-since';
import type { CommandRun } from '../../commands/use-command';
import type { Sender } from '../../forms/use-command-form';
import type { OnLicense } from '../license-commands';
import type { ClosingTyped } from './closing-input';
import type { Changed } from '../../forms/use-draft';
import { isDomainError } from '../../../src/domain/errors';
import { isoDate } from '../../../src/domain/values/date-range';
import { licenseClosingInput } from '../../../src/wire/forms/closing';
import { CommandNotice } from '../../commands/form-words';
import { ConfirmFooter } from '@/forms/confirm-footer';
import { FormOfFields } from '../../forms/form-of-fields';
import { useCommandForm } from '../../forms/use-command-form';
import { previewedPlan, typedPlan } from './closing-input';
import { ClosingEffect } from './closing-effect';
import { ClosingFields } from './closing-fields';
import { closingTitle, lastDayWords, sendWords } from './closing-words';
import { isStaleRefusal, useClosingPreview, type ClosingPreviewRun } from './use-closing-preview';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { useConfirmKey } from '@/ui/overlays/use-confirm-key';

/** What a person has decided: how, and what they were shown that it does. */
export interface DecidedClosing {
  readonly plan: LicenseClosingInput;
  readonly seen: ClosingPreview | null;
}

/** Closing one license or several: last day and reason, what that does, and one press that does it. */
export function ClosingSheet<Sent>({
  kind,
  eyebrow,
  wording,
  on,
  was,
  lastDay: prefilled = '',
  today,
  draftAs,
  checked,
  command,
  build,
  effect,
  several,
  children,
  onClose,
}: {
  kind: LicenseClosing['kind'];
  eyebrow: ReactNode;
  /** What closes the licenses with it, and may have none: the words of that. */
  wording?:
    | {
        readonly title: string;
        /** The button, given how many titles are retired. */
        readonly send: (retired: number) => string;
      }
    | undefined;
  /** What is closed, each as the person has it before them. It must stay the same object while that is the same. */
  on: readonly OnLicense[];
  /** The last day that it has, `null` for none; left out for several licenses. */
  was?: IsoDate | null | undefined;
  /** The last day to begin with. */
  lastDay?: string | undefined;
  /** ISO 8601. */
  today: string;
  /** The name of the draft. */
  draftAs: string;
  /** The version of the one license that it is checked against. */
  checked?: CheckedVersion | undefined;
  command: Sender<Sent> & Pick<CommandRun, 'phase' | 'resend'>;
  build: (decided: DecidedClosing) => Sent;
  /** Before and after, as it is previewed. */
  effect?: ((preview: ClosingPreview) => ReactNode) | undefined;
  /** The licenses when they are several: what is closed is followed, and who has saved one since is named. */
  several?:
    | {
        readonly shown: readonly ShownRecord[];
        /** What was not done: `Nothing was ended.` */
        readonly kept: string;
        readonly onRefresh: () => void;
      }
    | undefined;
  /** What stands above the fields, within the form. */
  children?: ReactNode;
  onClose: () => void;
}) {
  const formId = useId();
  const { form, draft, result, submit } = useCommandForm<ClosingTyped, Sent>({
    command: {
      result: command.result,
      send: (sent, onAnswer) =>
        command.send(sent, (answer) => {
          // What was shown is no longer so: it is shown anew.
          if (answer.status === 'refused') preview.again();
          onAnswer(answer);
        }),
    },
    initial: { lastDay: prefilled, why: '', reason: '' },
    check: (values) => ({
      codec: licenseClosingInput,
      typed: typedPlan(kind, values),
      part: 'plan',
    }),
    draft: { form: draftAs, version: checked?.version ?? 0 },
    rebase: keepPrefilled,
  });
  const lastDay = useWatch({ control: form.control, name: 'lastDay' });
  const asked = useMemo(() => {
    const plan = previewedPlan(kind, lastDay);
    return plan === null || on.length === 0 ? null : { licenses: on, plan };
  }, [kind, lastDay, on]);
  const preview = useClosingPreview(asked, today);
  const isBusy = command.phase !== 'idle';
  const live = useSavedSince('license', several?.shown ?? NO_RECORDS);
  const saved = several === undefined ? [] : savedSince(live, several.shown, preview.stale);
  // What it does is seen before it is done; where somebody saved since, the conflict shows it.
  const isOff =
    (on.length === 0 && wording === undefined) ||
    preview.isChecking ||
    preview.refusal !== null ||
    preview.trouble !== null;
  useConfirmKey(formId, isOff || isBusy || command.result?.status === 'stale');
  const day = asDay(lastDay);
  const retired = preview.preview?.retiredTitles ?? 0;
  const send =
    wording?.send(retired) ?? sendWords(kind, { licenses: on.length, lastDay: day ?? '', retired });
  return (
    <SideSheet
      isOpen
      isWidest
      onClose={onClose}
      eyebrow={eyebrow}
      title={wording?.title ?? closingTitle(kind, on.length)}
      footer={
        <ConfirmFooter formId={formId} isBusy={isBusy} isOff={isOff} onClose={onClose}>
          {send}
        </ConfirmFooter>
      }
    >
      <FormOfFields
        form={form}
        draft={draft}
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={submit((values) =>
          build({
            plan: typedPlan(kind, values),
            seen: preview.preview,
          }),
        )}
      >
        {children}
        <ClosingFields
          kind={kind}
          note={
            day === null || was === undefined || preview.refusal !== null
              ? undefined
              : lastDayWords(was, day, isoDate(today))
          }
          refusal={preview.refusal}
        />
        {/* What has changed since is said below, of the preview, which is asked for again. */}
        <CommandNotice
          result={isStaleRefusal(result) ? null : result}
          onAgain={() => void command.resend()}
        />
        {several !== undefined && saved.length > 0 && (
          <SavedSince saved={saved} kept={several.kept} onRefresh={several.onRefresh} />
        )}
        {(asked !== null || preview.preview !== null) && preview.refusal === null && (
          <ClosingEffect kind={kind} run={preview} checked={checked} isBehind={saved.length > 0}>
            {preview.preview !== null && effect?.(preview.preview)}
          </ClosingEffect>
        )}
      </FormOfFields>
    </SideSheet>
  );
}

const NO_RECORDS: readonly ShownRecord[] = [];

/** Which of several licenses were saved since, as the server has answered if that is not known yet. */
function savedSince(
  live: readonly SavedRecord[],
  shown: readonly ShownRecord[],
  stale: ClosingPreviewRun['stale'],
): readonly SavedRecord[] {
  if (stale === null || live.length > 0) return live;
  const { id = '', name = 'a license' } = shown.find((one) => one.id === stale.licenseId) ?? {};
  return [{ id, name, subject: null }];
}

/** What was typed before stays, except for the day that this was opened for. */
function keepPrefilled({ values }: Changed<ClosingTyped>, opened: ClosingTyped): ClosingTyped {
  return opened.lastDay === '' ? values : { ...values, lastDay: opened.lastDay };
}

function asDay(text: string): IsoDate | null {
  try {
    return isoDate(text);
  } catch (refusal) {
    if (isDomainError(refusal)) return null;
    throw refusal;
  }
}
