'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { OfferData } from '../../src/domain/license/offer';
import type { ConflictExplanation } from '../../src/service/license/conflict-explanation';
import type { CommandResult } from '../commands/command-result';
import type { CommandRun } from '../commands/use-command';
import type { Prefill } from './offers/generate-sheet';
import type { Draft, SentDraft, Withdrawal } from './license-drafts';
import { useCommand } from '../commands/use-command';
import { offerInput, sendDraft } from './license-drafts';
import { titleCount } from './titles/title-count';

/** What stands beside the timeline, and the version it was opened at: what is sent from it was made against that. */
export type Panel = { readonly madeAgainst: number } & (
  | { readonly kind: 'offer'; readonly offer: OfferData }
  | { readonly kind: 'new'; readonly prefill: Prefill }
  | { readonly kind: 'amend' }
  | { readonly kind: 'titles'; readonly startsOn: string | null }
);

/** What was just saved, in words, and the version it made: until the page is drawn anew it shows the one before. */
export interface News {
  readonly words: string;
  readonly version: number;
  readonly takeBack: Extract<Draft, { kind: 'undo' | 'redo' }>;
}

export interface LicenseEditing {
  readonly panel: Panel | null;
  readonly command: CommandRun<SentDraft>;
  readonly news: News | null;
  /** The newest version that is known here: the page's, or the one that was just saved. */
  readonly latest: number;
  /** A change that turned out to be stale, and the explanation that settles it. */
  readonly conflict: { readonly draft: Draft; readonly explanation: ConflictExplanation } | null;
  readonly open: (panel: Panel | null) => void;
  /** Sends a draft that was made against a version; nothing while another is under way. */
  readonly send: (draft: Draft, madeAgainst: number) => void;
  /** Sends the panel's draft. */
  readonly sendFromPanel: (draft: Draft) => void;
  readonly withdraw: (offer: OfferData) => void;
  /** A change that may take offers from titles, until it is known from which, and the person has seen them. */
  readonly withdrawal: {
    readonly draft: Withdrawal;
    readonly madeAgainst: number;
    /** Whether the page shows titles that lose an offer. */
    readonly hasTitles: boolean;
  } | null;
  /** Sends that change; `titles` is how many the person has seen. */
  readonly sendWithdrawal: (titles: number) => void;
  readonly keepOffers: () => void;
  /** Back to the form, with everything typed as it was. */
  readonly keepEditing: () => void;
  /** Gives the change up and shows the latest version. */
  readonly drop: () => void;
}

/**
 * The one change of a license that a person has in hand: from the form it is typed into, to the answer, and through the
 * conflict when somebody saved first.
 *
 * @param version the license's, as the page shows it
 * @param titlesByOffer how many titles have each offer, by its first day, as the page shows it
 */
export function useLicenseEditing(
  licenseId: string,
  version: number,
  titlesByOffer: Readonly<Record<string, number>>,
  initialPanel: () => Panel | null,
): LicenseEditing {
  const router = useRouter();
  const [panel, setPanel] = useState(initialPanel);
  const [news, setNews] = useState<News | null>(null);
  const [inHand, setInHand] = useState<{ draft: Draft; released: number } | null>(null);
  const [withdrawal, setWithdrawal] = useState<LicenseEditing['withdrawal']>(null);
  const [explanation, setExplanation] = useState<ConflictExplanation | null>(null);
  const latest = Math.max(version, news?.version ?? version);
  const command = useCommand(sendDraft);

  const receive = (answer: CommandResult | null, draft: Draft, released: number) => {
    if (answer?.status === 'stale') setExplanation(answer.conflict);
    if (answer?.status === 'unchanged') setExplanation(null);
    if (answer?.status !== 'saved') return;
    command.dismiss();
    setExplanation(null);
    const [offer] = answer.offers;
    const stays = draft.kind === 'replace' && offer !== undefined;
    setPanel(stays ? { kind: 'offer', offer, madeAgainst: answer.version } : null);
    setNews(newsOf(draft, answer, released));
  };
  const deliver = (draft: Draft, madeAgainst: number, titlesSeen?: number) => {
    const released = titlesSeen ?? 0;
    setInHand({ draft, released });
    setNews(null);
    setWithdrawal(null);
    void command
      .send({ licenseId, expectedVersion: madeAgainst, draft, titlesSeen })
      .then((answer) => {
        receive(answer, draft, released);
      });
  };
  const send = (draft: Draft, madeAgainst: number) => {
    if (command.phase !== 'idle' || withdrawal !== null) return;
    if (draft.kind === 'withdraw' || draft.kind === 'undo' || draft.kind === 'redo') {
      command.dismiss();
      setExplanation(null);
      setWithdrawal({ draft, madeAgainst, hasTitles: haveTitles(draft, titlesByOffer) });
    } else deliver(draft, madeAgainst);
  };
  return {
    panel,
    news,
    latest,
    conflict: explanation === null || inHand === null ? null : { draft: inHand.draft, explanation },
    command: {
      ...command,
      resend: async () => {
        const answer = await command.resend();
        if (inHand !== null) receive(answer, inHand.draft, inHand.released);
        return answer;
      },
    },
    open: (next) => {
      command.dismiss();
      setPanel(next);
    },
    send,
    sendFromPanel: (draft) => {
      send(draft, panel?.madeAgainst ?? version);
    },
    withdraw: (offer) => {
      send({ kind: 'withdraw', offers: [offerInput(offer)] }, latest);
    },
    withdrawal,
    sendWithdrawal: (titles) => {
      if (withdrawal !== null) deliver(withdrawal.draft, withdrawal.madeAgainst, titles);
    },
    keepOffers: () => {
      setWithdrawal(null);
    },
    keepEditing: () => {
      setExplanation(null);
      command.dismiss();
    },
    drop: () => {
      setExplanation(null);
      command.dismiss();
      setPanel(null);
      router.refresh();
    },
  };
}

const DONE: Record<Draft['kind'], string> = {
  generate: 'Added',
  replace: 'Changed',
  withdraw: 'Withdrawn',
  amend: 'Terms amended',
  undo: 'Undone',
  redo: 'Redone',
};

function newsOf(
  draft: Draft,
  { version, replayed }: { readonly version: number; readonly replayed: boolean },
  released: number,
): News {
  const words = replayed
    ? `Already saved as version ${version}.`
    : `${DONE[draft.kind]}. Saved as version ${version}.`;
  return {
    words: released === 0 ? words : `${words} ${releasedWords(draft, released)}`,
    version,
    takeBack: { kind: draft.kind === 'undo' ? 'redo' : 'undo', undoes: version },
  };
}

/** Whether the page shows titles that lose an offer with a draft. */
function haveTitles(draft: Draft, titlesByOffer: Readonly<Record<string, number>>): boolean {
  if (draft.kind !== 'withdraw') return false;
  return draft.offers.some(({ firstDay }) => (titlesByOffer[firstDay] ?? 0) > 0);
}

function releasedWords(draft: Draft, titles: number): string {
  return `${titleCount(titles)} had it. ${draft.kind === 'undo' ? 'Redo' : 'Undo'} assigns it again to ${titles === 1 ? 'that title' : 'them'}.`;
}
