'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { v4 as uuid } from 'uuid';
import type { Option } from '@/ui/fields/select-field';
import type { ExportedEndDates } from '../../src/domain/avails/end-dates';
import type { ExportFormat } from '../../src/domain/export/export-query';
import type { MakeExportInput } from '../../src/wire/forms/export';
import { onDemand } from '@/ui/overlays/on-demand';
import { runRecord } from '@/commands/run-record';
import { Button } from '@/ui/button';
import { useWhenIdle } from '@/ui/use-when-idle';
import { FilterChip } from '@/ui/chip';
import { SelectField } from '@/ui/fields/select-field';
import { Notice, RefusalNotice } from '@/ui/overlays/notice';
import { FormSegmentedControl } from '@/forms/fields/segmented-control';
import { FormLongSelectField } from '@/forms/fields/long-select-field';
import { FormSelectField } from '@/forms/fields/select-field';
import { FormOfFields } from '@/forms/form-of-fields';
import { useRecordForm } from '@/forms/use-record-form';
import { EXPORTED_END_DATES, STANDARD_END_DATES } from '../../src/domain/avails/end-dates';
import { EXPORT_FORMATS } from '../../src/domain/export/export-query';

// Most exports are of every offer: no page waits for the date field.
const FormDateField = onDemand(() =>
  import('@/forms/fields/date-field').then((module) => module.FormDateField),
);

/** The choice of no receiver. */
const NO_PROFILE = 'none';

/** A choice that leaves the filter out. */
const ANY = 'any';
const ANY_OPTION: Option = { value: ANY, label: 'All studios' };

type Days = MakeExportInput['days'];

const DAYS: readonly (Option & { readonly value: Days })[] = [
  { value: 'all', label: 'Every offer' },
  { value: 'on', label: 'Running on a day' },
  { value: 'from', label: 'Running on a day or later' },
];

const FORMATS = (Object.keys(EXPORT_FORMATS) as ExportFormat[]).map((value) => ({
  value,
  label: EXPORT_FORMATS[value],
}));

const END_DATES = (Object.keys(EXPORTED_END_DATES) as ExportedEndDates[]).map((value) => ({
  value,
  label: EXPORTED_END_DATES[value],
}));

/** What was chosen one by one on another page. */
export interface Selection extends Pick<
  MakeExportInput,
  'contractIds' | 'licenseIds' | 'contentIds'
> {
  /** Its name; '' when nothing was chosen. */
  readonly words: string;
}

type EndDatesByStudio = Readonly<Record<string, ExportedEndDates>>;

/** An export as its form has it. */
interface TypedExport extends Omit<MakeExportInput, 'endDates'> {
  /** '' as long as what was last used for the studio applies. */
  readonly endDates: ExportedEndDates | '';
}

/** Orders an export. What it starts with comes from the address. */
export function ExportForm({
  asked,
  studios,
  endDatesByStudio,
  profiles,
  selection,
  initial,
}: {
  /** What its address asks for: what is typed is kept for it. */
  asked: string;
  studios: readonly string[];
  /** How End was last written for a studio. */
  endDatesByStudio: EndDatesByStudio;
  /** The receivers that have one. */
  profiles: readonly { readonly id: string; readonly name: string }[];
  selection: Selection;
  initial: { readonly studio: string | null; readonly days: Days; readonly day: string | null };
}) {
  const router = useRouter();
  useWhenIdle(FormDateField.preload);
  // The list stays as it was when the form was opened: it does not change under the hand that chooses from it.
  const [options] = useState(() => [
    ANY_OPTION,
    ...studios.map((value) => ({ value, label: value })),
  ]);
  const { words, ...chosen } = selection;
  const orderOf = ({ studio, endDates, profileId, ...typed }: TypedExport): MakeExportInput => ({
    ...typed,
    profileId: profileId === NO_PROFILE ? '' : profileId,
    studio: studio === ANY ? '' : studio,
    endDates: endDates === '' ? endDatesOf(studio, endDatesByStudio) : endDates,
  });
  const { form, draft, onSubmit, isSending, refusal, made } = useRecordForm({
    empty: (last: TypedExport | null): TypedExport => ({
      ...(last ?? {
        studio: initial.studio ?? ANY,
        days: initial.days,
        day: initial.day ?? '',
        format: 'xlsx',
        endDates: '',
        profileId: NO_PROFILE,
      }),
      // All that match can be others than when something was typed.
      ...chosen,
      exportId: uuid(),
    }),
    check: (values) => ({ codec: loadCodec, typed: orderOf(values) }),
    send: (values) => runRecord({ kind: 'make-export', input: orderOf(values) }),
    thing: 'export',
    draft: { form: `export/${asked}`, version: 0 },
  });
  const days = useWatch({ control: form.control, name: 'days' });
  const profileId = useWatch({ control: form.control, name: 'profileId' });
  return (
    <FormOfFields
      form={form}
      draft={draft}
      label="New export"
      className="flex max-w-180 flex-col gap-4 px-4 py-4"
      onSubmit={onSubmit}
    >
      {words !== '' && (
        <div className="flex">
          <FilterChip
            label="Only"
            value={words}
            onRemove={() => {
              router.replace('/exports');
            }}
          />
        </div>
      )}
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <FormLongSelectField label="Studio" name="studio" options={options} />
        <FormSelectField label="Offers" name="days" options={DAYS} />
        {days !== 'all' && <FormDateField label="Day" name="day" />}
      </div>
      <FormSegmentedControl label="File" isLabelShown name="format" options={FORMATS} />
      {profiles.length > 0 && (
        <FormSelectField
          label="Receiver"
          name="profileId"
          description="The file is written as the receiver needs it."
          options={[
            { value: NO_PROFILE, label: 'None: as the standard says' },
            ...profiles.map(({ id: value, name: label }) => ({ value, label })),
          ]}
        />
      )}
      {profileId === NO_PROFILE && <EndDatesField byStudio={endDatesByStudio} />}
      {(words !== '' || days !== 'all') && (
        <Notice tone="attention" role="note">
          This export has only some offers of its titles. A recipient who imports it as a full
          extract withdraws the others.
        </Notice>
      )}
      <RefusalNotice refusal={refusal} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" isPending={isSending}>
          Export
        </Button>
        {made !== null && refusal === null && (
          <p role="status" className="text-table text-ink-2">
            Export started. The file will appear below.
          </p>
        )}
      </div>
    </FormOfFields>
  );
}

/** Shows what was last used for the studio, until something else is chosen. */
function EndDatesField({ byStudio }: { byStudio: EndDatesByStudio }) {
  const { field } = useController<TypedExport, 'endDates'>({ name: 'endDates' });
  const studio = useWatch<TypedExport, 'studio'>({ name: 'studio' });
  return (
    <SelectField
      label="End of a window"
      description="Choose date and time if the recipient reads a date as the start of that day."
      options={END_DATES}
      value={field.value === '' ? endDatesOf(studio, byStudio) : field.value}
      onChange={field.onChange}
    />
  );
}

function endDatesOf(studio: string, byStudio: EndDatesByStudio): ExportedEndDates {
  return byStudio[studio] ?? STANDARD_END_DATES;
}

async function loadCodec() {
  return (await import('../../src/wire/forms/export')).makeExportInput;
}
