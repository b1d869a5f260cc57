'use client';

import { useId, type ReactNode, type SubmitEvent } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { DraftState } from './use-draft';
import { SheetFooter } from '@/ui/overlays/sheet-footer';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { FormOfFields } from './form-of-fields';

/** A sheet that is one form: its fields, and below them what cancels and what sends it. */
export function FormSheet<Values extends FieldValues>({
  eyebrow,
  title,
  form,
  draft,
  send,
  isPending,
  confirms,
  isWidest,
  onSubmit,
  onClose,
  children,
}: {
  eyebrow: ReactNode;
  title: ReactNode;
  form: UseFormReturn<Values>;
  draft: DraftState;
  /** Label of the button that sends it. */
  send: string;
  isPending: boolean;
  /** Whether Ctrl Enter sends the form now, wherever the focus is; left out where there is no such key. */
  confirms?: boolean | undefined;
  /** 440 px: for forms that show what they do on a button with many words. */
  isWidest?: boolean | undefined;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const formId = useId();
  return (
    <SideSheet
      isOpen
      isWide
      isWidest={isWidest}
      onClose={onClose}
      eyebrow={eyebrow}
      title={title}
      footer={
        <SheetFooter
          formId={formId}
          send={send}
          isPending={isPending}
          confirms={confirms}
          onCancel={onClose}
        />
      }
    >
      <FormOfFields
        form={form}
        draft={draft}
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={onSubmit}
      >
        {children}
      </FormOfFields>
    </SideSheet>
  );
}
