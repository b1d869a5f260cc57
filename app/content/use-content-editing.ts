'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { TitleClosing } from '../../src/domain/closing';
import type { TakedownData } from '../../src/domain/content/takedown';
import type { AskedDays } from '../../src/service/content/fitting-offers';
import type { ContentConflict } from '../../src/service/conflict/conflict';
import type { CommandResult } from '../commands/command-result';
import type { CommandRun } from '../commands/use-command';
import type { TitleChange, TitleCommand, ShownOffer } from './content-commands';
import type { AskedPlaces } from './takedowns/typed-takedown';
import { CLOSED_NAMES } from '@/words/closing-words';
import { useOwnId } from '@/ui/role';
import { conflictOf } from '../commands/command-result';
import { useCommand } from '../commands/use-command';
import { drafts } from '../forms/draft-store';
import { commandOf, inverseOf, refOfShown, titleDraft } from './content-commands';

/** Days on which a title is not on offer in a place, and that an offer is to fill. */
export type AskedPlaceDays = AskedDays;

/** What stands beside the page, and the version it was opened at: what is sent from it was made against that. */
export type ContentPanel = { readonly baseVersion: number } & (
  | { readonly kind: 'assign'; readonly asked: AskedPlaceDays | null }
  | { readonly kind: 'move'; readonly from: ShownOffer }
  | { readonly kind: 'take-down'; readonly asked: AskedPlaces }
  | { readonly kind: 'bring-back'; readonly takedown: TakedownData }
  | { readonly kind: 'close'; readonly closing: TitleClosing['kind'] }
  | { readonly kind: 'reopen'; readonly closing: TitleClosing }
);

/** Where what is typed into a panel is kept until it is saved. */
export function draftOf(panel: ContentPanel, contentId: string): string {
  switch (panel.kind) {
    case 'assign':
      return titleDraft.assignment(contentId);
    case 'move':
      return titleDraft.move(contentId, refOfShown(panel.from));
    case 'take-down':
      return titleDraft.takedown(contentId);
    case 'bring-back':
      return titleDraft.bringBack(contentId, panel.takedown.number);
    case 'close':
      return titleDraft.closing(contentId, panel.closing);
    case 'reopen':
      return titleDraft.reopening(contentId);
  }
}

/** What was just saved, in words, and the change that takes it back. */
export interface ContentNews {
  readonly words: string;
  readonly version: number;
  readonly undo: TitleChange;
  /** What that is called. */
  readonly takeBack: 'Undo' | 'Redo';
}

/** A change that was sent: `undo` where it takes back another, `redo` where it takes back such an undo. */
interface Sent {
  readonly change: TitleChange;
  readonly as: 'change' | 'undo' | 'redo';
  readonly onAnswer: OnAnswer | undefined;
}

type OnAnswer = (answer: CommandResult) => void;

export interface ContentEditing {
  readonly panel: ContentPanel | null;
  readonly command: CommandRun<TitleCommand['kind']>;
  readonly news: ContentNews | null;
  /** The change that was sent last. */
  readonly change: TitleChange | null;
  /** Why that change turned out to be stale. */
  readonly conflict: ContentConflict | null;
  readonly open: (panel: ContentPanel | null) => void;
  /**
   * Sends a change that was made against a version; nothing while another is under way.
   *
   * @param onAnswer given by the form that the change was typed into
   */
  readonly send: (change: TitleChange, baseVersion: number, onAnswer?: OnAnswer) => void;
  /** Takes a change back by its inverse. */
  readonly undo: (inverse: TitleChange, baseVersion: number) => void;
  /** Takes back what was just saved. */
  readonly takeBack: (news: ContentNews) => void;
  /** Sends what the conflict proposes in place of the stale change. */
  readonly settle: (change: TitleChange) => void;
  readonly resend: () => void;
  /** Back to where the change was made, with everything as it was. */
  readonly keepEditing: () => void;
  /** Gives the change up and shows the latest version. */
  readonly drop: () => void;
}

/**
 * The one change of a title's offers or takedowns that a person has in hand, through the conflict when somebody saved first.
 *
 * @param initialPanel what to open at first
 */
export function useContentEditing(
  contentId: string,
  initialPanel: ContentPanel | null,
): ContentEditing {
  const router = useRouter();
  const person = useOwnId();
  const [panel, setPanel] = useState(initialPanel);
  const [news, setNews] = useState<ContentNews | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const [conflict, setConflict] = useState<ContentConflict | null>(null);
  const command = useCommand<TitleCommand['kind']>({
    onSend: () => {
      setNews(null);
    },
    onAnswer: (answer) => {
      const stale = conflictOf(answer, 'content');
      if (stale !== null) setConflict(stale);
      if (SETTLES.has(answer.status)) setConflict(null);
      if (answer.status !== 'saved' || sent === null) return;
      command.dismiss();
      setConflict(null);
      setPanel(null);
      setNews(newsOf(sent, answer.version, answer.replayed));
    },
  });
  const transmit = (next: Sent, expectedVersion: number) => {
    if (command.phase !== 'idle') return;
    setSent(next);
    void command.send(commandOf(next.change, { contentId, expectedVersion }), next.onAnswer);
  };
  return {
    panel,
    news,
    change: sent?.change ?? null,
    conflict,
    command,
    open: (next) => {
      command.dismiss();
      setNews(null);
      setPanel(next);
    },
    send: (change, baseVersion, onAnswer) => {
      transmit({ change, as: 'change', onAnswer }, baseVersion);
    },
    undo: (change, baseVersion) => {
      transmit({ change, as: 'undo', onAnswer: undefined }, baseVersion);
    },
    takeBack: ({ undo, takeBack, version }) => {
      const as = takeBack === 'Redo' ? 'redo' : 'undo';
      transmit({ change: undo, as, onAnswer: undefined }, version);
    },
    settle: (change) => {
      if (conflict !== null && sent !== null) transmit({ ...sent, change }, conflict.latestVersion);
    },
    resend: () => void command.resend(),
    keepEditing: () => {
      setConflict(null);
      command.dismiss();
    },
    drop: () => {
      const isTyped = sent?.onAnswer !== undefined;
      if (isTyped && panel !== null && person !== null)
        drafts.drop({ person, form: draftOf(panel, contentId) });
      setConflict(null);
      setPanel(null);
      command.dismiss();
      router.refresh();
    },
  };
}

/** Answers that stand where the change was made, not in the prompt of a stale one. */
const SETTLES = new Set<CommandResult['status']>(['refused', 'invalid', 'unchanged']);

const DONE: Record<Exclude<TitleChange['kind'], 'close'>, string> = {
  correct: 'Edited',
  assign: 'Assigned',
  unassign: 'Unassigned',
  move: 'Moved',
  'take-down': 'Taken down',
  'bring-back': 'Brought back',
  reopen: 'Brought back',
};

function doneWords({ change, as }: Sent): string {
  if (as === 'undo') return 'Undone';
  if (as === 'redo') return 'Redone';
  return change.kind === 'close' ? CLOSED_NAMES[change.closing.kind] : DONE[change.kind];
}

function newsOf(sent: Sent, version: number, replayed: boolean): ContentNews {
  const words = replayed
    ? `Already saved as version ${version}.`
    : `${doneWords(sent)}. Saved as version ${version}.`;
  const takeBack = sent.as === 'undo' ? 'Redo' : 'Undo';
  return { words, version, undo: inverseOf(sent.change, version), takeBack };
}
