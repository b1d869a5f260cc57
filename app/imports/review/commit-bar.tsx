'use client';

import Link from 'next/link';
import { useId, useState } from 'react';
import type { CommitMode } from '../../../src/domain/import/import';
import type { ReviewLine } from '../../../src/service/import/import-views';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlays/dialog';
import { ForEditors } from '@/ui/role';
import { SegmentedControl } from '@/ui/fields/segmented-control';
import { StateMark } from '@/ui/state-mark';
import { listed } from '../../../src/domain/values/words';
import { commitImportAction } from '../actions';
import { DecisionButton } from './decision-button';
import { useDecision } from './decision-desk';
import { partAddress } from '../import-address';
import { countOf } from './review-words';

const MODES: readonly { readonly value: CommitMode; readonly label: string }[] = [
  { value: 'license', label: 'Save the other licenses' },
  { value: 'file', label: 'Save nothing' },
];

/** Something that a commit would take away. */
export type Withdrawal = Pick<ReviewLine, 'what' | 'name' | 'words'>;

export interface Committing {
  readonly importId: string;
  readonly revision: number;
  /** Licenses that can be saved, and those something stands against. */
  readonly applicable: number;
  readonly blocked: number;
  /** Where the review says what that is. */
  readonly standing: 'blocked' | 'stale';
  /** Rows that an error stops. */
  readonly rejected: number;
  /** What would be withdrawn, in words; '' when nothing would. */
  readonly withdrawn: string;
  /** The first of it. */
  readonly withdrawals: readonly Withdrawal[];
}

/** How the reviewed file is saved, what is left out then, and the button that does it. */
export function CommitBar({ committing }: { committing: Committing }) {
  const { importId, revision, applicable, blocked, standing, withdrawn } = committing;
  const [mode, setMode] = useState<CommitMode>('license');
  const [isAsking, setAsking] = useState(false);
  const { decide } = useDecision();
  const reasonId = useId();
  const against = reasonAgainst(committing, mode);
  const save = async () => {
    await decide('commit', () => commitImportAction({ importId, revision, mode }));
    setAsking(false);
  };
  return (
    <section
      aria-label="Save this import"
      className="flex flex-wrap items-end gap-x-6 gap-y-3 border-b border-line bg-canvas px-4 py-3"
    >
      <ForEditors>
        <SegmentedControl
          label="If something is blocked"
          isLabelShown
          options={MODES}
          value={mode}
          onChange={setMode}
        />
      </ForEditors>
      <div id={reasonId} className="min-w-0 flex-1 basis-60 text-table text-ink-2">
        {against === null ? (
          <p>{leftOut(committing)}</p>
        ) : (
          <StateMark state="refused">
            <span>
              {against}{' '}
              {blocked > 0 && (
                <Link
                  href={partAddress(importId, 'review', { outcome: standing })}
                  scroll={false}
                  className="underline underline-offset-2"
                >
                  See why
                </Link>
              )}
            </span>
          </StateMark>
        )}
        {withdrawn !== '' && (
          <p>
            <StateMark state="attention">
              <span>
                Withdraws {withdrawn}.{' '}
                <Link
                  href={partAddress(importId, 'review', { outcome: 'withdrawn' })}
                  scroll={false}
                  className="underline underline-offset-2"
                >
                  Show what
                </Link>
              </span>
            </StateMark>
          </p>
        )}
      </div>
      <DecisionButton
        decision="commit"
        variant="primary"
        isDisabled={against !== null}
        aria-describedby={reasonId}
        onPress={() => {
          if (withdrawn === '') void save();
          else setAsking(true);
        }}
      >
        {applicable === 0 ? 'Nothing to save yet' : `Save ${countOf(applicable, 'license')}`}
      </DecisionButton>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        role="alertdialog"
        title={`Saving this file withdraws ${withdrawn}`}
        description="The studio no longer grants them. You can undo the import until later changes depend on it."
        footer={
          <>
            <Button variant="quiet" onPress={() => setAsking(false)}>
              Keep reviewing
            </Button>
            <DecisionButton decision="commit" variant="primary" onPress={() => void save()}>
              Withdraw and save
            </DecisionButton>
          </>
        }
      >
        <Withdrawals {...committing} onLeave={() => setAsking(false)} />
      </Dialog>
    </section>
  );
}

function Withdrawals({
  importId,
  withdrawals,
  onLeave,
}: Committing & { readonly onLeave: () => void }) {
  return (
    <>
      <ul className="text-table">
        {withdrawals.map(({ what, name, words }, place) => (
          <li key={place} className="border-t border-line py-1.5 first:border-t-0">
            <span className="font-emphasis text-ink">{name}</span>{' '}
            <span className="text-ink-3">{what}</span>
            <span className="block text-ink-2">{words}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-table">
        <Link
          href={partAddress(importId, 'review', { outcome: 'withdrawn' })}
          onClick={onLeave}
          className="inline-flex min-h-6 items-center text-ink underline underline-offset-2"
        >
          Show all in the review
        </Link>
      </p>
    </>
  );
}

/** Why nothing can be saved in this way; `null` when something can. */
function reasonAgainst({ applicable, blocked }: Committing, mode: CommitMode): string | null {
  if (applicable === 0 && blocked === 0)
    return 'There is nothing to save: every row is already stored or has an error.';
  if (applicable === 0)
    return blocked === 1
      ? 'The only license is blocked.'
      : `All ${countOf(blocked, 'license')} are blocked.`;
  if (mode === 'file' && blocked > 0)
    return `${countOf(blocked, 'license')} ${blocked === 1 ? 'is' : 'are'} blocked, so nothing would be saved.`;
  return null;
}

/** What is not saved, in words. */
function leftOut({ blocked, rejected }: Committing): string {
  const parts = [
    ...(blocked > 0 ? [countOf(blocked, 'blocked license')] : []),
    ...(rejected > 0 ? [`${countOf(rejected, 'row')} with errors`] : []),
  ];
  return parts.length === 0 ? 'Nothing is left out.' : `Left out: ${listed(parts)}.`;
}
