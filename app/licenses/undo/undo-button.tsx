'use client';

import { Undo2 } from 'lucide-react';
import { onDemand } from '@/ui/overlays/on-demand';
import { useState } from 'react';
import type { NextUndo } from './next-undo';
import { IconButton } from '@/ui/icon-button';
import { usePageKey } from '../../keys/use-page-key';

const UndoPrompt = onDemand(() => import('./undo-prompt').then((module) => module.UndoPrompt));

/** On every page that has something to take back. */
export const UNDO_KEY = {
  key: 'z',
  isShifted: false,
  isControlled: true,
  does: 'Undo the last change',
};

/** Takes back the newest change that still counts, which it names, also by Ctrl Z; asks first where somebody else made it. */
export function UndoButton({
  next,
  isDisabled,
  onUndo,
}: {
  next: NextUndo;
  isDisabled: boolean;
  onUndo: () => void;
}) {
  const [isAsking, setAsking] = useState(false);
  const undo = () => {
    if (next.isYours) onUndo();
    else setAsking(true);
  };
  usePageKey(UNDO_KEY, undo, isDisabled || isAsking);
  return (
    <>
      <IconButton
        label={`Undo ${next.isYours ? 'your change' : `${next.actor}’s change`}: ${next.words}`}
        icon={<Undo2 aria-hidden />}
        isDisabled={isDisabled}
        onPress={undo}
      />
      {isAsking && (
        <UndoPrompt
          next={next}
          onUndo={() => {
            setAsking(false);
            onUndo();
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
