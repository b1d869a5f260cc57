'use client';

import { Undo2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { NextUndo } from './next-undo';
import { IconButton } from '@/ui/icon-button';

const UndoPrompt = dynamic(() => import('./undo-prompt').then((module) => module.UndoPrompt));

/** Takes back the newest change that still counts, which it names; asks first where somebody else made it. */
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
  return (
    <>
      <IconButton
        label={`Undo ${next.isYours ? 'your change' : `${next.actor}’s change`}: ${next.words}`}
        icon={<Undo2 aria-hidden />}
        isDisabled={isDisabled}
        onPress={() => {
          if (next.isYours) onUndo();
          else setAsking(true);
        }}
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
