'use client';

import { useState } from 'react';
import { Button } from '@/ui/button';
import { ForEditors } from '@/ui/role';
import { DecisionButton } from './decision-button';
import { useDecision } from './decision-desk';

/** Takes back what the import saved, in two steps. */
export function UndoImport({ importId, revision }: { importId: string; revision: number }) {
  const [isAsked, setAsked] = useState(false);
  const { decide } = useDecision();
  if (!isAsked)
    return (
      <ForEditors>
        <Button size="toolbar" onPress={() => setAsked(true)}>
          Undo import
        </Button>
      </ForEditors>
    );
  return (
    <>
      <span className="self-center">Everything this import saved will be reverted.</span>
      <DecisionButton
        decision="undo"
        size="toolbar"
        autoFocus
        onPress={() => void decide('undo', { kind: 'undo-import', input: { importId, revision } })}
      >
        Undo it
      </DecisionButton>
      <Button size="toolbar" variant="quiet" onPress={() => setAsked(false)}>
        Keep it
      </Button>
    </>
  );
}
