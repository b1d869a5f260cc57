'use client';

import { Link } from '@/ui/link';
import { useState } from 'react';
import type { DeliveryState } from '../../src/domain/events/delivery';
import type { MarkedState } from '@/ui/state-mark';
import { runRecord, type RecordAnswer } from '@/commands/run-record';
import { Button } from '@/ui/button';
import { RefusalNotice } from '@/ui/overlays/notice';
import { StateMark } from '@/ui/state-mark';
import { useRefreshWhile } from '@/ui/use-refresh';

/** A delivery as its line shows it. */
export interface DeliveryLine {
  readonly id: string;
  readonly state: DeliveryState;
  /** What was changed, and as which version. */
  readonly words: string;
  readonly address: string;
  /** When it was ordered, and how often it was tried. */
  readonly origin: string;
  readonly answer: string | null;
}

const STANDING: Record<DeliveryState, { mark: MarkedState; word: string }> = {
  waiting: { mark: 'waiting', word: 'Waiting' },
  delivered: { mark: 'ok', word: 'Delivered' },
  failed: { mark: 'refused', word: 'Failed' },
};

type Answer = RecordAnswer<'send-delivery-again'>;

/** In milliseconds: so often the list is read again while something is on its way. */
const READ_AGAIN = 2_000;

/** What a webhook was told lately, each with what it answered; what is over can be sent again. */
export function DeliveryList({ deliveries }: { deliveries: readonly DeliveryLine[] }) {
  const [busy, setBusy] = useState<string | null>(null);
  const [result, setResult] = useState<Answer | null>(null);
  const isMoving = deliveries.some(({ state }) => state === 'waiting');
  useRefreshWhile(isMoving, READ_AGAIN);
  const sendAgain = async (deliveryId: string) => {
    setBusy(deliveryId);
    const answer = await runRecord({
      kind: 'send-delivery-again',
      input: { deliveryId },
    }).catch(() => NO_ANSWER);
    setBusy(null);
    setResult(answer);
  };
  return (
    <>
      <RefusalNotice refusal={result?.status === 'refused' ? result : null} className="mx-4 mb-2" />
      <ul aria-label="Deliveries">
        {deliveries.map(({ id, state, words, address, origin, answer }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5"
          >
            <div className="min-w-0 flex-1 basis-60">
              <Link
                href={address}
                className="block truncate text-body font-emphasis text-ink underline-offset-2 hover:underline"
              >
                {words}
              </Link>
              <span className="block text-table text-ink-3">{origin}</span>
              {answer !== null && <span className="block text-table text-ink-2">{answer}</span>}
            </div>
            <span aria-live="polite" className="text-table">
              <StateMark state={STANDING[state].mark}>{STANDING[state].word}</StateMark>
            </span>
            {state !== 'waiting' && (
              <Button
                aria-label={`Send again: ${words}`}
                isDisabled={busy === id}
                onPress={() => void sendAgain(id)}
              >
                Send again
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const NO_ANSWER: Answer = {
  status: 'refused',
  message: 'The server did not answer. Retrying is safe.',
  fieldErrors: {},
};
