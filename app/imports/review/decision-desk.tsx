'use client';

import { useRouter } from 'next/navigation';
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { IMPORT_FORMS } from '../../../src/wire/forms/import';
import type { Refusal } from '../../refusal';
import { runRecord, type RecordAnswer } from '../../commands/run-record';
import { withTimeout } from '../../commands/with-timeout';
import { RefusalNotice } from '@/ui/overlays/notice';

type Decision = FormCommand<keyof typeof IMPORT_FORMS>;
type DecisionAnswer = RecordAnswer<Decision['kind']>;

interface Deciding {
  /** Gives a decision to the server; while one is under way a second does nothing. */
  readonly decide: (name: string, decision: Decision) => Promise<DecisionAnswer | null>;
  /** The name of the decision that is under way. */
  readonly pending: string | null;
}

const DecidingContext = createContext<Deciding | null>(null);

/**
 * What people decide about an import, and what the last decision was refused for: said above the page, where it stays when
 * the import has moved on and the button that was pressed is gone.
 */
export function DecisionDesk({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [answer, setAnswer] = useState<DecisionAnswer | null>(null);
  const [pending, setPending] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const decide = useCallback(
    async (name: string, decision: Decision) => {
      if (isUnderWay.current) return null;
      isUnderWay.current = true;
      setPending(name);
      setAnswer(null);
      const given = await withTimeout(() => runRecord(decision));
      isUnderWay.current = false;
      setPending(null);
      setAnswer(given ?? NO_ANSWER);
      if (given === null) router.refresh();
      return given;
    },
    [router],
  );
  const deciding = useMemo(() => ({ decide, pending }), [decide, pending]);
  return (
    <DecidingContext value={deciding}>
      <RefusalNotice refusal={answer?.status === 'refused' ? answer : null} className="mx-4 mt-3" />
      {children}
    </DecidingContext>
  );
}

export function useDecision(): Deciding {
  const deciding = use(DecidingContext);
  if (deciding === null) throw new Error('A decision needs a DecisionDesk around it.');
  return deciding;
}

const NO_ANSWER: Refusal = {
  status: 'refused',
  message: 'The server did not answer. Check below if it was done. Retrying is safe.',
  fieldErrors: {},
};
