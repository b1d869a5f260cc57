'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlays/dialog';

/** The button of a conflict that goes on; it does nothing while something is still open. */
export interface GoOn {
  readonly label: string;
  /** `null` while something is still to be chosen or found out. */
  readonly apply: (() => void) | null;
}

/**
 * The dialog of every conflict: what happened, and three ways on. Nothing is saved until the person chooses; Enter goes on,
 * Escape goes back to what was typed.
 */
export function ConflictFrame({
  subject,
  description,
  footnote,
  isBusy,
  goOn,
  more,
  onKeepEditing,
  onDrop,
  children,
}: {
  /** Who saved, at the beginning of a sentence. */
  subject: string;
  description: ReactNode;
  footnote: string;
  isBusy: boolean;
  /** `null` where there is no way on. */
  goOn: GoOn | null;
  /** Buttons beside the one that goes on. */
  more?: ReactNode;
  onKeepEditing: () => void;
  onDrop: () => void;
  children: ReactNode;
}) {
  const primaryButton = useRef<HTMLButtonElement>(null);
  const canApply = (goOn?.apply ?? null) !== null;
  // Enter applies: from the start where nothing is in dispute, and as soon as the last choice is made.
  useEffect(() => {
    if (canApply) primaryButton.current?.focus();
  }, [canApply]);
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onKeepEditing}
      title={`${subject} saved while you were editing`}
      description={description}
      footnote={footnote}
      footer={
        <>
          <Button variant="danger-text" isDisabled={isBusy} onPress={onDrop}>
            Discard my change
          </Button>
          <Button variant="secondary" isDisabled={isBusy} keyCap="Esc" onPress={onKeepEditing}>
            Keep editing
          </Button>
          {more}
          {goOn !== null && (
            <span className="contents max-sm:order-first max-sm:flex max-sm:w-full max-sm:*:grow">
              <Button
                ref={primaryButton}
                variant="primary"
                keyCap="Enter"
                isPending={isBusy}
                isDisabled={!canApply}
                onPress={() => {
                  goOn.apply?.();
                }}
              >
                {goOn.label}
              </Button>
            </span>
          )}
        </>
      }
    >
      {children}
    </Dialog>
  );
}
