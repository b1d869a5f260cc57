'use client';

import { useCallback, useEffect, useId, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { LicensesChanged } from '../../../src/service/bulk/change-licenses';
import type { BlockedGroup } from '../../../src/service/bulk/preview-licenses-change';
import type { MatchingLicense } from '../../../src/service/license/license-views';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { OnLicense } from '../license-commands';
import type { BulkTyped } from './bulk-typed';
import type { WayOut } from './bulk-words';
import type { MeantLines } from '../../../src/wire/meant-lines';
import { bulkPlanInput } from '../../../src/wire/forms/bulk';
import { MAX_LICENSES, TooManyLicenses } from '../../../src/service/license/close-license';
import { useSavedSince } from '@/live/saved-since';
import { CommandNotice } from '../../commands/form-words';
import { useCommand } from '../../commands/use-command';
import { withTimeout } from '../../commands/with-timeout';
import { ConfirmFooter } from '@/forms/confirm-footer';
import { FormOfFields, timeOf } from '../../forms/form-of-fields';
import { useCommandForm } from '../../forms/use-command-form';
import { counted } from '../../timeline/model';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { useConfirmKey } from '@/ui/overlays/use-confirm-key';
import { BulkEffect } from './bulk-effect';
import { BulkFields } from './bulk-fields';
import { INITIAL, kindOf, previewedBulkPlan, typedBulkPlan } from './bulk-typed';
import { doneWords, sendWords } from './bulk-words';
import { matchingLicenses } from './matching-licenses';
import { useBulkPreview } from './use-bulk-preview';

type Sent = FormCommand<'change-licenses'>;

/** Changing many licenses: which change, what it would do to which of them, and one press that does it. */
export function BulkSheet({
  choice,
  today,
  onDone,
  onClose,
}: {
  choice: MeantLines;
  /** ISO 8601. */
  today: string;
  onDone: (changed: LicensesChanged['changed'], words: string) => void;
  onClose: () => void;
}) {
  const [found, setFound] = useState<readonly MatchingLicense[] | 'none' | null>(null);
  const load = useCallback(
    () => withTimeout(() => matchingLicenses(choice)).then((answer) => answer ?? 'none'),
    [choice],
  );
  useEffect(() => {
    let isWanted = true;
    void load().then((answer) => {
      if (isWanted) setFound(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [load]);
  if (found !== null && found !== 'none' && found.length > 0 && found.length <= MAX_LICENSES)
    return (
      <ChosenSheet
        {...{ today, onDone, onClose }}
        isAllThatMatch={choice.kind === 'matching'}
        chosen={found}
      />
    );
  return (
    <SideSheet isOpen isWidest onClose={onClose} eyebrow="Bulk change" title="Change licenses">
      {found === null && (
        <p role="status" className="text-table text-ink-3">
          Looking up the licenses …
        </p>
      )}
      {found === 'none' && (
        <Notice
          tone="attention"
          role="alert"
          title="The server did not answer."
          actions={
            <Button variant="secondary" onPress={() => void load().then(setFound)}>
              Retry
            </Button>
          }
        >
          Nothing was changed.
        </Notice>
      )}
      {found !== null && found !== 'none' && (
        <Notice tone="refused" role="alert">
          {found.length === 0
            ? 'These licenses do not exist any more.'
            : `More than ${MAX_LICENSES.toLocaleString('en-US')} licenses match; at most ${MAX_LICENSES.toLocaleString('en-US')} can be changed at once. Narrow the filter.`}
        </Notice>
      )}
    </SideSheet>
  );
}

function ChosenSheet({
  chosen: initiallyChosen,
  isAllThatMatch,
  today,
  onDone,
  onClose,
}: {
  chosen: readonly MatchingLicense[];
  isAllThatMatch: boolean;
  today: string;
  onDone: (changed: LicensesChanged['changed'], words: string) => void;
  onClose: () => void;
}) {
  const formId = useId();
  const [chosen, setChosen] = useState(initiallyChosen);
  const [licenses, setLicenses] = useState<readonly OnLicense[]>(() => initiallyChosen.map(asSent));
  /** What is told of an attempt that came too late. */
  const [isTooLate, setTooLate] = useState(false);
  const command = useCommand<'change-licenses'>({
    onSend: () => {
      setTooLate(false);
    },
    onAnswer: (answer) => {
      if (answer.status === 'bulk-changed') {
        const { length } = answer.licenses;
        onDone(answer.licenses, doneWords(length, initiallyChosen.length - length));
      }
      if (answer.status === 'stale') setTooLate(true);
      if (answer.status === 'stale' || answer.status === 'refused') run.again();
    },
  });
  const { form, draft, result, submit } = useCommandForm<BulkTyped, Sent>({
    command,
    initial: INITIAL,
    check: (values) => ({
      ...{ codec: bulkPlanInput, typed: typedBulkPlan(values, today), part: 'plan' },
    }),
    fieldNamed: (name, { kind }) => formName(name, kind),
    draft: { form: 'licenses/bulk', version: 0 },
  });
  const values = useWatch({ control: form.control }) as BulkTyped;
  const kind = kindOf(values.kind);
  const run = useBulkPreview(licenses, previewedBulkPlan(values, today), today);
  const checkedAt = useTimeOf(run.preview);
  const saved = useSavedSince('license', chosen);
  const isBusy = command.phase !== 'idle';
  const count = run.preview?.changes.length ?? 0;
  const isOff = run.isChecking || run.refusal !== null || run.trouble !== null || count === 0;
  useConfirmKey(formId, isOff || isBusy);
  const leaveOut = ({ all }: BlockedGroup) => {
    const gone = new Set(all.map(({ licenseId }) => licenseId));
    setChosen((before) => before.filter(({ id }) => !gone.has(id)));
    setLicenses((before) => before.filter(({ licenseId }) => !gone.has(licenseId)));
  };
  const takeLatest = ({ all }: BlockedGroup) => {
    const latest = new Map(
      all.map(({ licenseId, expectedVersion }) => [licenseId, expectedVersion]),
    );
    setChosen((before) =>
      before.map((one) => ({ ...one, version: latest.get(one.id) ?? one.version })),
    );
    setLicenses((before) =>
      before.map((one) => ({
        ...one,
        expectedVersion: latest.get(one.licenseId) ?? one.expectedVersion,
      })),
    );
  };
  const onWay = (way: WayOut, group: BlockedGroup) => {
    if (way === 'take-latest') takeLatest(group);
    else if (way === 'after-offers') form.setValue('start', way);
    else form.setValue(WAY_FIELDS[way], true);
  };
  return (
    <SideSheet
      isOpen
      isWidest
      onClose={onClose}
      eyebrow={isAllThatMatch ? 'Bulk change, all that match' : 'Bulk change'}
      title={counted(licenses.length, 'license')}
      footer={
        <ConfirmFooter formId={formId} isBusy={isBusy} isOff={isOff} onClose={onClose}>
          {sendWords(kind, run.preview)}
        </ConfirmFooter>
      }
    >
      <FormOfFields
        form={form}
        draft={draft}
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={submit((typed) => ({
          kind: 'change-licenses',
          input: {
            // Those that are blocked are left out: the button says how many change.
            licenses: [...(run.preview?.changes ?? [])],
            plan: typedBulkPlan(typed, today),
            titlesSeen: run.preview?.titles?.releasedTitles,
          },
        }))}
      >
        <BulkFields isPlanOutdated={run.refusedFor === 'price-plan-changed'} />
        {isTooLate && (
          <Notice tone="someone" role="alert" title="Someone saved some of these licenses.">
            Nothing was changed. They are listed below as blocked.
          </Notice>
        )}
        <CommandNotice
          result={result?.status === 'stale' ? null : result}
          onAgain={() => void command.resend()}
        />
        {licenses.length === 0 && (
          <Notice tone="refused" role="alert">
            {new TooManyLicenses(0, 'changed').message}
          </Notice>
        )}
        <BulkEffect
          kind={kind}
          run={run}
          checkedAt={checkedAt}
          behind={saved.length}
          onWay={onWay}
          onLeaveOut={leaveOut}
        />
      </FormOfFields>
    </SideSheet>
  );
}

const WAY_FIELDS = { 'round-whole': 'wholeElsewhere', cut: 'cut', push: 'push' } as const;

function asSent({ id, version }: MatchingLicense): OnLicense {
  return { licenseId: id, expectedVersion: version };
}

/** The form's name of a field that a refusal is about. */
function formName(name: string, kind: string): string {
  if (name === 'lastDay') return kind === 'end' ? 'endDay' : 'extendDay';
  return name;
}

/** When something was last answered, on the clock of who looks: `10:44`. */
function useTimeOf(answered: object | null): string | null {
  const [known, setKnown] = useState<{ answered: object | null; at: string | null }>({
    ...{ answered: null, at: null },
  });
  if (known.answered !== answered) {
    const at = answered === null ? null : timeOf(new Date().toISOString());
    setKnown({ answered, at });
    return at;
  }
  return known.at;
}
