'use client';

import { Link } from '@/ui/link';
import { useId, useState } from 'react';
import type { CommitMode } from '../../../src/domain/import/import';
import type { ReviewLine } from '../../../src/service/import/import-views';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlays/dialog';
import { ForEditors, useMayActAs } from '@/ui/role';
import { SegmentedControl } from '@/ui/fields/segmented-control';
import { StateMark } from '@/ui/state-mark';
import { usePageKey } from '@/keys/use-page-key';
import { listed } from '../../../src/domain/values/words';
import { DecisionButton } from './decision-button';
import { useDecision } from './decision-desk';
import { partAddress } from '../import-address';
import { countOf, type savedNoun } from './review-words';

const MODES: readonly { readonly value: CommitMode; readonly label: string }[] = [
  { value: 'license', label: 'Save the other licenses' },
  { value: 'file', label: 'Save nothing' },
];

const CONFIRM = { key: 'enter', isControlled: true, does: 'Save this import' } as const;

/** Something that a commit would take away. */
export type Withdrawal = Pick<ReviewLine, 'what' | 'name' | 'words'>;

export interface Committing {
  readonly importId: string;
  readonly revision: number;
  /** Licenses and takedowns that can be saved, and those something stands against. */
  readonly applicable: number;
  readonly blocked: number;
  /** Where the review says what that is. */
  readonly standing: 'blocked' | 'stale';
  /** Questions that nobody has answered yet. */
  readonly questions: number;
  /** Those that a person left out. */
  readonly leftOut: number;
  /** Rows that an error stops. */
  readonly rejected: number;
  /** Rows for other licensees. */
  readonly ofOthers: number;
  /** What is saved by itself: a license, or with takedowns a change. */
  readonly noun: ReturnType<typeof savedNoun>;
  /** What keeps its rights because rows are refused, in words; '' when nothing does. */
  readonly kept: string;
  /** What would be withdrawn and taken down; empty when nothing would. */
  readonly losses: readonly Loss[];
}

/** Everything of one outcome that a commit would take away. */
export interface Loss {
  readonly outcome: 'withdrawn' | 'taken-down';
  /** What it is, in words: `1 offer and 2 titles`. */
  readonly words: string;
  /** The first of it. */
  readonly withdrawals: readonly Withdrawal[];
}

const VERBS: Record<Loss['outcome'], string> = {
  withdrawn: 'withdraws',
  'taken-down': 'takes down',
};

