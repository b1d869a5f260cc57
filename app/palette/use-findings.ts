'use client';

import { useEffect, useState } from 'react';
import type { AllFindings } from '../find/findings';

/** How long a person may pause while typing before the server is asked, in milliseconds. */
const PAUSE = 120;

export interface Looked {
  /** What was found for an earlier text stays until there is an answer for this one. */
  readonly findings: AllFindings | null;
  readonly state: 'asking' | 'answered' | 'failed';
  readonly again: () => void;
}

const NOTHING = { text: '', findings: null, failed: false };

/** What the server finds for a text; an answer that comes too late is not shown. */
export function useFindings(text: string): Looked {
  const [answer, setAnswer] = useState<{
    readonly text: string;
    readonly findings: AllFindings | null;
    readonly failed: boolean;
  }>(NOTHING);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (text === '') return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      ask(text, asking.signal).then(
        (findings) => {
          setAnswer({ text, findings, failed: false });
        },
        () => {
          if (!asking.signal.aborted)
            setAnswer(({ findings }) => ({ text, findings, failed: true }));
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text, tries]);
  const again = () => {
    setAnswer(NOTHING);
    setTries((times) => times + 1);
  };
  if (text === '') return { findings: null, state: 'answered', again };
  const state = answer.text !== text ? 'asking' : answer.failed ? 'failed' : 'answered';
  return { findings: answer.findings, state, again };
}

async function ask(text: string, signal: AbortSignal): Promise<AllFindings> {
  const response = await fetch(`/find?${new URLSearchParams({ text }).toString()}`, { signal });
  if (!response.ok) throw new Error(`Answered with ${response.status}.`);
  return (await response.json()) as AllFindings;
}
