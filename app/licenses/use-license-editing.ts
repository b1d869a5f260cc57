'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ProposedChange } from '../../src/domain/license/license-change';
import type { OfferData } from '../../src/domain/license/offer';
import type { RoomWay } from '../../src/domain/license/room';
import type { LicenseConflict } from '../../src/service/conflict/conflict';
import type { CommandResult } from '../commands/command-result';
import type { CommandRun } from '../commands/use-command';
import type { LicenseClosing } from '../../src/domain/closing';
import type { Prefill } from './offers/typed-plan';
import type { LicenseCommand, TakeBack, Withdrawal } from './license-commands';
import { conflictOf } from '../commands/command-result';
import { useCommand } from '../commands/use-command';
import { useOwnId } from '@/ui/role';
import { drafts } from '../forms/draft-store';
import { commandOf, licenseDraft, takeBackOf, typedOffer, withdrawnBy } from './license-commands';
import type { ChosenTitle } from './titles/choose-titles';
import { closedWords } from './closing/closing-words';
import { titleCount } from './titles/title-count';

/** What stands beside the timeline, and the version it was opened at: what is sent from it was made against that. */
export type Panel = { readonly baseVersion: number } & (
  | { readonly kind: 'offer'; readonly offer: OfferData }
  | {
      readonly kind: 'new';
      readonly prefill: Prefill;
      /** The way to make room for it that was chosen on the timeline. */
      readonly way?: RoomWay | undefined;
    }
  | { readonly kind: 'amend' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'change-offers'; readonly chosen: ReadonlySet<string> }
  | { readonly kind: 'titles'; readonly startsOn: string | null }
  | { readonly kind: 'take-down'; readonly titles: readonly ChosenTitle[] }
  | {
      readonly kind: 'close';
      readonly how: LicenseClosing['kind'];
      /** The last day to begin with. */
      readonly lastDay?: string | undefined;
    }
);

/** What was just saved, in words, and the version it made: until the page is drawn anew it shows the one before. */
export interface News {
  readonly words: string;
  readonly version: number;
  /** What takes it back is called. */
  readonly takeBack: TakeBack;
  /** Whether it answers a question that is gone, with the button that had the focus: a withdrawal from titles, a closing. */
  readonly isAnswer: boolean;
}

export interface LicenseEditing {
  readonly panel: Panel | null;
  /** Sends what forms build. */
  readonly command: CommandRun<LicenseCommand['kind']>;
  /** Whether a change is under way, or waits for what it takes from titles to be known. */
  readonly isBusy: boolean;
  readonly news: News | null;
  /** The newest version that is known here: the page's, or the one that was just saved. */
  readonly latest: number;
  /** A change that turned out to be stale, and the explanation that settles it. */
  readonly conflict: {
    readonly sent: LicenseCommand;
    readonly explanation: LicenseConflict;
  } | null;
  readonly open: (panel: Panel | null) => void;
  /**
   * Makes a change that the server proposed, against a version; nothing while another is under way.
   *
   * @param titlesSeen how many titles lose an offer by a closing, as the person has seen
   */
  readonly apply: (change: ProposedChange, baseVersion: number, titlesSeen?: number) => void;
  readonly withdraw: (offer: OfferData, baseVersion: number) => void;
  /** Takes back the change that made a version. */
  readonly undo: (version: number, baseVersion: number) => void;
  /** A change that may take offers from titles, until it is known from which, and the person has seen them. */
  readonly withdrawal: {
    readonly command: Withdrawal;
    /** Whether it takes an undo back. */
    readonly isRedo: boolean;
    /** Whether the page shows titles that lose an offer. */
    readonly hasTitles: boolean;
  } | null;
  /** Sends that change; `titles` is how many the person has seen, `retiring` why those without another offer are retired. */
  readonly sendWithdrawal: (titles: number, retiring?: string) => void;
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
  const person = useOwnId();
  const [panel, setPanel] = useState(initialPanel);
  const [news, setNews] = useState<News | null>(null);
  /** The version that the last undo made: taking that back is a redo. */
  const [undone, setUndone] = useState<number | null>(null);
  const [withdrawal, setWithdrawal] = useState<LicenseEditing['withdrawal']>(null);
  const [conflict, setConflict] = useState<LicenseEditing['conflict']>(null);
  const latest = Math.max(version, news?.version ?? version);
  const isRedo = ({ kind, input }: LicenseCommand) =>
    kind === 'undo-change' && input.undoes === undone;

  /** Forgets what was typed into the panel: it is saved, or given up. */
  const forget = () => {
    const form = panel === null ? null : draftOf(panel, licenseId);
    if (person !== null && form !== null) drafts.drop({ person, form });
  };
  const receive = (answer: CommandResult, sent: LicenseCommand) => {
    const explanation = conflictOf(answer, 'license');
    if (explanation !== null) setConflict({ sent, explanation });
    if (answer.status === 'unchanged') setConflict(null);
    if (answer.status !== 'saved') return;
    command.dismiss();
    setConflict(null);
    if (sent.kind !== 'undo-change') forget();
    const [offer] = answer.offers;
    // What is moved on the timeline opens no form.
    const stays = sent.kind === 'replace-offer' && offer !== undefined && panel?.kind === 'offer';
    setPanel(stays ? { kind: 'offer', offer, baseVersion: answer.version } : null);
    const takeBack = takeBackOf(sent, isRedo(sent));
    setNews({
      words: savedWords(sent, takeBack, answer, DONE_FROM[panel?.kind ?? '']),
      version: answer.version,
      takeBack,
      isAnswer: sent.kind === 'close-license' || titlesSeenIn(sent) > 0,
    });
    setUndone(takeBack === 'Redo' ? answer.version : null);
  };
  const command = useCommand<LicenseCommand['kind']>({
    onSend: () => {
      setNews(null);
      setWithdrawal(null);
    },
    onAnswer: receive,
  });
  const isBusy = command.phase !== 'idle' || withdrawal !== null;