/** How the reviewed file is saved, what is left out then, and the button that does it. */
export function CommitBar({
  committing,
  hasKey,
}: {
  committing: Committing;
  /** Whether Ctrl Enter saves, and no other form on the page takes it. */
  hasKey: boolean;
}) {
  const { importId, revision, applicable, blocked, standing, noun, kept, losses } = committing;
  const [mode, setMode] = useState<CommitMode>('license');
  const [isAsking, setAsking] = useState(false);
  const { decide } = useDecision();
  const reasonId = useId();
  const against = reasonAgainst(committing, mode);
  const mayEdit = useMayActAs('editor');
  const isKeyed = hasKey && mayEdit && against === null;
  const save = async () => {
    await decide('commit', { kind: 'commit-import', input: { importId, revision, mode } });
    setAsking(false);
  };
  const press = () => {
    if (losses.length === 0) void save();
    else setAsking(true);
  };
  usePageKey(CONFIRM, press, !isKeyed || isAsking);
  usePageKey(CONFIRM, () => void save(), !isAsking);
  return (
    <section
      aria-label="Save this import"
      className="flex flex-wrap items-end gap-x-6 gap-y-3 border-b border-line bg-canvas px-4 py-3"
    >
      {applicable > 0 && (
        <ForEditors>
          <SegmentedControl
            label="If something is blocked"
            isLabelShown
            options={MODES}
            value={mode}
            onChange={setMode}
          />
        </ForEditors>
      )}
      <div
        id={reasonId}
        className="flex min-h-9 min-w-0 flex-1 basis-60 flex-col justify-center text-table text-ink-2"
      >
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
        {kept !== '' && (
          <p>
            <StateMark state="attention">
              <span>
                Withdraws nothing of {kept} until the refused rows are repaired.{' '}
                <Link
                  href={partAddress(importId, 'review', { outcome: 'kept' })}
                  scroll={false}
                  className="underline underline-offset-2"
                >
                  Show which
                </Link>
              </span>
            </StateMark>
          </p>
        )}
        {losses.map(({ outcome, words }) => (
          <p key={outcome}>
            <StateMark state="attention">
              <span>
                {outcome === 'withdrawn' ? 'Withdraws' : 'Takes down'} {words}.{' '}
                <Link
                  href={partAddress(importId, 'review', { outcome })}
                  scroll={false}
                  className="underline underline-offset-2"
                >
                  Show what
                </Link>
              </span>
            </StateMark>
          </p>
        ))}
      </div>
      <DecisionButton
        decision="commit"
        variant="primary"
        isDisabled={against !== null}
        aria-describedby={reasonId}
        keyCap={isKeyed ? 'Ctrl ↵' : undefined}
        onPress={press}
      >
        {applicable === 0 ? 'Nothing to save yet' : `Save ${countOf(applicable, noun)}`}
      </DecisionButton>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        role="alertdialog"
        title={`Saving this file ${listed(losses.map(({ outcome, words }) => `${VERBS[outcome]} ${words}`))}`}
        description="The studio no longer grants them. You can undo the import until later changes depend on it."
        footer={
          <>
            <Button variant="quiet" onPress={() => setAsking(false)}>
              Keep reviewing
            </Button>
            <DecisionButton
              decision="commit"
              variant="primary"
              keyCap="Ctrl ↵"
              onPress={() => void save()}
            >
              {losses.some(({ outcome }) => outcome === 'withdrawn')
                ? 'Withdraw and save'
                : 'Take down and save'}
            </DecisionButton>
          </>
        }
      >
        {losses.map((loss) => (
          <Withdrawals
            key={loss.outcome}
            importId={importId}
            loss={loss}
            onLeave={() => setAsking(false)}
          />
        ))}
      </Dialog>
    </section>
  );
}

function Withdrawals({
  importId,
  loss: { outcome, withdrawals },
  onLeave,
}: {
  readonly importId: string;
  readonly loss: Loss;
  readonly onLeave: () => void;
}) {
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
          href={partAddress(importId, 'review', { outcome })}
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
function reasonAgainst(
  { applicable, blocked, questions, leftOut: without, noun }: Committing,
  mode: CommitMode,
): string | null {
  if (applicable === 0 && without > 0)
    return 'Everything that could be saved is left out. Bring back what you want to save.';
  if (applicable === 0 && questions > 0)
    return `Nothing can be saved yet: answer ${countOf(questions, 'question')} first.`;
  if (applicable === 0 && blocked === 0)
    return 'There is nothing to save: every row is already stored or has an error.';
  if (applicable === 0)
    return blocked === 1
      ? `The only ${noun} is blocked.`
      : `All ${countOf(blocked, noun)} are blocked.`;
  if (mode === 'file' && blocked > 0)
    return `${countOf(blocked, noun)} ${blocked === 1 ? 'is' : 'are'} blocked, so nothing would be saved.`;
  return null;
}

/** What is not saved, in words. */
function leftOut({ blocked, leftOut: without, rejected, ofOthers, noun }: Committing): string {
  const parts = [
    ...(without > 0 ? [`${countOf(without, noun)} by hand`] : []),
    ...(blocked > 0 ? [countOf(blocked, `blocked ${noun}`)] : []),
    ...(rejected > 0 ? [`${countOf(rejected, 'row')} with errors`] : []),
    ...(ofOthers > 0 ? [`${countOf(ofOthers, 'row')} for other licensees`] : []),
  ];
  return parts.length === 0 ? 'Nothing is left out.' : `Left out: ${listed(parts)}.`;
}
