'use client';

import Link from 'next/link';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import type {
  NamedTitle,
  WithdrawalPreview,
} from '../../../src/service/license/withdrawal-preview';
import type { CommandResult } from '../../commands/command-result';
import type { Withdrawal } from '../license-commands';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlays/dialog';
import { Notice } from '@/ui/overlays/notice';
import { StateMark } from '@/ui/state-mark';
import { formatDay } from '../../../src/domain/values/date-range';
import { placesWords } from '../../words/covered-places';
import { useCommand } from '../../commands/use-command';
import { listed } from '../../../src/domain/values/words';
import { takeBackOf, type TakeBack } from '../license-commands';
import { titleCount } from '../titles/title-count';

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
  /** Goes on; `titles` is how many were shown that lose an offer. */
  onWithdraw: (titles: number) => void;
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
          ) : (
            !isBlocked && (
              <Button
                variant="primary"
                isDisabled={preview === null}
                onPress={() => {
                  onWithdraw(preview?.titles ?? 0);
                }}
              >
                {preview === null ? 'Withdraw' : `Withdraw from ${titleCount(preview.titles)}`}
              </Button>
            )
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

function question(command: Withdrawal, isRedo: boolean, preview: WithdrawalPreview | null): string {
  const offers =
    preview?.offers ??
    (command.kind === 'withdraw-offers' ? command.input.offers.map(({ name }) => name) : []);
  if (offers.length === 0) return isRedo ? 'Redo?' : 'Undo?';
  return `Withdraw ${listed(offers.slice(0, MAX_NAMED), offers.length)}?`;
}

const MAX_NAMED = 3;

function summary(takeBack: TakeBack, { titles, strandedTitles }: WithdrawalPreview): string {
  if (strandedTitles > 0)
    return `${titleCount(strandedTitles)} ${strandedTitles === 1 ? 'has' : 'have'} no other offer, so it cannot be withdrawn yet. Assign another to ${strandedTitles === 1 ? 'it' : 'them'} first.`;
  return `${titleCount(titles)} ${titles === 1 ? 'loses' : 'lose'} it. ${takeBack} assigns it again to ${titles === 1 ? 'that title' : 'them'}.`;
}

function Consequences({ preview }: { preview: WithdrawalPreview }) {
  const { titles, stranded, strandedTitles, dark, darkTitles } = preview;
  return (
    <div aria-live="polite" className="flex flex-col gap-3 text-table">
      {strandedTitles > 0 && (
        <Lot
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
        <Lot
          heading={<StateMark state="attention">{titleCount(darkTitles)} would go dark</StateMark>}
          titles={dark}
          total={darkTitles}
          about={({ places }) =>
            places
              .map((place) => `${placesWords([place])} from ${formatDay(place.from)}`)
              .join('; ')
          }
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

/** The titles of one lot, each a way to its page; those beyond the first are counted. */
function Lot<T extends NamedTitle>({
  heading,
  titles,
  total,
  about,
}: {
  heading: ReactNode;
  titles: readonly T[];
  total: number;
  about?: (title: T) => string;
}) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-body font-heading">{heading}</h3>
      <ul className="flex flex-col">
        {titles.map((title) => (
          <li key={title.contentId} className="border-t border-line py-1 first:border-t-0">
            <Link
              href={`/content/${title.contentId}`}
              target="_blank"
              prefetch={false}
              className="inline-flex min-h-6 max-w-full items-center break-words text-ink underline-offset-2 hover:underline"
            >
              {title.title}
            </Link>
            {about !== undefined && <span className="block text-ink-3">{about(title)}</span>}
          </li>
        ))}
        {total > titles.length && (
          <li className="py-1 text-ink-3">
            and {(total - titles.length).toLocaleString('en-US')} more
          </li>
        )}
      </ul>
    </section>
  );
}

/**
 * What the change would take from titles. Where nothing is taken, it goes on; where it would be refused or is stale, that is
 * left to the change itself to say.
 */
function usePreview(command: Withdrawal, today: string, onWithdraw: (titles: number) => void) {
  const { send, result } = useCommand();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    void send(
      command.kind === 'withdraw-offers'
        ? { kind: 'preview-withdrawal', input: { ...command.input, today } }
        : { kind: 'preview-undo', input: { ...command.input, today } },
    );
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
