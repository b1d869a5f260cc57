'use client';

import { Plus, X } from 'lucide-react';
import { useId, useState, type SubmitEvent } from 'react';
import type { License } from '../../../src/domain/license/license';
import type { OfferData } from '../../../src/domain/license/offer';
import type { CommandRun } from '../../commands/use-command';
import type { PlanInput } from '../../../src/wire/forms/license';
import type { ProposedChange } from '../../../src/domain/license/license-change';
import { Button } from '@/ui/button';
import { DateDayField } from '@/ui/fields/date-field';
import { IconButton } from '@/ui/icon-button';
import { SegmentedControl } from '@/ui/fields/segmented-control';
import { SheetFooter } from '@/ui/overlays/sheet-footer';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { TextField } from '@/ui/fields/text-field';
import { DateRange, formatLength } from '../../../src/domain/values/date-range';
import { deviceSet } from '../../../src/domain/values/device';
import { CommandNotice, fieldError } from '../../commands/form-words';
import { offerOfForm, textOf, textsOf } from '../license-commands';
import {
  CurrencyField,
  DayFields,
  DevicesField,
  OfferNameField,
  PriceFields,
  type ErrorOf,
} from './offer-fields';
import { PlaceLine } from './offer-inspector';
import { placeWords, windowOfDays } from './place-words';

type PlanKind = PlanInput['kind'];

const KINDS = [
  { value: 'at', label: 'At dates' },
  { value: 'first-free', label: 'First free' },
  { value: 'ladder', label: 'Price ladder' },
] as const;

/** Where a new offer would begin and end: a slot that was clicked, or the first that is free. */
export interface Prefill {
  readonly firstDay: string;
  /** `open`, or '' when unknown. */
  readonly lastDay: string;
}

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
  const [kind, setKind] = useState<PlanKind>('at');
  const [days, setDays] = useState<{ firstDay: string | null; lastDay: string | null }>(prefill);
  const license = makeLicense();
  const { devices } = license.details.terms;
  const currency = lastOffer?.price.currency ?? 'USD';
  const errorOf = (field: string) => fieldError(command.result, field);
  const window = windowOfDays(days.firstDay, days.lastDay);
  const place =
    window === null
      ? null
      : placeWords(license, window, {
          kind: 'offers-generated',
          offers: [
            { name: 'This offer', price: { minor: 0, currency }, window: window.toData(), devices },
          ],
        });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void command.send({
      kind: 'generate-offers',
      input: {
        licenseId: license.id,
        expectedVersion: baseVersion,
        plan: planOfForm(kind, event.currentTarget),
      },
    });
  };
  return (
    <SideSheet
      isOpen
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
            setKind(chosen);
            command.dismiss();
          }}
        />
        <form id={formId} noValidate className="flex flex-col gap-4" onSubmit={submit}>
          {kind !== 'ladder' && <OfferNameField initial="" errorOf={errorOf} />}
          {kind !== 'ladder' && <PriceFields currency={currency} errorOf={errorOf} />}
          {kind === 'at' && (
            <DayFields
              firstDay={prefill.firstDay}
              lastDay={prefill.lastDay}
              canBeOpen={license.window.endsOn === null}
              errorOf={errorOf}
              onChange={(changed) => {
                setDays((before) => ({ ...before, ...changed }));
              }}
            >
              {place !== null && <PlaceLine {...place} />}
            </DayFields>
          )}
          {kind === 'first-free' && <FirstFreeFields from={prefill.firstDay} errorOf={errorOf} />}
          {kind === 'ladder' && (
            <LadderFields start={prefill.firstDay} currency={currency} errorOf={errorOf} />
          )}
          <DevicesField initial={deviceSet(devices)} licensed={devices} errorOf={errorOf} />
          <CommandNotice
            result={command.result}
            onTake={(way) => {
              onTake(way.change);
            }}
            onAgain={() => void command.resend()}
          />
        </form>
      </div>
    </SideSheet>
  );
}

