'use client';

import { v4 as uuid } from 'uuid';
import type { ExportedEndDates } from '../../src/domain/avails/end-dates';
import type { TerritoryStyle } from '../../src/domain/avails/territory-lists';
import type { SaveExportProfileInput } from '../../src/wire/forms/export';
import { runRecord } from '@/commands/run-record';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { FormCheckboxes, FormTextField } from '@/forms/fields';
import { FormSelectField } from '@/forms/fields/select-field';
import { FormOfFields } from '@/forms/form-of-fields';
import { useRecordForm } from '@/forms/use-record-form';
import { EXPORTED_END_DATES, STANDARD_END_DATES } from '../../src/domain/avails/end-dates';
import { TERRITORY_STYLES, USUAL_TERRITORY_STYLE } from '../../src/domain/avails/territory-lists';
import { FORMATS } from '../../src/domain/values/format';

const END_DATES = (Object.keys(EXPORTED_END_DATES) as ExportedEndDates[]).map((value) => ({
  value,
  label: EXPORTED_END_DATES[value],
}));

const TERRITORIES = (Object.keys(TERRITORY_STYLES) as TerritoryStyle[]).map((value) => ({
  value,
  label: TERRITORY_STYLES[value],
}));

const FORMAT_NAMES = Object.fromEntries(FORMATS.map((name) => [name, name]));

/** Saves how exports are written for a receiver. */
export function ProfileForm() {
  const { form, draft, onSubmit, isSending, refusal, made } = useRecordForm({
    empty: (): SaveExportProfileInput => ({
      profileId: uuid(),
      name: '',
      endDates: STANDARD_END_DATES,
      territories: USUAL_TERRITORY_STYLE,
      formats: [...FORMATS],
      withoutColumns: '',
    }),
    check: (values) => ({ codec: loadCodec, typed: values }),
    send: (input) => runRecord({ kind: 'save-export-profile', input }),
    thing: 'profile',
    draft: { form: 'export-profile', version: 0 },
  });
  return (
    <FormOfFields
      form={form}
      draft={draft}
      label="Receiver"
      className="flex max-w-180 flex-col gap-4 px-4 py-4"
      onSubmit={onSubmit}
    >
      <FormTextField
        label="Name of the receiver"
        name="name"
        description="Saving a name that exists replaces its profile."
        autoComplete="off"
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <FormSelectField
          label="End of a window"
          name="endDates"
          description="Choose date and time if the receiver reads a date as the start of that day."
          options={END_DATES}
        />
        <FormSelectField label="Territories" name="territories" options={TERRITORIES} />
      </div>
      <FormCheckboxes name="formats" legend="Formats" options={FORMAT_NAMES} />
      <FormTextField
        label="Columns to leave out"
        name="withoutColumns"
        description="Names separated by commas, such as RetailerSpare1, OtherTerms. The file keeps all others."
        autoComplete="off"
      />
      {refusal !== null && (
        <Notice tone="refused" role="alert" answer={refusal}>
          {refusal.message}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="secondary" isPending={isSending}>
          Save receiver
        </Button>
        {made !== null && refusal === null && (
          <p role="status" className="text-table text-ink-2">
            Saved. Choose {made.values.name.trim()} in a new export.
          </p>
        )}
      </div>
    </FormOfFields>
  );
}

async function loadCodec() {
  return (await import('../../src/wire/forms/export')).saveExportProfileInput;
}
