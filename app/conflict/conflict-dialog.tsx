'use client';

import type { ReactNode } from 'react';
import type { Choices, Dispute } from '../../src/domain/conflict/merge';
import type { ProposedChange } from '../../src/domain/license/license-change';
import type { Conflict, ConflictOf, Way } from '../../src/service/conflict/conflict';
import type { CommandResult } from '../commands/command-result';
import { Button } from '@/ui/button';
import { useOwnId } from '@/ui/role';
import { VersionChip } from '@/ui/version-chip';
import { authorsOf } from '@/live/authors';
import { CommandNotice } from '../commands/form-words';
import { useChoices } from './choices';
import { Comparison, type Heads } from './comparison';
import { ConflictFrame } from './conflict-frame';
import { KIND_WORDS, openFields, tally } from './conflict-words';
import { VerdictNotice } from './verdict-notice';

/** What the dialog is given whatever the conflict is about. */
export interface ConflictHandling<Change> {
  /** What applying was answered with, when it was not saved. */
  readonly answer: CommandResult | null;
  readonly isBusy: boolean;
  /** Makes a change against the latest version. */
  readonly onApply: (change: Change) => void;
  readonly onAgain: () => void;
  readonly onKeepEditing: () => void;
  readonly onDrop: () => void;
}

/**
 * What a person sees whose change was made against an older version: theirs untouched, what happened since and who did
 * it, and what the result would be. Nothing is saved until they choose; Enter applies.
 */
export function ConflictDialog<Change extends object, Field extends string>({
  conflict,
  settle,
  applyTo = 'Apply to',
  useWay = KIND_WORDS[conflict.kind].useWay,
  answer,
  isBusy,
  onApply,
  onTake,
  onAgain,
  onKeepEditing,
  onDrop,
  heads,
  verdict,
  isWaiting = false,
  children,
}: ConflictHandling<Change> & {
  conflict: ConflictOf<Conflict['kind'], Change, Field>;
  /** Decides a dispute, each field as it was chosen. */
  settle: (dispute: Dispute<Change, Field>, choices: Choices) => Change;
  /** What applying is called, before the version. */
  applyTo?: string | undefined;
  /** What taking the best way out of a refusal is called. */
  useWay?: string | undefined;
  /** Takes one of the ways out that applying was answered with. */
  onTake?: ((way: Way<ProposedChange>) => void) | undefined;
  /** What the columns are called, where it is not a change that is compared. */
  heads?: Heads | undefined;
  /** Stands in place of the verdict of a change that is still legal. */
  verdict?: ReactNode;
  /** Whether it is still to be found out what applying would do. */
  isWaiting?: boolean | undefined;
  /** Rows above those of the fields. */
  children?: ReactNode;
}) {
  const { kind, rows, dispute, ways, madeAgainst, latestVersion } = conflict;
  const authors = authorsOf(conflict.since, useOwnId());
  const inDispute = rows.flatMap(({ field }) =>
    field !== 'other' && dispute?.fields.includes(field) ? [field] : [],
  );
  const chosen = useChoices(inDispute);
  const open = openFields(conflict, chosen.choices).length;
  const primary = primaryOf();
  /** The button that goes on; its change is `null` while something is still to be chosen. */
  function primaryOf(): { readonly label: string; readonly change: Change | null } | null {
    const apply = `${applyTo} version ${latestVersion}`;
    if (dispute !== null)
      return open > 0
        ? { label: `Choose ${open} ${open === 1 ? 'field' : 'fields'} to apply`, change: null }
        : { label: apply, change: settle(dispute, chosen.choices) };
    const [best] = ways;
    if (best === undefined) return null;
    const labels = { legal: apply, refused: useWay, gone: 'Recreate it' };
    return conflict.verdict === 'settled' || conflict.verdict === 'disputed'
      ? null
      : { label: labels[conflict.verdict], change: best.change };
  }

  function applying(change: Change | null): (() => void) | null {
    if (change === null || isWaiting) return null;
    return () => {
      onApply(change);
    };
  }

  return (
    <ConflictFrame
      subject={authors.subject}
      description={
        <>
          You started from <VersionChip version={madeAgainst} state="saved" word={null} /> and the{' '}
          {KIND_WORDS[kind].thing} is now at{' '}
          <span className="whitespace-nowrap">
            <VersionChip version={latestVersion} state="behind" word={null} />.
          </span>{' '}
          Your input is kept. Nothing has been saved yet.
        </>
      }
      footnote={verdict === undefined ? tally(conflict, open) : 'What you entered is kept'}
      isBusy={isBusy}
      goOn={primary === null ? null : { label: primary.label, apply: applying(primary.change) }}
      more={ways.slice(1).map((way) => (
        <Button
          key={way.label}
          variant="secondary"
          isDisabled={isBusy}
          onPress={() => {
            onApply(way.change);
          }}
        >
          Use {way.label}
        </Button>
      ))}
      onKeepEditing={onKeepEditing}
      onDrop={onDrop}
    >
      <Comparison conflict={conflict} people={authors.names} chosen={chosen} heads={heads}>
        {children}
      </Comparison>
      <div className="mt-4 flex flex-col gap-2">
        {conflict.verdict === 'legal' && verdict !== undefined ? (
          verdict
        ) : (
          <VerdictNotice conflict={conflict} authors={authors} />
        )}
        <CommandNotice
          result={answer?.status === 'stale' ? null : answer}
          onTake={onTake}
          onAgain={onAgain}
        />
      </div>
    </ConflictFrame>
  );
}
