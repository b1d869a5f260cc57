'use client';

import type { ReactNode } from 'react';
import type { JointConflict } from '../../src/service/conflict/joint-conflict';
import type { HistoryEntry } from '../../src/service/history-views';
import type { ConflictHandling } from './conflict-dialog';
import { nameLook } from '@/ui/closed-mark';
import { useOwnId } from '@/ui/role';
import { authorsOf } from '@/live/authors';
import { CommandNotice } from '../commands/form-words';
import { counted } from '../timeline/model';
import { ComparisonTable, Row, type Heads } from './comparison';
import { ConflictFrame, type GoOn } from './conflict-frame';

/** More of what was saved are counted. */
const MAX_ROWS = 8;
/** More changes of one of them are counted. */
const MAX_CHANGES = 3;

const THING = { licenses: 'license', titles: 'title' };

/** What the columns are called. */
export const JOINT_HEADS: Heads = {
  yours: 'When you looked',
  yoursNote: 'not saved',
  result: 'Now',
};

/** The conflict of a command on several licenses or titles: which were saved since, and what the command would do now. */
export function JointConflictDialog({
  conflict: { kind, changed, since, sinceTotal },
  goOn,
  verdict,
  answer,
  isBusy,
  onAgain,
  onKeepEditing,
  onDrop,
  children,
}: Omit<ConflictHandling<never>, 'onApply'> & {
  conflict: JointConflict;
  /** The button that makes the command on the latest versions; `null` where a rule stands against it. */
  goOn: GoOn | null;
  /** Whether it is still possible, and whether it still does what it did. */
  verdict: ReactNode;
  /** Rows of what it does, below those of what was saved. */
  children: ReactNode;
}) {
  const authors = authorsOf(since, useOwnId());
  const thing = THING[kind];
  const untold = sinceTotal - since.length;
  return (
    <ConflictFrame
      subject={authors.subject}
      description={
        changed.length === 1
          ? `A ${thing} has changed since you looked. Your input is kept. Nothing has been saved yet.`
          : `${counted(changed.length, thing)} have changed since you looked. Your input is kept. Nothing has been saved yet.`
      }
      footnote="What you entered is kept"
      isBusy={isBusy}
      goOn={goOn}
      onKeepEditing={onKeepEditing}
      onDrop={onDrop}
    >
      <ComparisonTable
        heads={JOINT_HEADS}
        people={authors.names}
        resultNote="on the latest versions"
      >
        {changed.slice(0, MAX_ROWS).map((one) => {
          const entries = since.filter(({ aggregateId }) => aggregateId === one.id);
          return (
            <Row
              key={one.id}
              heads={JOINT_HEADS}
              label={<span className={nameLook(entries[0]?.closing ?? null)}>{one.name}</span>}
              yours={`Version ${one.madeAgainst}`}
              theirs={<Changes entries={entries} />}
              result={`Version ${one.latestVersion}`}
            />
          );
        })}
        {children}
      </ComparisonTable>
      {changed.length > MAX_ROWS && (
        <p className="mt-2 text-table text-ink-2">
          {counted(changed.length - MAX_ROWS, `more ${thing}`)} changed as well.
        </p>
      )}
      {untold > 0 && (
        <p className="mt-2 text-table text-ink-2">
          {counted(untold, 'earlier change')} {untold === 1 ? 'is' : 'are'} not shown.
        </p>
      )}
      <div className="mt-4 flex flex-col gap-2">
        {verdict}
        <CommandNotice result={answer?.status === 'stale' ? null : answer} onAgain={onAgain} />
      </div>
    </ConflictFrame>
  );
}

/** What happened to one of them, the newest first. */
function Changes({ entries }: { entries: readonly HistoryEntry[] }) {
  const newest = entries.toReversed().slice(0, MAX_CHANGES);
  return (
    <>
      {newest.map(({ version, actor, words }) => (
        <span key={version} className="block">
          {actor}: {words}
        </span>
      ))}
      {entries.length > newest.length && (
        <span className="block text-ink-2">
          and {counted(entries.length - newest.length, 'more change')}
        </span>
      )}
    </>
  );
}
