'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { ImportProgress } from '../../src/service/import/import-views';
import type { ImportState } from '../../src/domain/import/import';
import { withTimeout } from '../commands/with-timeout';
import { importProgressAction } from './actions';
import { DecisionButton } from './review/decision-button';
import { useDecision } from './review/decision-desk';
import { isRunning, stateWords } from './import-words';
import { withStyle } from '@/ui/with-style';

/** How long the page waits before it asks how far the job is, in milliseconds: shortly at first, ever longer then. */
const FIRST_PAUSE = 250;
const MAX_PAUSE = 2_000;
const LONGER = 1.3;

/**
 * How far the work on an import is, asked again and again until it is done, then the page as it is by then. What happens is
 * also said aloud, and not at every step.
 */
export function ImportWatch({
  importId,
  state,
  progress,
  headline,
}: {
  importId: string;
  state: ImportState;
  progress: ImportProgress | null;
  /** Where it stands when no job is at work; '' while one is. */
  headline: string;
}) {
  const seen = useProgress(importId, state, progress);
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    // What was pressed is gone with the state it belonged to: the focus goes where the next one is told.
    if (before.current !== state && document.activeElement === document.body) top.current?.focus();
    before.current = state;
  }, [state]);
  return (
    <div ref={top} tabIndex={-1} className="outline-none">
      <p role="status" className="sr-only">
        {isRunning(state) ? spoken(state, seen) : headline}
      </p>
      {isRunning(state) && <ProgressBar importId={importId} state={state} progress={seen} />}
    </div>
  );
}

function useProgress(
  importId: string,
  state: ImportState,
  told: ImportProgress | null,
): ImportProgress | null {
  const router = useRouter();
  const [seen, setSeen] = useState<ImportProgress | null>(null);
  useEffect(() => {
    if (!isRunning(state)) return;
    let pause = FIRST_PAUSE;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      const moment = await withTimeout(() => importProgressAction(importId));
      if (isOver) return;
      if (moment !== null && isRunning(moment.state)) setSeen(moment.progress);
      else if (moment !== null) router.refresh();
      pause = Math.min(pause * LONGER, MAX_PAUSE);
      timer = setTimeout(() => void look(), pause);
    };
    timer = setTimeout(() => void look(), pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
      setSeen(null);
    };
  }, [importId, state, router]);
  return seen ?? told;
}

/** Words, and the whole quarters that are done: more would talk all the time. */
function spoken(state: ImportState, progress: ImportProgress | null): string {
  if (progress === null) return stateWords(state).words;
  const { words, done, total } = progress;
  const quarters = total === 0 ? 0 : Math.floor((done / total) * 4);
  return quarters === 0 ? words : `${words}, ${quarters * 25} percent`;
}

function ProgressBar({
  importId,
  state,
  progress,
}: {
  importId: string;
  state: ImportState;
  progress: ImportProgress | null;
}) {
  const { decide } = useDecision();
  const { words, done, total } = progress ?? { words: stateWords(state).words, done: 0, total: 0 };
  const count = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`;
  return (
    <section aria-label="Progress" className="border-b border-line bg-canvas px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <strong className="block text-body font-heading">{words}</strong>
          <span className="text-table text-ink-2">
            {total > 0 && <>{count} · </>}
            It continues if you close this page.
          </span>
        </div>
        {total > 0 && (
          <span className="text-body text-ink-2">{Math.floor((done / total) * 100)} %</span>
        )}
        <DecisionButton
          decision="cancel"
          onPress={() => void decide('cancel', { kind: 'cancel-import', input: { importId } })}
        >
          Cancel
        </DecisionButton>
      </div>
      <div
        role="progressbar"
        aria-label={words}
        {...(total > 0 && {
          'aria-valuemin': 0,
          'aria-valuemax': total,
          'aria-valuenow': done,
          'aria-valuetext': count,
        })}
        className="mt-2.5 h-2 overflow-hidden rounded-bar border border-control"
      >
        <div
          {...withStyle({ width: total > 0 ? `${(done / total) * 100}%` : '100%' })}
          className={
            total > 0
              ? 'h-full bg-tide forced-colors:bg-[Highlight]'
              : 'h-full hatch-outside motion-safe:animate-breathe'
          }
        />
      </div>
    </section>
  );
}
