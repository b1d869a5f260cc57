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
  const [sent, setSent] = useState<{
    readonly change: TitleChange;
    readonly onAnswer: OnAnswer | undefined;
  } | null>(null);
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
      setNews(newsOf(sent.change, answer.version, answer.replayed));
    },
  });
  const send = (change: TitleChange, expectedVersion: number, onAnswer?: OnAnswer) => {
    if (command.phase !== 'idle') return;
    setSent({ change, onAnswer });
    void command.send(commandOf(change, { contentId, expectedVersion }), onAnswer);
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
    send,
    settle: (change) => {
      if (conflict !== null) send(change, conflict.latestVersion, sent?.onAnswer);
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
  assign: 'Assigned',
  unassign: 'Unassigned',
  move: 'Moved',
  'take-down': 'Taken down',
  'bring-back': 'Brought back',
  reopen: 'Brought back',
};

function doneWords(change: TitleChange): string {
  return change.kind === 'close' ? CLOSED_NAMES[change.closing.kind] : DONE[change.kind];
}

function newsOf(change: TitleChange, version: number, replayed: boolean): ContentNews {
  const words = replayed
    ? `Already saved as version ${version}.`
    : `${doneWords(change)}. Saved as version ${version}.`;
  return { words, version, undo: inverseOf(change, version) };
}
