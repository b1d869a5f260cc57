'use client';

import type { ReactNode } from 'react';
import type { FormCommand, VersionedFormKind } from '../../src/wire/forms/forms';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { CommandNotice } from './form-words';
import { useCommand } from './use-command';

const UNDONE: readonly string[] = ['assigned', 'reopened', 'bulk-changed', 'saved'];

/** Says what one command did to several things, until one press takes all of it back; or what stands against that. It stands in a live region. */
export function UndoNotice({
  undo,
  undone,
  onUndone,
  children,
}: {
  /** What takes it back; `null` where nothing was changed. */
  undo: FormCommand<VersionedFormKind> | null;
  /** What is said then. */
  undone: ReactNode;
  onUndone?: (() => void) | undefined;
  /** What was done. */
  children: ReactNode;
}) {
  const { send, resend, phase, result } = useCommand({
    onAnswer: ({ status }) => {
      if (UNDONE.includes(status)) onUndone?.();
    },
  });
  if (result !== null && UNDONE.includes(result.status)) return <Notice tone="ok">{undone}</Notice>;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <Notice
        tone="ok"
        actions={
          undo !== null && (
            <Button
              variant="secondary"
              size="toolbar"
              isPending={phase !== 'idle'}
              onPress={() => {
                void send(undo);
              }}
            >
              Undo
            </Button>
          )
        }
      >
        {children}
      </Notice>
      <CommandNotice result={result} onAgain={() => void resend()} />
    </div>
  );
}
