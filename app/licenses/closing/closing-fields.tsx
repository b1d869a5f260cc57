'use client';

import { useController, useFormState } from 'react-hook-form';
import type { LicenseClosing } from '../../../src/domain/closing';
import type { ClosingTyped } from './closing-input';
import { FormDateField, FormTextField } from '@/forms/fields';
import { SelectField } from '@/ui/fields/select-field';
import { OTHER, REASONS } from './closing-input';

/** The last day and the reason; a license that is void has no last day. */
export function ClosingFields({
  kind,
  note,
  refusal,
}: {
  kind: LicenseClosing['kind'];
  /** What is said of the day that is typed. */
  note: string | undefined;
  /** Why it cannot be closed so. */
  refusal: string | null;
}) {
  return (
    <div className="flex flex-col gap-4">
      {kind === 'ended' && (
        <FormDateField name="lastDay" label="Last day" description={note} autoFocus>
          {refusal !== null && (
            <p role="alert" className="text-table text-clay-ink">
              {refusal}
            </p>
          )}
        </FormDateField>
      )}
      <ReasonFields kind={kind} />
      {kind === 'void' && refusal !== null && (
        <p role="alert" className="text-table text-clay-ink">
          {refusal}
        </p>
      )}
    </div>
  );
}

/** A usual reason, or another one in words. */
export function ReasonFields({ kind }: { kind: LicenseClosing['kind'] }) {
  const { field } = useController<ClosingTyped, 'why'>({ name: 'why' });
  const { errors } = useFormState<ClosingTyped>();
  const options = [
    ...Object.entries(REASONS[kind]).map(([value, label]) => ({ value, label })),
    { value: OTHER, label: 'Other' },
  ];
  return (
    <>
      <SelectField
        label="Reason"
        options={options}
        placeholder="Choose a reason"
        value={field.value}
        onChange={field.onChange}
        autoFocus={kind === 'void'}
        errorMessage={
          field.value === '' && errors.reason !== undefined ? 'Choose a reason.' : undefined
        }
      />
      {field.value === OTHER && (
        <FormTextField
          name="reason"
          label="Reason in your words"
          description="Kept in the history, and shown wherever it says that this ended or is void."
          autoComplete="off"
        />
      )}
    </>
  );
}
