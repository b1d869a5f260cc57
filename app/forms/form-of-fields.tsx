'use client';

import { getLocalTimeZone } from '@internationalized/date';
import type { KeyboardEvent, ReactNode, SubmitEvent } from 'react';
import { FormProvider, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { DraftState } from './use-draft';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';

/** The form around fields of this folder, with what there is to say of its draft. */
export function FormOfFields<Values extends FieldValues>({
  form,
  draft,
  id,
  label,
  className,
  action,
  onSubmit,
  children,
}: {
  form: UseFormReturn<Values>;
  draft: DraftState;
  id?: string | undefined;
  label?: string | undefined;
  className: string;
  /** Where the browser sends the form by itself, before JavaScript is there. */
  action?: ((posted: FormData) => void) | undefined;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  children: ReactNode;
}) {
  return (
    <FormProvider {...form}>
      <form
        id={id}
        aria-label={label}
        noValidate
        className={className}
        action={action}
        onSubmit={onSubmit}
        onKeyDownCapture={submitOnCtrlEnter}
      >
        <DraftNotice {...draft} />
        {children}
      </form>
    </FormProvider>
  );
}

/** From fields, too, in which Enter alone sends nothing; the parts of a day keep their keys from bubbling up. */
function submitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

/** What there is to say of a draft: that it is back, or that the browser cannot keep it. */
export function DraftNotice({ foundAt, isLost, discard }: DraftState) {
  if (isLost)
    return (
      <Notice tone="attention" role="status" title="Your changes are not kept.">
        They are lost if you leave this form: this browser cannot store them. Save before you leave.
      </Notice>
    );
  if (foundAt === null) return null;
  return (
    <Notice
      tone="attention"
      role="status"
      actions={
        <Button variant="secondary" size="toolbar" onPress={discard}>
          Discard
        </Button>
      }
    >
      Your unsaved changes from {timeOf(foundAt)} are back.
    </Notice>
  );
}

/** The time of day on the clock of who looks, of an instant of today. */
export function timeOf(instant: string): string {
  return new Intl.DateTimeFormat('en-US', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: getLocalTimeZone(),
  }).format(new Date(instant));
}
