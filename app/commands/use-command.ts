'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { FormCommand, SentCommand, VersionedFormKind } from '../../src/wire/forms/forms';
import type { CommandResult } from './command-result';
import type { VersionState } from '@/ui/version-chip';
import { runCommandAction } from './actions';
import { withTimeout } from './with-timeout';
import { beginSaving, noteSaved } from '../live/own-saves';

const TRIES = 3;
/** The server takes no more than this, in bytes; what is larger is not sent. */
const LARGEST = 200_000;

/** `waiting`: no answer yet, and the command is sent again by itself, as soon as the browser is online. */
export type CommandPhase = 'idle' | 'saving' | 'waiting';

/** How the version that a page shows stands while a command on it is under way or was not taken. */
export function versionState({
  phase,
  result,
}: Pick<CommandRun, 'phase' | 'result'>): VersionState {
  if (phase !== 'idle') return phase;
  if (result?.status === 'unknown') return 'unconfirmed';
  return result?.status === 'busy' ? 'unsaved' : 'saved';
}

type OnAnswer = (answer: CommandResult) => void;

/** Who is told of every command that one `useCommand` sends, again or for the first time. */
export interface CommandOwner<K extends VersionedFormKind> {
  readonly onSend?: () => void;
  /** Called with the answer in the moment it is shown. */
  readonly onAnswer?: (answer: CommandResult, command: FormCommand<K>) => void;
}

export interface CommandRun<K extends VersionedFormKind = VersionedFormKind> {
  /** Sends a new intent; while one is under way a second call does nothing (a double click makes one offer). */
  readonly send: (command: FormCommand<K>, onAnswer?: OnAnswer) => Promise<CommandResult | null>;
  /** Sends the last intent again with the same key, after its outcome was unknown; who sent it is told of this answer too. */
  readonly resend: () => Promise<CommandResult | null>;
  readonly phase: CommandPhase;
  /** The last answer, or that it is waited for, until `dismiss` or the next `send`. */
  readonly result: CommandResult | null;
  readonly dismiss: () => void;
}

/**
 * Gives a command to the server: makes the key of the intent, and when an answer does not come, sends the same key again;
 * while the browser is offline, it waits until that is over. The server does an intent once, however often it arrives.
 */
export function useCommand<K extends VersionedFormKind = VersionedFormKind>(
  owner: CommandOwner<K> = {},
): CommandRun<K> {
  const [phase, setPhase] = useState<CommandPhase>('idle');
  const [result, setResult] = useState<CommandResult | null>(null);
  const isUnderWay = useRef(false);
  const last = useRef<{ sent: SentCommand<K>; onAnswer: OnAnswer } | null>(null);
  const currentOwner = useRef(owner);
  useEffect(() => {
    currentOwner.current = owner;
  });

  const deliver = useCallback(
    async (sent: SentCommand<K>, onAnswer: OnAnswer): Promise<CommandResult | null> => {
      if (isUnderWay.current) return null;
      if (new Blob([JSON.stringify(sent)]).size > LARGEST) {
        setResult(TOO_LARGE);
        return TOO_LARGE;
      }
      isUnderWay.current = true;
      last.current = { sent, onAnswer };
      setPhase('saving');
      currentOwner.current.onSend?.();
      const endSaving = beginSaving();
      const answer = await persist(
        () => runCommandAction(sent),
        () => {
          setPhase('waiting');
          setResult({ status: 'waiting', isOffline: !navigator.onLine });
        },
      );
      isUnderWay.current = false;
      if (answer.status === 'saved') noteSaved(answer.id, answer.version);
      endSaving();
      setPhase('idle');
      setResult(answer);
      onAnswer(answer);
      currentOwner.current.onAnswer?.(answer, sent);
      return answer;
    },
    [],
  );

  const send = useCallback(
    (command: FormCommand<K>, onAnswer: OnAnswer = () => undefined) =>
      deliver({ ...command, key: uuid() }, onAnswer),
    [deliver],
  );
  const resend = useCallback(
    () =>
      last.current === null
        ? Promise.resolve(null)
        : deliver(last.current.sent, last.current.onAnswer),
    [deliver],
  );
  const dismiss = useCallback(() => {
    setResult(null);
  }, []);
  return { send, resend, phase, result, dismiss };
}

const TOO_LARGE: CommandResult = {
  status: 'invalid',
  message: 'Not saved: the text is too long. Shorten the longest field.',
  fieldErrors: {},
};

const NO_ANSWER: CommandResult = {
  status: 'unknown',
  message: 'The server did not answer.',
};

async function persist(
  attempt: () => Promise<CommandResult>,
  onWaiting: () => void,
): Promise<CommandResult> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const answer = await withTimeout(attempt);
    if (answer !== null && answer.status !== 'unknown') return answer;
    onWaiting();
    if (!navigator.onLine) {
      await untilOnline();
      // Tries while offline could not arrive: the tries that count begin with the connection.
      tries = 0;
    } else if (tries < TRIES) await pause(tries * 1_000);
  }
  return NO_ANSWER;
}

function untilOnline(): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener(
      'online',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
