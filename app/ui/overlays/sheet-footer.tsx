import { Button } from '../button';

/** Footer of a sheet with a form: cancel and submit. */
export function SheetFooter({
  formId,
  send,
  isPending,
  onCancel,
}: {
  formId: string;
  /** Label of the submit button. */
  send: string;
  isPending: boolean;
  onCancel: () => void;
}) {
  return (
    <>
      <Button variant="quiet" onPress={onCancel}>
        Cancel
      </Button>
      <span className="ms-auto" />
      <Button type="submit" form={formId} variant="primary" isPending={isPending}>
        {send}
      </Button>
    </>
  );
}
