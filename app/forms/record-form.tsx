'use client';

import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { RecordForm as State } from './use-record-form';
import { Button } from '@/ui/button';
import { RefusalNotice } from '@/ui/overlays/notice';
import { FormOfFields } from './form-of-fields';

/** The form of something that is made: its fields, why nothing was made, the button, and what there is to say afterwards. */
export function RecordForm<Values extends FieldValues, Answer>({
  state: { form, draft, refusal, isSending, onSubmit },
  label,
  send,
  after,
  children,
}: {
  state: State<Values, Answer>;
  label: string;
  /** Label of the button that sends it. */
  send: string;
  /** What there is to say of what was made last. */
  after: ReactNode;
  children: ReactNode;
}) {
  return (
    <FormOfFields
      form={form}
      draft={draft}
      label={label}
      className="flex max-w-150 flex-col gap-4 px-4 py-4"
      onSubmit={onSubmit}
    >
      {children}
      <RefusalNotice refusal={refusal} />
      <div>
        <Button type="submit" variant="primary" isPending={isSending}>
          {send}
        </Button>
      </div>
      {after}
    </FormOfFields>
  );
}
