import { Button } from '@/ui/button';

/** At the foot of a sheet whose effect is seen before it is confirmed: leave it, or send its form. */
export function ConfirmFooter({
  formId,
  isBusy,
  isOff,
  onClose,
  children,
}: {
  formId: string;
  /** Whether the command is under way. */
  isBusy: boolean;
  /** Whether there is nothing that could be confirmed. */
  isOff: boolean;
  onClose: () => void;
  /** What confirming does, in words. */
  children: string;
}) {
  return (
    <>
      <Button variant="quiet" keyCap="Esc" onPress={onClose}>
        Cancel
      </Button>
      <Button
        type="submit"
        form={formId}
        variant="primary"
        keyCap="Ctrl ↵"
        className="ms-auto"
        isPending={isBusy}
        isDisabled={isOff}
      >
        {children}
      </Button>
    </>
  );
}
