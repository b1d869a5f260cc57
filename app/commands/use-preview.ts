'use client';

import { useEffect, useState } from 'react';
import type { FormCommand, VersionedFormKind } from '../../src/wire/forms/forms';
import type { CommandResult } from './command-result';
import { useCommand } from './use-command';

export interface PreviewRun {
  /** The last answer, also while the next one is still to come; `null` while nothing is asked. */
  readonly known: CommandResult | null;
  /** The answer to what is asked now; `null` until it comes. */
  readonly answer: CommandResult | null;
  /** Whether the answer to what is asked now is still to come. */
  readonly isChecking: boolean;
  /** That the server does not answer, and whether it is asked again by itself; `null` when it did. */
  readonly trouble: 'waiting' | 'offline' | 'unanswered' | null;
  readonly again: () => void;
}

/**
 * Asks what a command would do, whenever that changes; one question at a time, the newest at last.
 *
 * @param asked the dry run; `null` while there is nothing to ask. It must stay the same object as long as it is the same question.
 */
export function usePreview<K extends VersionedFormKind>(asked: FormCommand<K> | null): PreviewRun {
  const { send, phase, result } = useCommand<K>();
  const [answered, setAnswered] = useState<{
    readonly asked: FormCommand<K> | null;
    readonly answer: CommandResult;
  } | null>(null);
  const isDue = asked !== null && answered?.asked !== asked;
  useEffect(() => {
    if (asked === null || !isDue || phase !== 'idle') return;
    void send(asked, (answer) => {
      setAnswered({ asked, answer });
    });
  }, [send, asked, isDue, phase]);
  const answer = isDue ? null : (answered?.answer ?? null);
  return {
    known: asked === null ? null : (answered?.answer ?? null),
    answer: asked === null ? null : answer,
    isChecking: isDue,
    trouble:
      isDue && result?.status === 'waiting'
        ? result.isOffline
          ? 'offline'
          : 'waiting'
        : answer?.status === 'busy' || answer?.status === 'unknown'
          ? 'unanswered'
          : null,
    again: () => {
      setAnswered((last) => (last === null ? null : { ...last, asked: null }));
    },
  };
}
