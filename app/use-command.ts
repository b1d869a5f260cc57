'use client';

import { useCallback, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { CommandResult } from './command-result';
import { answerWithin } from './answer-within';
import { beginSaving, noteSaved } from './live/own-saves';

const TRIES = 3;
/** The server takes no more than this, in bytes; what is larger is not sent. */
const LARGEST = 200_000;

export type CommandPhase = 'idle' | 'saving' | 'waiting';

export interface CommandRun<Input> {
  /** Sends a new intent; while one is under way a second call does nothing (a double click makes one offer). */
  readonly send: (input: Omit<Input, 'key'>) => Promise<CommandResult | null>;
  /** Sends the last intent again with the same key, after its outcome was unknown. */
  readonly resend: () => Promise<CommandResult | null>;
  readonly phase: CommandPhase;
  /** The last answer, until `dismiss` or the next `send`. */
  readonly result: CommandResult | null;
  readonly dismiss: () => void;
}

/**
 * Gives a command to the server: makes the key of the intent, and when an answer does not come, sends the same key again.
 * The server does an intent once, however often it arrives.
 */
export function useCommand<Input extends { key: string }>(
  action: (input: Input) => Promise<CommandResult>,
): CommandRun<Input> {
  const [phase, setPhase] = useState<CommandPhase>('idle');
  const [result, setResult] = useState<CommandResult | null>(null);
  const isUnderWay = useRef(false);
  const last = useRef<Input | null>(null);

  const deliver = useCallback(
    async (input: Input): Promise<CommandResult | null> => {
      if (isUnderWay.current) return null;
      if (new Blob([JSON.stringify(input)]).size > LARGEST) {
        setResult(TOO_LARGE);
        return TOO_LARGE;
      }
      isUnderWay.current = true;
      last.current = input;
      setPhase('saving');
      const endSaving = beginSaving();
      const answer = await persist(
        () => action(input),
        () => {
          setPhase('waiting');
        },
      );
      isUnderWay.current = false;
      if (answer.status === 'saved') noteSaved(answer.id, answer.version);
      endSaving();
      setPhase('idle');
      setResult(answer);
      return answer;
    },
    [action],
  );

  const send = useCallback(
    (input: Omit<Input, 'key'>) => deliver({ ...input, key: uuid() } as Input),
    [deliver],
  );
  const resend = useCallback(
    () => (last.current === null ? Promise.resolve(null) : deliver(last.current)),
    [deliver],
  );
  const dismiss = useCallback(() => {
    setResult(null);
  }, []);
  return { send, resend, phase, result, dismiss };
}

const TOO_LARGE: CommandResult = {
  status: 'invalid',
  message: 'This is too long to send. Nothing was saved; shorten the longest text.',
  fieldErrors: {},
};

const NO_ANSWER: CommandResult = {
  status: 'unknown',
  message: 'No answer came.',
};

async function persist(
  attempt: () => Promise<CommandResult>,
  onWaiting: () => void,
): Promise<CommandResult> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const answer = await answerWithin(attempt);
    if (answer !== null && answer.status !== 'unknown') return answer;
    onWaiting();
    if (tries < TRIES) await pause(tries * 1_000);
  }
  return NO_ANSWER;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
