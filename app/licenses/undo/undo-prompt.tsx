'use client';

import type { NextUndo } from './next-undo';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlays/dialog';

/** Asks before somebody else's change is taken back. */
export function UndoPrompt({
  next: { actor, words, at, version },
  onUndo,
  onClose,
}: {
  next: NextUndo;
  onUndo: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog
      isOpen
      isDismissable
      role="alertdialog"
      onClose={onClose}
      title={`Undo ${actor}’s change?`}
      description={`${actor} saved version ${version}, ${at}. Undoing it creates a new version; the history has both.`}
      footer={
        <>
          <Button variant="secondary" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" autoFocus onPress={onUndo}>
            Undo change
          </Button>
        </>
      }
    >
      <p className="rounded-control bg-sunken px-3 py-2 text-body break-words">{words}</p>
    </Dialog>
  );
}
