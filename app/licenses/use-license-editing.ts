'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { OfferData } from '../../src/domain/offer';
import type { ConflictExplanation } from '../../src/service/conflict-explanation';
import type { CommandResult } from '../command-result';
import type { CommandRun } from '../use-command';
import type { Prefill } from './generate-sheet';
import type { Draft, SentDraft } from './license-drafts';
import { useCommand } from '../use-command';
import { offerInput, sendDraft } from './license-drafts';

/** What stands beside the timeline, and the version it was opened at: what is sent from it was made against that. */
export type Panel = { readonly madeAgainst: number } & (
  | { readonly kind: 'offer'; readonly offer: OfferData }
  | { readonly kind: 'new'; readonly prefill: Prefill }
  | { readonly kind: 'amend' }
);

/** What was just saved, in words. */
export interface News {
  readonly words: string;
  readonly canUndo: boolean;
}

export interface LicenseEditing {
  readonly panel: Panel | null;
  readonly command: CommandRun<SentDraft>;
  readonly news: News | null;
  /** A change that turned out to be stale, and the explanation that settles it. */
  readonly conflict: { readonly draft: Draft; readonly explanation: ConflictExplanation } | null;
  readonly open: (panel: Panel | null) => void;
  /** Sends a draft that was made against a version. */
  readonly send: (draft: Draft, madeAgainst: number) => void;
  /** Sends the panel's draft. */
  readonly sendFromPanel: (draft: Draft) => void;
  readonly withdraw: (offer: OfferData) => void;
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
 */
export function useLicenseEditing(
  licenseId: string,
  version: number,
  initialPanel: () => Panel | null,
): LicenseEditing {
  const router = useRouter();
  const [panel, setPanel] = useState(initialPanel);
  const [news, setNews] = useState<News | null>(null);
  const [inHand, setInHand] = useState<Draft | null>(null);
  const [explanation, setExplanation] = useState<ConflictExplanation | null>(null);
  const command = useCommand(sendDraft);

  const receive = (answer: CommandResult | null, draft: Draft) => {
    if (answer?.status === 'stale') setExplanation(answer.conflict);
    if (answer?.status !== 'saved') return;
    command.dismiss();
    setExplanation(null);
    const [offer] = answer.offers;
    const stays = draft.kind === 'replace' && offer !== undefined;
    setPanel(stays ? { kind: 'offer', offer, madeAgainst: answer.version } : null);
    setNews(newsOf(draft, answer.version, answer.replayed));
  };
  const send = (draft: Draft, madeAgainst: number) => {
    setInHand(draft);
    setNews(null);
    void command.send({ licenseId, expectedVersion: madeAgainst, draft }).then((answer) => {
      receive(answer, draft);
    });
  };
  return {
    panel,
    news,
    conflict: explanation === null || inHand === null ? null : { draft: inHand, explanation },
    command: {
      ...command,
      resend: async () => {
        const answer = await command.resend();
        if (inHand !== null) receive(answer, inHand);
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
      send({ kind: 'withdraw', offers: [offerInput(offer)] }, version);
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
};

function newsOf(draft: Draft, version: number, replayed: boolean): News {
  const words = replayed
    ? `This had already been saved, as version ${version}.`
    : `${DONE[draft.kind]}. Saved as version ${version}.`;
  return { words, canUndo: draft.kind !== 'undo' };
}
