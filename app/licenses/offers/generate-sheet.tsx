'use client';

import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useFieldArray, useWatch, type UseFormReturn } from 'react-hook-form';
import type { License } from '../../../src/domain/license/license';
import type { ProposedChange } from '../../../src/domain/license/license-change';
import type { OfferData } from '../../../src/domain/license/offer';
import type { CommandRun } from '../../commands/use-command';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { SegmentedControl } from '@/ui/fields/segmented-control';
import { SheetFooter } from '@/ui/overlays/sheet-footer';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { FormDateField, FormTextField } from '@/forms/fields';
import { FormOfFields } from '@/forms/form-of-fields';
import { useCommandForm } from '@/forms/use-command-form';
import { DateRange, formatLength } from '../../../src/domain/values/date-range';
import { MAX_STEPS } from '../../../src/domain/price-plan/ladder';
import { onePrice, USUAL_KIND } from '../../../src/domain/license/price-list';
import { planInput } from '../../../src/wire/forms/license';
import { CommandNotice } from '../../commands/form-words';
import { licenseDraft } from '../license-commands';
import { DayFields, DevicesField, OfferNameField } from './offer-fields';
import { PlaceLine } from './offer-inspector';
import { placeWords, windowOfDays } from './place-words';
import { apartFromPrices, CurrencyField, PriceFields, PriceKindField } from './price-fields';
import { EMPTY_STEP, nothingTyped, planOf, type Prefill, type TypedPlan } from './typed-plan';

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
          {kind === 'ladder' && <LadderFields form={form} />}
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

/** The steps of a ladder, one line each. */
function LadderFields({ form: { control } }: { form: UseFormReturn<TypedPlan> }) {
  const { fields, append, remove } = useFieldArray({ control, name: 'steps' });
  const [start, steps] = useWatch({ control, name: ['start', 'steps'] });
  const total = steps.reduce((sum, { days }) => sum + Number(days), 0);
  const run = Number.isInteger(total) && total > 0 && total < 40_000 ? runOf(start, total) : null;
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3">
        <FormDateField label="First day" name="start" />
        <CurrencyField />
      </div>
      <PriceKindField name="priceKind" />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-table text-ink-2">Steps, one after another</legend>
        {fields.map(({ id }, index) => (
          <div
            key={id}
            role="group"
            aria-label={`Step ${index + 1}`}
            className="grid grid-cols-[minmax(0,1fr)_4.5rem_3.5rem_2rem] items-start gap-2"
          >
            <FormTextField
              label={`Name of step ${index + 1}`}
              isLabelHidden
              name={`steps.${index}.name`}
              placeholder="Name"
              autoComplete="off"
            />
            <FormTextField
              label={`Price of step ${index + 1}`}
              isLabelHidden
              name={`steps.${index}.price`}
              placeholder="Price"
              autoComplete="off"
            />
            <FormTextField
              label={`Days of step ${index + 1}`}
              isLabelHidden
              name={`steps.${index}.days`}
              inputMode="numeric"
              autoComplete="off"
            />
            <IconButton
              label={`Remove step ${index + 1}`}
              icon={<X aria-hidden />}
              isDisabled={fields.length === 1}
              onPress={() => {
                remove(index);
              }}
            />
          </div>
        ))}
        <div className="flex items-center gap-3">
          <Button
            variant="quiet"
            size="toolbar"
            isDisabled={fields.length >= MAX_STEPS}
            onPress={() => {
              append(EMPTY_STEP, { shouldFocus: false });
            }}
          >
            <Plus aria-hidden />
            Add step
          </Button>
          {run !== null && (
            <span className="text-table text-ink-3">
              {formatLength(total)}, {run.toString()}
            </span>
          )}
        </div>
      </fieldset>
    </>
  );
}

function runOf(firstDay: string, days: number): DateRange | null {
  const first = windowOfDays(firstDay, 'open');
  return first === null ? null : DateRange.ofLength(first.startsOn, days);
}

const STEP = /^steps\.\d+$/;