function FirstFreeFields({ from, errorOf }: { from: string; errorOf: ErrorOf }) {
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <TextField
        label="Days"
        name="days"
        inputMode="numeric"
        defaultValue="30"
        errorMessage={errorOf('days')}
        autoComplete="off"
      />
      <DateDayField
        label="On or after"
        name="onOrAfter"
        defaultValue={from}
        errorMessage={errorOf('onOrAfter')}
      />
    </div>
  );
}

/** The steps of a ladder, one line each; steps are named by a number that stays theirs when others go. */
function LadderFields({
  start,
  currency,
  errorOf,
}: {
  start: string;
  currency: string;
  errorOf: ErrorOf;
}) {
  const [steps, setSteps] = useState([0, 1, 2]);
  const [firstDay, setFirstDay] = useState<string | null>(start);
  const [lengths, setLengths] = useState<Readonly<Record<number, string>>>({});
  const total = steps.reduce((sum, step) => sum + Number(lengths[step] ?? '30'), 0);
  const run =
    firstDay !== null && Number.isInteger(total) && total > 0 && total < 40_000
      ? windowOfLength(firstDay, total)
      : null;
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3">
        <DateDayField
          label="First day"
          name="start"
          defaultValue={start}
          errorMessage={errorOf('start') ?? errorOf('firstDay')}
          onChange={setFirstDay}
        />
        <CurrencyField initial={currency} errorOf={errorOf} />
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-table text-ink-2">Steps, one after another</legend>
        {steps.map((step, index) => (
          <div
            key={step}
            role="group"
            aria-label={`Step ${index + 1}`}
            className="grid grid-cols-[minmax(0,1fr)_4.5rem_3.5rem_2rem] items-start gap-2"
          >
            <TextField
              label={`Name of step ${index + 1}`}
              isLabelHidden
              name="stepName"
              placeholder="Name"
              errorMessage={errorOf(`steps.${index}.name`)}
              autoComplete="off"
            />
            <TextField
              label={`Price of step ${index + 1}`}
              isLabelHidden
              name="stepPrice"
              placeholder="Price"
              inputMode="decimal"
              errorMessage={errorOf(`steps.${index}.price`)}
              autoComplete="off"
            />
            <TextField
              label={`Days of step ${index + 1}`}
              isLabelHidden
              name="stepDays"
              defaultValue="30"
              inputMode="numeric"
              errorMessage={errorOf(`steps.${index}.days`)}
              onChange={(days) => {
                setLengths((before) => ({ ...before, [step]: days }));
              }}
              autoComplete="off"
            />
            <IconButton
              label={`Remove step ${index + 1}`}
              icon={<X aria-hidden />}
              isDisabled={steps.length === 1}
              onPress={() => {
                setSteps((before) => before.filter((other) => other !== step));
              }}
            />
          </div>
        ))}
        <div className="flex items-center gap-3">
          <Button
            variant="quiet"
            size="toolbar"
            isDisabled={steps.length >= 100}
            onPress={() => {
              setSteps((before) => [...before, Math.max(...before) + 1]);
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
        {errorOf('steps') !== undefined && (
          <p className="text-table text-clay-ink">{errorOf('steps')}</p>
        )}
      </fieldset>
    </>
  );
}

function windowOfLength(firstDay: string, days: number): DateRange | null {
  const first = windowOfDays(firstDay, 'open');
  return first === null ? null : DateRange.ofLength(first.startsOn, days);
}

function planOfForm(kind: PlanKind, form: HTMLFormElement): PlanInput {
  const data = new FormData(form);
  const { name, price, currency, devices, ...days } = offerOfForm(form);
  switch (kind) {
    case 'at':
      return { kind, offers: [{ name, price, currency, devices, ...days }] };
    case 'first-free':
      return {
        kind,
        name,
        price,
        currency,
        devices,
        days: textOf(data, 'days'),
        onOrAfter: textOf(data, 'onOrAfter'),
      };
    case 'ladder': {
      const [prices, lengths] = [textsOf(data, 'stepPrice'), textsOf(data, 'stepDays')];
      const steps = textsOf(data, 'stepName').map((stepName, index) => ({
        name: stepName,
        price: prices[index] ?? '',
        days: lengths[index] ?? '',
      }));
      return { kind, start: textOf(data, 'start'), currency, devices, steps };
    }
  }
}
