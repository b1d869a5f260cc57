'use client';

import { useState } from 'react';
import { Button } from '@/ui/button';
import { undoImportAction } from './actions';
import { useDecision } from './decision-desk';

/** Takes back what the import saved, in two steps. */
export function UndoImport({ importId, revision }: { importId: string; revision: number }) {
  const [isAsked, setAsked] = useState(false);
  const { decide, pending } = useDecision();
  if (!isAsked)
    return (
      <Button size="toolbar" onPress={() => setAsked(true)}>
        Undo import
      </Button>
    );
  return (
    <>
      <span className="self-center">Everything it saved goes back to what it was before.</span>
      <Button
        size="toolbar"
        autoFocus
        isPending={pending === 'undo'}
        onPress={() => void decide('undo', () => undoImportAction({ importId, revision }))}
      >
        Undo it
      </Button>
      <Button size="toolbar" variant="quiet" onPress={() => setAsked(false)}>
        Keep it
      </Button>
    </>
  );
}
