'use client';

import { Button } from '../button';
import { useConfirmKey } from './use-confirm-key';

/** Footer of a sheet with a form: cancel and submit. */
export function SheetFooter({
  formId,
  send,
  isPending,
  confirms,
  onCancel,
}: {
  formId: string;
  /** Label of the submit button. */
  send: string;
  isPending: boolean;
  /** Whether Ctrl Enter sends the form now, wherever the focus is; left out where there is no such key. */
  confirms?: boolean | undefined;
  onCancel: () => void;
}) {
  const hasKeys = confirms !== undefined;
  useConfirmKey(formId, confirms !== true || isPending);
  return (
    <>
      <Button variant="quiet" keyCap={hasKeys ? 'Esc' : undefined} onPress={onCancel}>
        Cancel
      </Button>
      <Button
        className="ms-auto"
        type="submit"
        form={formId}
        variant="primary"
        keyCap={hasKeys ? 'Ctrl ↵' : undefined}
        isPending={isPending}
      >
        {send}
      </Button>
    </>
  );
}
