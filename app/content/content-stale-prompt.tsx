'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import type { ContentConflict } from '../../src/service/content/content-conflict';
import type { CommandResult } from '../commands/command-result';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlays/dialog';
import { Notice } from '@/ui/overlays/notice';
import { useOwnId } from '@/ui/role';
import { VersionChip } from '@/ui/version-chip';
import { authorsOf } from '@/live/authors';
import { CommandNotice } from '../commands/form-words';

/**
 * What a person sees whose change of a title was made against an older version: what they set out to do, what happened
 * since and who did it, and whether it can still be applied. Nothing is saved until they choose; Enter applies.
 */
export function ContentStalePrompt({
  conflict,
  yours,
  details,
  answer,
  isBusy,
  onApply,
  onAgain,
  onKeepEditing,
  onDrop,
}: {
  conflict: ContentConflict;
  /** The person's own change in a sentence: `You assign Spring price (2026 slate).` */
  yours: ReactNode;
  /** What applying does beyond that sentence. */
  details?: ReactNode;
  /** What applying was answered with, when it was not saved. */
  answer: CommandResult | null;
  isBusy: boolean;
  onApply: () => void;
  onAgain: () => void;
  onKeepEditing: () => void;
  onDrop: () => void;
}) {
  const { since, verdict, latestVersion } = conflict;
  const ownId = useOwnId();
  const primary = useRef<HTMLButtonElement>(null);
  const canApply = verdict === 'legal' || verdict === 'last';
  useEffect(() => {
    if (canApply) primary.current?.focus();
  }, [canApply, latestVersion]);
  return (
    <Dialog
      isOpen
      size="medium"
      onClose={onKeepEditing}
      title={`${authorsOf(since, ownId).subject} saved while you were editing`}
      description={
        <>
          You started from <VersionChip version={conflict.madeAgainst} state="saved" word={null} />{' '}
          and the title is now at{' '}
          <span className="whitespace-nowrap">
            <VersionChip version={latestVersion} state="behind" word={null} />.
          </span>{' '}
          Your input is kept. Nothing has been saved yet.
        </>
      }
      footer={
        <>
          <Button variant="danger-text" isDisabled={isBusy} onPress={onDrop}>
            {verdict === 'settled' ? 'Show the latest version' : 'Discard my change'}
          </Button>
          <Button variant="secondary" isDisabled={isBusy} keyCap="Esc" onPress={onKeepEditing}>
            Keep editing
          </Button>
          {canApply && (
            <Button
              ref={primary}
              variant="primary"
              keyCap="Enter"
              isPending={isBusy}
              onPress={onApply}
            >
              {verdict === 'last' ? 'Show other offers' : `Apply to version ${latestVersion}`}
            </Button>
          )}
        </>
      }
    >
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 border-y border-line text-body">
        <dt className="py-2 text-ink-3">Yours</dt>
        <dd className="py-2 break-words text-ink">{yours}</dd>
        <dt className="border-t border-line py-2 text-ink-3">What’s new</dt>
        <dd className="border-t border-line py-2">
          <ol className="flex flex-col gap-1">
            {since.map((entry) => (
              <li key={entry.version} className="break-words">
                <span className="font-emphasis text-plum-ink">
                  {authorsOf([entry], ownId).subject}
                </span>{' '}
                <span className="font-mono text-table text-ink-3">v{entry.version}</span>{' '}
                {entry.words}
              </li>
            ))}
          </ol>
        </dd>
      </dl>
      <div className="mt-4 flex flex-col gap-2">
        <Verdict conflict={conflict} />
        {details}
        <CommandNotice
          result={answer?.status === 'stale-content' ? null : answer}
          onAgain={onAgain}
        />
      </div>
    </Dialog>
  );
}

function Verdict({ conflict: { verdict, reason, latestVersion } }: { conflict: ContentConflict }) {
  switch (verdict) {
    case 'legal':
      return (
        <Notice tone="ok" role="status">
          Your change still fits version {latestVersion}.
        </Notice>
      );
    case 'settled':
      return (
        <Notice tone="someone" role="status">
          The same change was already saved. You can close this.
        </Notice>
      );
    case 'last':
      return (
        <Notice tone="attention" role="status">
          This is now the only offer of the title, and a title needs at least one.
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="refused" role="alert" title="This no longer fits.">
          {reason}
        </Notice>
      );
  }
}