  const send = (next: LicenseCommand) => {
    if (isBusy) return;
    const isRearranged = next.kind === 'rearrange-offers' && next.input.withdrawn.length > 0;
    if (next.kind === 'withdraw-offers' || next.kind === 'undo-change' || isRearranged) {
      command.dismiss();
      setConflict(null);
      const hasTitles = withdrawnBy(next).some(
        ({ firstDay }) => (titlesByOffer[firstDay] ?? 0) > 0,
      );
      setWithdrawal({ command: next, isRedo: isRedo(next), hasTitles });
    } else void command.send(next);
  };
  return {
    panel,
    command,
    isBusy,
    news,
    latest,
    conflict,
    open: (next) => {
      command.dismiss();
      setPanel(next);
    },
    apply: (change, expectedVersion, titlesSeen) => {
      const undoes = conflict?.sent.kind === 'undo-change' ? conflict.sent.input.undoes : undefined;
      const next = commandOf(change, { licenseId, expectedVersion }, undoes);
      send(
        next.kind === 'close-license' ? { ...next, input: { ...next.input, titlesSeen } } : next,
      );
    },
    withdraw: (offer, expectedVersion) => {
      send({
        kind: 'withdraw-offers',
        input: { licenseId, expectedVersion, offers: [typedOffer(offer)] },
      });
    },
    undo: (undoes, expectedVersion) => {
      send({ kind: 'undo-change', input: { licenseId, expectedVersion, undoes } });
    },
    withdrawal,
    sendWithdrawal: (titlesSeen, retiring) => {
      if (withdrawal === null) return;
      void command.send(confirmed(withdrawal.command, { titlesSeen, retiring }));
    },
    keepOffers: () => {
      setWithdrawal(null);
    },
    keepEditing: () => {
      setConflict(null);
      command.dismiss();
    },
    drop: () => {
      if (conflict?.sent.kind !== 'undo-change') forget();
      setConflict(null);
      command.dismiss();
      setPanel(null);
      router.refresh();
    },
  };
}

/** A change that takes offers from titles, as it is sent once the person has seen them. */
function confirmed(
  command: Withdrawal,
  seen: { readonly titlesSeen: number; readonly retiring: string | undefined },
): Withdrawal {
  switch (command.kind) {
    case 'withdraw-offers':
      return { kind: command.kind, input: { ...command.input, ...seen } };
    case 'rearrange-offers':
      return { kind: command.kind, input: { ...command.input, ...seen } };
    case 'undo-change':
      return { kind: command.kind, input: { ...command.input, ...seen } };
  }
}

function draftOf(panel: Panel, licenseId: string): string | null {
  switch (panel.kind) {
    case 'offer':
      return licenseDraft.offer(licenseId, panel.offer.window.startsOn);
    case 'new':
      return licenseDraft.newOffer(licenseId);
    case 'amend':
      return licenseDraft.amendment(licenseId);
    case 'change-offers':
      return licenseDraft.offers(licenseId);
    case 'copy':
      return licenseDraft.copy(licenseId);
    case 'take-down':
      return licenseDraft.takedown(licenseId);
    case 'close':
      return licenseDraft.closing(licenseId, panel.how);
    case 'titles':
      return null;
  }
}

const DONE = {
  'generate-offers': 'Added',
  'replace-offer': 'Changed',
  'withdraw-offers': 'Withdrawn',
  'rearrange-offers': 'Made room',
  'amend-license': 'Terms amended',
};

/** How many titles lose an offer by it, as the person has seen. */
function titlesSeenIn({ input }: LicenseCommand): number {
  return 'titlesSeen' in input ? (input.titlesSeen ?? 0) : 0;
}

/** What was done by the forms that make changes which others make, too. */
const DONE_FROM: Readonly<Record<string, string>> = { 'change-offers': 'Offers changed' };

function savedWords(
  command: LicenseCommand,
  takeBack: TakeBack,
  { version, replayed }: { readonly version: number; readonly replayed: boolean },
  doneFrom: string | undefined,
): string {
  const done =
    command.kind === 'undo-change'
      ? { Redo: 'Undone', Undo: 'Redone' }[takeBack]
      : command.kind === 'close-license'
        ? closedWords(command.input.plan)
        : (doneFrom ?? DONE[command.kind]);
  const words = replayed
    ? `Already saved as version ${version}.`
    : `${done}. Saved as version ${version}.`;
  const titles = titlesSeenIn(command);
  if (titles === 0) return words;
  if (command.kind === 'close-license')
    return `${words} ${titleCount(titles)} lost an offer. Undo gives it back to ${titles === 1 ? 'that title' : 'them'}.`;
  if ('retiring' in command.input && command.input.retiring !== undefined)
    return `${words} ${titleCount(titles)} had it; what has no other offer is retired. ${takeBack} brings everything back.`;
  return `${words} ${titleCount(titles)} had it. ${takeBack} assigns it again to ${titles === 1 ? 'that title' : 'them'}.`;
}
