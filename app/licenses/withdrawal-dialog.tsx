'use client';

import Link from 'next/link';
import { useEffect, useState, type ReactNode } from 'react';
import type { NamedTitle, WithdrawalPreview } from '../../src/service/withdrawal-preview';
import type { Draft } from './license-drafts';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { StateMark } from '@/ui/state-mark';
import { formatDay } from '../../src/domain/date-range';
import { placesWords } from '../covered-places';
import { useCommand } from '../commands/use-command';
import { previewWithdrawalAction } from './actions';
import { titleCount } from './titles/title-count';

export type Withdrawal = Extract<Draft, { kind: 'withdraw' }>;

/** What a withdrawal takes from titles, before it does; one press goes on. */
export function WithdrawalDialog({
  licenseId,
  draft,
  madeAgainst,
  onWithdraw,
  onClose,
}: {
  licenseId: string;
  draft: Withdrawal;
  /** The version the person saw. */
  madeAgainst: number;
  onWithdraw: () => void;
  onClose: () => void;
}) {
  const { preview, isUnanswered, ask } = usePreview(licenseId, draft, madeAgainst, onWithdraw);
  const [first] = draft.offers;
  const what =
    draft.offers.length === 1 && first !== undefined ? first.name : `${draft.offers.length} offers`;
  const isBlocked = preview !== null && preview.strandedTitles > 0;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={`Withdraw ${what}?`}
      description={preview === null ? 'Looking at the titles that have it …' : summary(preview)}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {isBlocked ? 'Close' : 'Keep it'}
          </Button>
          {isUnanswered ? (
            <Button variant="primary" onPress={ask}>
              Look again
            </Button>
          ) : (
            !isBlocked && (
              <Button variant="primary" isDisabled={preview === null} onPress={onWithdraw}>
                {preview === null ? 'Withdraw' : `Withdraw from ${titleCount(preview.titles)}`}
              </Button>
            )
          )}
        </>
      }
    >
      {isUnanswered && (
        <Notice tone="attention" role="alert" title="No answer came.">
          Nothing was withdrawn. Look again.
        </Notice>
      )}
      {preview !== null && <Consequences preview={preview} />}
    </Dialog>
  );
}

function summary({ titles, strandedTitles }: WithdrawalPreview): string {
  if (strandedTitles > 0)
    return `${titleCount(strandedTitles)} ${strandedTitles === 1 ? 'has' : 'have'} no other offer, so it cannot be withdrawn yet. Assign another to ${strandedTitles === 1 ? 'it' : 'them'} first.`;
  return `${titleCount(titles)} ${titles === 1 ? 'loses' : 'lose'} it. Undo gives it back to ${titles === 1 ? 'that title' : 'them'}.`;
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
          None of them goes dark: each is on offer there at least as long.
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
 * What the withdrawal would do. Where it would be refused or is stale, that is left to the withdrawal itself to say.
 */
function usePreview(
  licenseId: string,
  draft: Withdrawal,
  madeAgainst: number,
  onWithdraw: () => void,
) {
  const { send, result } = useCommand(previewWithdrawalAction);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    void send({ licenseId, expectedVersion: madeAgainst, offers: draft.offers });
  }, [send, licenseId, madeAgainst, draft, asked]);
  const isUnanswered = result?.status === 'busy' || result?.status === 'unknown';
  const isFor = result !== null && result.status !== 'previewed' && !isUnanswered;
  useEffect(() => {
    if (isFor) onWithdraw();
  }, [isFor, onWithdraw]);
  return {
    preview: result?.status === 'previewed' ? result.withdrawal : null,
    isUnanswered,
    ask: () => {
      setAsked((count) => count + 1);
    },
  };
}
