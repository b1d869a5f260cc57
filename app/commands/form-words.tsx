'use client';

import { Link } from '@/ui/link';
import type { ReactNode } from 'react';
import type { CommandResult, Lead } from './command-result';
import type { ProposedChange } from '../../src/domain/license/license-change';
import type { Way } from '../../src/service/conflict/conflict';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';

/** What a command was answered with, where it was not saved: what happened, and every way out. */
export function CommandNotice({
  result,
  onTake,
  onAgain,
  instead,
}: {
  result: CommandResult | null;
  /** Takes one of the ways out. */
  onTake?: ((way: Way<ProposedChange>) => void) | undefined;
  /** Sends the same command again, with the same key. */
  onAgain: () => void;
  /** Another way to what was refused because it strands offers. */
  instead?: ReactNode;
}): ReactNode {
  switch (result?.status) {
    case 'invalid':
      return (
        <Notice tone="refused" role="alert" answer={result}>
          {result.message}
        </Notice>
      );
    case 'unchanged':
      return (
        <Notice tone="ok" role="status" title="Nothing to save." answer={result}>
          Version {result.version} already has these values.
        </Notice>
      );
    case 'refused':
      return (
        <Notice
          tone="refused"
          role="alert"
          answer={result}
          actions={
            onTake !== undefined && result.ways.length > 0 ? (
              <div className="flex flex-col items-start gap-1.5">
                <span className="text-table">
                  {result.code === 'offers-stranded'
                    ? 'Terms that keep every offer:'
                    : 'This would fit:'}
                </span>
                {result.ways.map((way) => (
                  <Button
                    key={way.label}
                    variant="secondary"
                    className="max-w-full"
                    onPress={() => {
                      onTake(way);
                    }}
                  >
                    <span className="text-start whitespace-normal">{way.label}</span>
                  </Button>
                ))}
                {result.code === 'offers-stranded' && instead}
              </div>
            ) : undefined
          }
        >
          {result.message}
          <Leads leads={result.leads ?? []} />
        </Notice>
      );
    case 'busy':
      return (
        <Notice
          tone="attention"
          role="alert"
          title="Not saved."
          answer={result}
          actions={
            <Button variant="secondary" onPress={onAgain}>
              Try again
            </Button>
          }
        >
          {result.message} Everything you typed is still here.
        </Notice>
      );
    case 'unknown':
      return (
        <Notice
          tone="attention"
          role="alert"
          title="We lost the connection while saving."
          answer={result}
          actions={
            <Button variant="secondary" onPress={onAgain}>
              Retry
            </Button>
          }
        >
          Retrying is safe: it will not be saved twice. Everything you typed is still here.
        </Notice>
      );
    case 'waiting':
      return (
        <Notice tone="attention" role="status" title="Not saved yet.">
          {result.isOffline
            ? 'You are offline. Your change is sent again as soon as you are online; keep this page open.'
            : 'The server did not answer. Your change is sent again in a moment.'}
        </Notice>
      );
    case 'saved':
    case 'stale':
    case 'assigned':
    case 'tried':
    case 'previewed':
    case 'done':
    case 'takedown-previewed':
    case 'closing-previewed':
    case 'bulk-previewed':
    case 'copy-previewed':
    case 'bulk-changed':
    case 'closed':
    case 'reopened':
    case undefined:
      return null;
  }
}

/** Links to the pages where a refused change can be made possible; in a new tab, so that nothing typed is lost. */
function Leads({ leads }: { leads: readonly Lead[] }) {
  if (leads.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-col items-start">
      {leads.map(({ label, address }) => (
        <li key={address} className="max-w-full">
          <Link
            href={address}
            target="_blank"
            prefetch={false}
            className="inline-flex min-h-6 max-w-full items-center underline underline-offset-2"
          >
            <span className="truncate">Open {label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
