import { Button } from '../button';

/** The footer of a sheet with a form: leave it, or send it. */
export function SheetFooter({
  formId,
  send,
  isPending,
  onCancel,
}: {
  formId: string;
  /** What sending the form does. */
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
