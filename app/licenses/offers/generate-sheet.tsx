'use client';

import { useId } from 'react';
import { useWatch } from 'react-hook-form';
import type { License } from '../../../src/domain/license/license';
import type { ProposedChange } from '../../../src/domain/license/license-change';
import type { OfferData } from '../../../src/domain/license/offer';
import type { CommandRun } from '../../commands/use-command';
import { SegmentedControl } from '@/ui/fields/segmented-control';
import { SheetFooter } from '@/ui/overlays/sheet-footer';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { FormDateField, FormTextField } from '@/forms/fields';
import { FormOfFields } from '@/forms/form-of-fields';
import { useCommandForm } from '@/forms/use-command-form';
import { onePrice, USUAL_KIND } from '../../../src/domain/license/price-list';
import { planInput } from '../../../src/wire/forms/license';
import { CommandNotice } from '../../commands/form-words';
import { licenseDraft } from '../license-commands';
import { DayFields, DevicesField, OfferNameField } from './offer-fields';
import { PlaceLine } from './offer-inspector';
import { placeWords, windowOfDays } from './place-words';
import { LadderFields } from './ladder-fields';
import { apartFromPrices, PriceFields } from './price-fields';
import { nothingTyped, planOf, type Prefill } from './typed-plan';

const KINDS = [
  { value: 'at', label: 'At dates' },
  { value: 'first-free', label: 'First free' },
  { value: 'ladder', label: 'Price ladder' },
] as const;

/** New offers for a license: at dates, in the first free slot, or as a price ladder. */
export function GenerateSheet({
  prefill,
  lastOffer,
  makeLicense,
  baseVersion,
  command,
  onTake,
  onClose,
}: {
  prefill: Prefill;
  /** Whose currency a new offer begins with. */
  lastOffer: OfferData | undefined;
  makeLicense: () => License;
  /** The version that the license is known to be at. */
  baseVersion: number;
  command: CommandRun<'generate-offers'>;
  /** Makes a change that was proposed instead. */
  onTake: (change: ProposedChange) => void;
  onClose: () => void;
}) {
  const formId = useId();
  const license = makeLicense();
  const { devices: licensed } = license.details.terms;
  const { currency, kind: priceKind } = lastPrice(lastOffer);
  const { form, base, draft, result, submit } = useCommandForm({
    command,
    initial: nothingTyped(prefill, { currency, priceKind }, licensed),
    check: (values) => ({
      codec: planInput,
      typed: planOf(values),
      part: 'plan',
      within: values.kind === 'at' ? 'offers.0' : undefined,
    }),
    // A ladder that does not fit is refused at its first day.
    fieldNamed: (name, values) => (values.kind === 'ladder' && STEP.test(name) ? 'start' : name),
    draft: { form: licenseDraft.newOffer(license.id), version: baseVersion },
  });
  const [kind, firstDay, lastDay] = useWatch({
    control: form.control,
    name: ['kind', 'firstDay', 'lastDay'],
  });
  const window = windowOfDays(firstDay, lastDay);
  const place =
    window === null
      ? null
      : placeWords(license, window, {
          kind: 'offers-generated',
          offers: [
            {
              name: 'This offer',
              prices: onePrice({ minor: 0, currency }),
              window: window.toData(),
              devices: licensed,
            },
          ],
        });
  return (
    <SideSheet
      isOpen
      isWide
      onClose={onClose}
      eyebrow="New offer"
      title={kind === 'ladder' ? 'Price ladder' : 'Generate an offer'}
      footer={
        <SheetFooter
          formId={formId}
          send={kind === 'ladder' ? 'Add offers' : 'Add offer'}
          isPending={command.phase !== 'idle'}
          onCancel={onClose}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <SegmentedControl
          label="Where it goes"
          options={KINDS}
          value={kind}
          onChange={(chosen) => {
            form.setValue('kind', chosen);
            form.clearErrors();
            command.dismiss();
          }}
        />
        <FormOfFields
          form={form}
          draft={draft}
          id={formId}
          className="flex flex-col gap-4"
          onSubmit={submit((values) => ({
            kind: 'generate-offers',
            input: {
              licenseId: license.id,
              expectedVersion: base.version,
              plan: planOf(values),
            },
          }))}
        >
          {kind !== 'ladder' && <OfferNameField />}
          {kind !== 'ladder' && <PriceFields />}
          {kind === 'at' && (
            <DayFields canBeOpen={license.window.endsOn === null}>
              {place !== null && <PlaceLine {...place} />}
            </DayFields>
          )}
          {kind === 'first-free' && <FirstFreeFields />}
          {kind === 'ladder' && <LadderFields makeLicense={makeLicense} />}
          <DevicesField initial={[]} licensed={licensed} />
          <CommandNotice
            result={apartFromPrices(result)}
            onTake={(way) => {
              onTake(way.change);
            }}
            onAgain={() => void command.resend()}
          />
        </FormOfFields>
      </div>
    </SideSheet>
  );
}

/** Currency and kind of the newest price, with which a new one begins. */
function lastPrice(offer: OfferData | undefined): { currency: string; kind: string } {
  const amount = offer?.prices.find((line) => line.amount !== null)?.amount;
  return { currency: amount?.currency ?? 'USD', kind: offer?.prices[0]?.kind ?? USUAL_KIND };
}

function FirstFreeFields() {
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <FormTextField label="Days" name="days" inputMode="numeric" autoComplete="off" />
      <FormDateField label="On or after" name="onOrAfter" />
    </div>
  );
}

const STEP = /^steps\.\d+$/;
