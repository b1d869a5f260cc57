'use client';

import { Link } from '@/ui/link';
import { useEffect, useRef } from 'react';
import type { TrialOfTitle } from '../../../src/service/content/assign-titles';
import { READY, type Trial } from './use-assigning';
import { Notice } from '@/ui/overlays/notice';
import { StateMark } from '@/ui/state-mark';
import { titleCount } from './title-count';

const WORDS = {
  assign: { done: 'assigned to', ready: 'Will be assigned', rest: 'Already assigned' },
  unassign: { done: 'unassigned from', ready: 'Will be unassigned', rest: 'Without it' },
} as const;

/** What a command would do to each title: who is blocked and why first, for that is what needs a person. */
export function TrialResult({ trial, surprise }: { trial: Trial; surprise: string | null }) {
  const of = (outcome: TrialOfTitle['outcome']) =>
    trial.titles.filter((title) => title.outcome === outcome);
  const words = WORDS[trial.way];
  const [ready, blocked] = [of(READY[trial.way]), of('blocked')];
  const rest = of(trial.way === 'assign' ? 'already' : 'absent');
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'nearest' });
  }, [trial]);
  return (
    <div className="flex flex-col gap-4">
      {/* The list that stood here before may have been scrolled. */}
      <div ref={top} className="-mb-4" />
      {surprise !== null && (
        <Notice tone="someone" role="alert">
          {surprise}
        </Notice>
      )}
      <Notice
        role="status"
        tone={blocked.length > 0 ? 'attention' : 'ok'}
        title={`${trial.offer.name} will be ${words.done} ${ready.length === 0 ? 'no title' : titleCount(ready.length)}.`}
      >
        {[
          ...(rest.length > 0
            ? [
                `${titleCount(rest.length)} ${trial.way === 'assign' ? `already ${has(rest)}` : `${does(rest)} not have`} it.`,
              ]
            : []),
          ...(blocked.length > 0 ? [`${titleCount(blocked.length)} ${is(blocked)} blocked.`] : []),
        ].join(' ')}
      </Notice>
      {blocked.length > 0 && (
        <section aria-labelledby="blocked" className="flex flex-col gap-1">
          <h3 id="blocked" className="text-body font-heading">
            Blocked
          </h3>
          <ul className="flex flex-col">
            {blocked.map(({ contentId, title, reason }) => (
              <li key={contentId} className="border-t border-line py-2 text-table first:border-t-0">
                <StateMark state="refused">
                  <TitleLink id={contentId} title={title} />
                </StateMark>
                <p className="mt-0.5 break-words text-ink-2">{reason}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Outcomes words={words.ready} titles={ready} />
      <Outcomes words={words.rest} titles={rest} />
    </div>
  );
}

/** The titles of one outcome, folded away: mostly their number is enough. */
function Outcomes({ words, titles }: { words: string; titles: readonly TrialOfTitle[] }) {
  if (titles.length === 0) return null;
  return (
    <details className="border-t border-line pt-1">
      <summary className="min-h-7 cursor-pointer py-1 text-body font-heading max-sm:min-h-9">
        {words}{' '}
        <span className="font-normal text-ink-3">{titles.length.toLocaleString('en-US')}</span>
      </summary>
      <ul className="flex flex-col text-table">
        {titles.map(({ contentId, title }) => (
          <li
            key={contentId}
            className="[contain-intrinsic-size:auto_1.75rem] [content-visibility:auto]"
          >
            <TitleLink id={contentId} title={title} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** In a new tab: what was gathered here must not be lost. */
function TitleLink({ id, title }: { id: string; title: string }) {
  return (
    <Link
      href={`/content/${id}`}
      target="_blank"
      prefetch={false}
      className="inline-flex min-h-6 items-center break-words text-ink underline-offset-2 hover:underline"
    >
      {title}
    </Link>
  );
}

function has({ length }: readonly unknown[]): string {
  return length === 1 ? 'has' : 'have';
}

function does({ length }: readonly unknown[]): string {
  return length === 1 ? 'does' : 'do';
}

function is({ length }: readonly unknown[]): string {
  return length === 1 ? 'is' : 'are';
}
