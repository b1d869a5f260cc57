'use client';

import { useId, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { v4 as uuid } from 'uuid';
import type { OfferData } from '../../../src/domain/license/offer';
import type { LicenseCopyPreview } from '../../../src/service/bulk/preview-license-copy';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { PackedLicense } from '../license-model';
import type { CopyTyped } from './copy-typed';
import type { Copied } from './use-copying';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { useConfirmKey } from '@/ui/overlays/use-confirm-key';
import { useCheckedVersion } from '@/live/checked-against';
import { copyPlanInput } from '../../../src/wire/forms/bulk';
import { CommandNotice } from '../../commands/form-words';
import { useCommand } from '../../commands/use-command';
import { ConfirmFooter } from '@/forms/confirm-footer';
import { FormOfFields } from '../../forms/form-of-fields';
import { useCommandForm } from '../../forms/use-command-form';
import { counted } from '../../timeline/model';
import { licenseDraft } from '../license-commands';
import { CopyEffect } from './copy-effect';
import { CopyFields } from './copy-fields';
import { copyField, initialCopy, typedCopyPlan } from './copy-typed';
import { useCopyPreview } from './use-copy-preview';

type Sent = FormCommand<'copy-license'>;

/** Copying a license: where to, what comes along, what that makes, and one press that makes it. */
export function CopySheet({
  license,
  offers,
  baseVersion,
  today,
  onCopied,
  onClose,
}: {
  license: PackedLicense;
  offers: readonly OfferData[];
  /** The version that it was opened at. */
  baseVersion: number;
  /** ISO 8601. */
  today: string;
  onCopied: (copied: Copied) => void;
  onClose: () => void;
}) {
  const formId = useId();
  const { id: licenseId, details, contract } = license;
  const checked = useCheckedVersion(licenseId, baseVersion, license.version);
  const [seen, setSeen] = useState<LicenseCopyPreview | null>(null);
  const command = useCommand<'copy-license'>({
    onAnswer: (answer, { input }) => {
      if (answer.status === 'saved')
        onCopied({
          id: answer.id,
          version: answer.version,
          name: input.plan.name,
          offers: answer.offers.length,
          titles: input.plan.titles?.length ?? 0,
          leftOut: seen === null ? 0 : seen.blockedOffers.length + seen.blockedTitles,
        });
      if (answer.status === 'stale' || answer.status === 'refused') run.again();
    },
  });
  const [copyId] = useState(() => uuid());
  const { form, draft, result, submit } = useCommandForm<CopyTyped, Sent>({
    command,
    initial: initialCopy(license, copyId),
    check: (values) => ({
      ...{ codec: copyPlanInput, typed: typedCopyPlan(values, offers, today), part: 'plan' },
    }),
    fieldNamed: copyField,
    draft: { form: licenseDraft.copy(licenseId), version: 0 },
  });
  const values = useWatch({ control: form.control }) as CopyTyped;
  const run = useCopyPreview(
    { licenseId, expectedVersion: checked.version },
    values.copyId,
    typedCopyPlan(values, offers, today),
  );
  const { preview } = run;
  const isBusy = command.phase !== 'idle';
  const isOff =
    preview === null ||
    run.isChecking ||
    run.isStale ||
    run.refusal !== null ||
    run.trouble !== null;
  useConfirmKey(formId, isOff || isBusy);
  return (
    <SideSheet
      isOpen
      isWidest
      onClose={onClose}
      eyebrow={`${details.name} · ${contract.reference}`}
      title="Copy license"
      footer={
        <ConfirmFooter formId={formId} isBusy={isBusy} isOff={isOff} onClose={onClose}>
          {sendWords(preview)}
        </ConfirmFooter>
      }
    >
      <FormOfFields
        form={form}
        draft={draft}
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={submit((typed) => {
          setSeen(preview);
          return {
            kind: 'copy-license',
            input: {
              ...{ licenseId, expectedVersion: checked.version, copyId: typed.copyId },
              // What cannot come along is left out: the button says what is made.
              plan: {
                ...typedCopyPlan(typed, offers, today),
                offers: preview?.offers.map(({ from }) => from) ?? null,
                titles: [...(preview?.titles ?? [])],
              },
              ifTwin: preview?.twin === null ? 'ask' : 'grant',
            },
          };
        })}
      >
        <CopyFields offers={offers} />
        {/* That somebody saved since is said below, of the preview. */}
        <CommandNotice
          result={result?.status === 'stale' ? null : result}
          onAgain={() => void command.resend()}
        />
        <CopyEffect run={run} checked={checked} />
      </FormOfFields>
    </SideSheet>
  );
}

function sendWords(preview: LicenseCopyPreview | null): string {
  if (preview === null) return 'Copy license';
  const { offers, titles } = preview;
  const with_ = [
    ...(offers.length === 0 ? [] : [counted(offers.length, 'offer')]),
    ...(titles.length === 0 ? [] : [counted(titles.length, 'title')]),
  ];
  return with_.length === 0 ? 'Copy license' : `Copy with ${with_.join(', ')}`;
}
