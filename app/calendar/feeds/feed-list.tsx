'use client';

import { useState } from 'react';
import type { FeedResult } from '../feed-input';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { revokeFeedAction } from '../actions';

/** A feed as its line shows it. */
export interface FeedLine {
  readonly id: string;
  readonly name: string;
  /** What it tells, of what. */
  readonly words: string;
  /** Who made it, and when. */
  readonly origin: string;
}

/** The feeds there are, each of which can be revoked: in two steps, because there is no way back. */
export function FeedList({ feeds }: { feeds: readonly FeedLine[] }) {
  const [asked, setAsked] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [result, setResult] = useState<FeedResult | null>(null);
  const revoke = async (feedId: string) => {
    setBusy(feedId);
    const answer = await revokeFeedAction({ feedId }).catch(() => NO_ANSWER);
    setBusy(null);
    setAsked(null);
    setResult(answer);
  };
  return (
    <>
      {result?.status === 'refused' && (
        <Notice tone="refused" role="alert" className="mx-4 mb-2">
          {result.message}
        </Notice>
      )}
      {result?.status === 'revoked' && (
        <p role="status" className="px-4 pb-2 text-table text-ink-2">
          Revoked. Its address leads nowhere now.
        </p>
      )}
      <ul aria-label="Feeds">
        {feeds.map(({ id, name, words, origin }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5"
          >
            <span className="min-w-0 flex-1 basis-60">
              <span className="block truncate text-body font-emphasis text-ink">{name}</span>
              <span className="block text-table text-ink-2">{words}</span>
              <span className="block text-table text-ink-3">{origin}</span>
            </span>
            {asked === id ? (
              <span className="flex flex-wrap items-center gap-2 text-table text-ink-2">
                Programs that use it will get nothing more.
                <Button
                  variant="danger-text"
                  autoFocus
                  isPending={busy === id}
                  onPress={() => void revoke(id)}
                >
                  Revoke {name}
                </Button>
                <Button
                  variant="quiet"
                  onPress={() => {
                    setAsked(null);
                  }}
                >
                  Keep it
                </Button>
              </span>
            ) : (
              <Button
                aria-label={`Revoke ${name}`}
                onPress={() => {
                  setAsked(id);
                  setResult(null);
                }}
              >
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const NO_ANSWER: FeedResult = {
  status: 'refused',
  message: 'No answer came. Press again to find out and finish.',
  fieldErrors: {},
};
