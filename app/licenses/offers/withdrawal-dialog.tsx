'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { WithdrawalPreview } from '../../../src/service/license/withdrawal-preview';
import type { CommandResult } from '../../commands/command-result';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { Withdrawal } from '../license-commands';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlays/dialog';
import { Notice } from '@/ui/overlays/notice';
import { StateMark } from '@/ui/state-mark';
import { useCommand } from '../../commands/use-command';
import { listed } from '../../../src/domain/values/words';
import { takeBackOf, withdrawnBy, type TakeBack } from '../license-commands';
import { titleCount } from '../titles/title-count';
import { darkWords, TitleLot } from '../titles/title-lot';

/**
 * What a change takes from titles, before it does; one press goes on. A change that takes nothing from any title goes on by
 * itself, and nothing is shown: which titles have an offer is asked of the server, since the page may be older.
 */
export function WithdrawalDialog({
  command,
  isRedo,
  hasTitles,
  today,
  onWithdraw,
  onClose,
}: {
  command: Withdrawal;
  /** Whether it takes an undo back. */
  isRedo: boolean;
  /** Whether the page shows titles that lose an offer. */
  hasTitles: boolean;
  /** The calendar day it is, ISO 8601. */
  today: string;
  /** Goes on; `titles` is how many were shown that lose an offer, `retiring` why those without another one are retired. */
  onWithdraw: (titles: number, retiring?: string) => void;
  onClose: () => void;
}) {
  const { preview, result, ask } = usePreview(command, today, onWithdraw);
  const isUnanswered = result?.status === 'busy' || result?.status === 'unknown';
  const isWaiting = result?.status === 'waiting';
  if (!hasTitles && !isUnanswered && !isWaiting && (preview?.titles ?? 0) === 0) return null;
  const isBlocked = preview !== null && preview.strandedTitles > 0;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={question(command, isRedo, preview)}
      description={
        preview === null ? 'Checking the titles …' : summary(takeBackOf(command, isRedo), preview)
      }
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {isBlocked ? 'Close' : 'Cancel'}
          </Button>
          {isUnanswered ? (
            <Button variant="primary" onPress={ask}>
              Check again
            </Button>
          ) : isBlocked ? (
            <Button
              variant="secondary"
              onPress={() => {
                onWithdraw(preview.titles, RETIRING);
              }}
            >
              Withdraw and retire {titleCount(preview.strandedTitles)}
            </Button>
          ) : (
            <Button
              variant="primary"
              isDisabled={preview === null}
              onPress={() => {
                onWithdraw(preview?.titles ?? 0);
              }}
            >
              {preview === null ? 'Withdraw' : `Withdraw from ${titleCount(preview.titles)}`}
            </Button>
          )}
        </>
      }
    >
      {isUnanswered && (
        <Notice tone="attention" role="alert" title="The server did not answer.">
          Nothing was withdrawn. Check again.
        </Notice>
      )}
      {isWaiting && (
        <Notice tone="attention" role="status" title="Nothing was withdrawn yet.">
          {result.isOffline
            ? 'You are offline. The titles are checked as soon as you are online.'
            : 'The server did not answer. The request is retried in a moment.'}
        </Notice>
      )}
      {preview !== null && <Consequences preview={preview} />}
    </Dialog>
  );
}

/** Why a title is retired with the only offer it has. */
const RETIRING = 'Offer withdrawn';

function question(command: Withdrawal, isRedo: boolean, preview: WithdrawalPreview | null): string {
  const offers = preview?.offers ?? withdrawnBy(command).map(({ name }) => name);
  if (offers.length === 0) return isRedo ? 'Redo?' : 'Undo?';
  return `Withdraw ${listed(offers.slice(0, MAX_NAMED), offers.length)}?`;
}

const MAX_NAMED = 3;

function summary(takeBack: TakeBack, { titles, strandedTitles }: WithdrawalPreview): string {
  if (strandedTitles > 0)
    return `${titleCount(strandedTitles)} ${strandedTitles === 1 ? 'has' : 'have'} no other offer, so it cannot be withdrawn yet. Assign another to ${strandedTitles === 1 ? 'it' : 'them'} first, or retire ${strandedTitles === 1 ? 'it' : 'them'} with it: ${takeBack} then brings ${strandedTitles === 1 ? 'it' : 'them'} back.`;
  return `${titleCount(titles)} ${titles === 1 ? 'loses' : 'lose'} it. ${takeBack} assigns it again to ${titles === 1 ? 'that title' : 'them'}.`;
}

function Consequences({ preview }: { preview: WithdrawalPreview }) {
  const { titles, stranded, strandedTitles, dark, darkTitles } = preview;
  return (
    <div aria-live="polite" className="flex flex-col gap-3 text-table">
      {strandedTitles > 0 && (
        <TitleLot
          heading={
            <StateMark state="refused">
              {titleCount(strandedTitles)} without another offer
            </StateMark>
          }
          titles={stranded}
          total={strandedTitles}
        />
      )}
      {darkTitles > 0 && (
        <TitleLot
          heading={<StateMark state="attention">{titleCount(darkTitles)} would go dark</StateMark>}
          titles={dark}
          total={darkTitles}
          about={darkWords}
        />
      )}
      {titles > 0 && darkTitles === 0 && strandedTitles === 0 && (
        <p className="text-ink-2">
          No title goes dark for good: each has another offer there that ends no sooner.
        </p>
      )}
    </div>
  );
}

/** What asks what a change would take from titles. */
function previewOf(command: Withdrawal, today: string): FormCommand<PreviewKind> {
  switch (command.kind) {
    case 'withdraw-offers':
      return { kind: 'preview-withdrawal', input: { ...command.input, today } };
    case 'rearrange-offers':
      return { kind: 'preview-rearrangement', input: { ...command.input, today } };
    case 'undo-change':
      return { kind: 'preview-undo', input: { ...command.input, today } };
  }
}

type PreviewKind = 'preview-withdrawal' | 'preview-rearrangement' | 'preview-undo';

/**
 * What the change would take from titles. Where nothing is taken, it goes on; where it would be refused or is stale, that is
 * left to the change itself to say.
 */
function usePreview(command: Withdrawal, today: string, onWithdraw: (titles: number) => void) {
  const { send, result } = useCommand();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    void send(previewOf(command, today));
  }, [send, command, today, asked]);
  const preview = result?.status === 'previewed' ? result.withdrawal : null;
  const goesOn = preview === null ? isRefused(result) : preview.titles === 0;
  const goOn = useEffectEvent(() => {
    onWithdraw(0);
  });
  useEffect(() => {
    if (goesOn) goOn();
  }, [goesOn]);
  return {
    preview,
    result,
    ask: () => {
      setAsked((count) => count + 1);
    },
  };
}

/** Whether the server has answered, and not with a preview: an answer that is still to come decides nothing. */
function isRefused(result: CommandResult | null): boolean {
  return result !== null && !['waiting', 'busy', 'unknown'].includes(result.status);
}
