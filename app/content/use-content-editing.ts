'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ContentConflict } from '../../src/service/conflict/conflict';
import type { CommandResult } from '../commands/command-result';
import type { CommandRun } from '../commands/use-command';
import type { ContentDraft, ShownOffer } from './content-drafts';
import { conflictOf } from '../commands/command-result';
import { useCommand } from '../commands/use-command';
import { commandOf, inverseDraft } from './content-drafts';

/** What stands beside the page, and the version it was opened at: what is sent from it was made against that. */
export type ContentPanel = { readonly madeAgainst: number } & (
  { readonly kind: 'assign' } | { readonly kind: 'move'; readonly from: ShownOffer }
);

/** What was just saved, in words, and the change that takes it back. */
export interface ContentNews {
  readonly words: string;
  readonly version: number;
  readonly undo: ContentDraft | null;
}

export interface ContentEditing {
  readonly panel: ContentPanel | null;
  readonly command: CommandRun;
  readonly news: ContentNews | null;
  /** The change that was sent last. */
  readonly draft: ContentDraft | null;
  /** Why that change turned out to be stale. */
  readonly conflict: ContentConflict | null;
  readonly open: (panel: ContentPanel | null) => void;
  /** Sends a draft that was made against a version. */
  readonly send: (draft: ContentDraft, madeAgainst: number) => void;
  readonly resend: () => void;
  /** Back to where the change was made, with everything as it was. */
  readonly keepEditing: () => void;
  /** Gives the change up and shows the latest version. */
  readonly drop: () => void;
}

/** The one change of a title's offers that a person has in hand, through the conflict when somebody saved first. */
export function useContentEditing(contentId: string): ContentEditing {
  const router = useRouter();
  const [panel, setPanel] = useState<ContentPanel | null>(null);
  const [news, setNews] = useState<ContentNews | null>(null);
  const [draft, setDraft] = useState<ContentDraft | null>(null);
  const [conflict, setConflict] = useState<ContentConflict | null>(null);
  const command = useCommand();

  const receive = (answer: CommandResult | null, sent: ContentDraft) => {
    const stale = conflictOf(answer, 'content');
    if (stale !== null) setConflict(stale);
    if (answer !== null && SETTLES.has(answer.status)) setConflict(null);
    if (answer?.status !== 'saved') return;
    command.dismiss();
    setConflict(null);
    setPanel(null);
    setNews(newsOf(sent, answer.version, answer.replayed));
  };
  return {
    panel,
    news,
    draft,
    conflict,
    command,
    open: (next) => {
      command.dismiss();
      setNews(null);
      setPanel(next);
    },
    send: (next, madeAgainst) => {
      setDraft(next);
      setNews(null);
      void command
        .send(commandOf(next, { contentId, expectedVersion: madeAgainst }))
        .then((answer) => {
          receive(answer, next);
        });
    },
    resend: () => {
      if (draft === null) return;
      void command.resend().then((answer) => {
        receive(answer, draft);
      });
    },
    keepEditing: () => {
      setConflict(null);
      command.dismiss();
    },
    drop: () => {
      setConflict(null);
      setPanel(null);
      command.dismiss();
      router.refresh();
    },
  };
}

/** Answers that stand where the change was made, not in the prompt of a stale one. */
const SETTLES = new Set<CommandResult['status']>(['refused', 'invalid', 'unchanged']);

const DONE: Record<ContentDraft['kind'], string> = {
  assign: 'Assigned',
  unassign: 'Unassigned',
  move: 'Moved',
  'take-down': 'Taken down',
  'bring-back': 'Brought back',
};

function newsOf(draft: ContentDraft, version: number, replayed: boolean): ContentNews {
  const words = replayed
    ? `Already saved as version ${version}.`
    : `${DONE[draft.kind]}. Saved as version ${version}.`;
  return { words, version, undo: inverseDraft(draft, version) };
}
