'use client';

import { useId } from 'react';
import { useWatch } from 'react-hook-form';
import type { ProposedChange } from '../../../src/domain/license/license-change';
import type { ShownLicense } from '../license-maker';
import type { CommandRun } from '../../commands/use-command';
import type { BulkTyped } from '../bulk/bulk-typed';
import { licenseMaker } from '../license-maker';
import { Notice } from '@/ui/overlays/notice';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { useConfirmKey } from '@/ui/overlays/use-confirm-key';
import { FormDateField, FormSelectField } from '@/forms/fields';
import { ConfirmFooter } from '@/forms/confirm-footer';
import { FormOfFields } from '@/forms/form-of-fields';
import { useTypedForm } from '@/forms/use-typed-form';
import { offersPlanInput } from '../../../src/wire/forms/bulk';
import { CommandNotice } from '../../commands/form-words';
import { counted } from '../../timeline/model';
import { KindFields } from '../bulk/bulk-fields';
import { licenseDraft } from '../license-commands';
import { OffersEffect } from './offers-effect';
import {
  INITIAL_OFFERS,
  OFFERS_KINDS,
  offersKindOf,
  sendWords,
  typedOffersPlan,
} from './offers-typed';
import { useDecidedOffers } from './use-decided-offers';

/** As many offers as one command changes here at most: more do not fit into what a browser sends. */
const MAX_CHANGED = 200;

/** Changing some offers of a license at once: what changes, what that does to which of them, and one press that does it. */
export function OffersSheet({
  shown,
  chosen,
  command,
  isBusy,
  onTake,
  onClose,
}: {
  /** It must stay the same function while the license is the same. */
  shown: ShownLicense;
  /** First days of the offers. It must stay the same object while they are the same. */
  chosen: ReadonlySet<string>;
  command: CommandRun<'rearrange-offers'>;
  isBusy: boolean;
  /** Makes the change, against the version of the license that it was decided on. */
  onTake: (change: ProposedChange, version: number) => void;
  onClose: () => void;
}) {
  const formId = useId();
  const makeLicense = licenseMaker(shown);
  const license = makeLicense();
  const { form, draft, invalid, submit } = useTypedForm<BulkTyped>({
    initial: INITIAL_OFFERS,
    check: (values) => ({ codec: offersPlanInput, typed: typedOffersPlan(values), part: 'plan' }),
    draft: { form: licenseDraft.offers(license.id), version: 0 },
  });
  const values = useWatch({ control: form.control }) as BulkTyped;
  const kind = offersKindOf(values.kind);
  const { decided, refusal } = useDecidedOffers(typedOffersPlan(values), makeLicense, chosen);
  const change = decided?.change ?? null;
  const isTooMany = chosen.size > MAX_CHANGED;
  const isOff = isTooMany || (decided !== null && change === null) || refusal !== null;
  useConfirmKey(formId, isOff || isBusy);
  return (
    <SideSheet
      isOpen
      isWidest
      onClose={onClose}
      eyebrow="Change offers"
      title={counted(chosen.size, 'offer')}
      footer={
        <ConfirmFooter formId={formId} isBusy={isBusy} isOff={isOff} onClose={onClose}>
          {sendWords(kind, decided)}
        </ConfirmFooter>
      }
    >
      <FormOfFields
        form={form}
        draft={draft}
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={submit(() => {
          if (change !== null) onTake(change, license.version);
        })}
      >
        <FormSelectField name="kind" label="Change" options={OFFERS_KINDS} autoFocus />
        {kind === 'end-offers' ? (
          <FormDateField name="endDay" label="Last day" />
        ) : (
          kind !== 'withdraw' && <KindFields />
        )}
        {isTooMany && (
          <Notice tone="refused" role="alert">
            At most {MAX_CHANGED} offers can be changed at once. Select fewer.
          </Notice>
        )}
        {refusal !== null && (
          <Notice tone="refused" role="alert">
            {refusal}
          </Notice>
        )}
        <CommandNotice result={invalid ?? command.result} onAgain={() => void command.resend()} />
        <OffersEffect decided={decided} version={license.version} />
      </FormOfFields>
    </SideSheet>
  );
}
