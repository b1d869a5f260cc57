'use client';

import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import type { CommandResult } from '../../commands/command-result';
import type { ClosableLicense } from '../closing/closable-contract';
import type { JointConflict } from '../../../src/service/conflict/joint-conflict';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { FormInput } from '../../../src/wire/forms/forms';
import type { LicensesClosed } from '../../../src/service/license/close-license';
import { jointConflictOf } from '../../commands/command-result';
import { UndoNotice } from '../../commands/undo-notice';
import { useCommand } from '../../commands/use-command';
import { endDraft } from '../closing/closable-contract';
import { drafts } from '../../forms/draft-store';
import { onDemand } from '@/ui/overlays/on-demand';
import { closedWords } from '../../licenses/closing/closing-words';
import { counted } from '../../timeline/model';
import { Button } from '@/ui/button';
import { useRefresh } from '@/ui/use-refresh';
import { useMayActAs, useOwnId } from '@/ui/role';

const EndLicensesSheet = onDemand(() =>
  import('./end-licenses-sheet').then((module) => module.EndLicensesSheet),
);

// Comes when a command is stale.
const ClosingsConflictDialog = dynamic(() =>
  import('../../licenses/closing/closings-conflict').then(
    (module) => module.ClosingsConflictDialog,
  ),
);

/** A command that somebody was faster than. */
interface Stale {
  readonly conflict: JointConflict;
  readonly input: FormInput<'close-licenses'>;
}

/** What was just done, and which licenses it closed. */
interface News {
  readonly words: string;
  readonly closed: LicensesClosed['closed'];
}

/** The page of a contract where its licenses can be ended at once: with the button, the sheet, and what was done. */
export function EndLicenses({
  contractId,
  reference,
  licenses,
  hasMore,
  today,
  header,
  children,
}: {
  contractId: string;
  reference: string;
  /** Those that are in use. */
  licenses: readonly ClosableLicense[];
  /** Whether the contract has more than one command can close. */
  hasMore: boolean;
  /** ISO 8601. */
  today: string;
  /** What stands above the button. */
  header: ReactNode;
  children: ReactNode;
}) {
  const { refresh, isRefreshing } = useRefresh();
  const mayEdit = useMayActAs('editor');
  const [isOpen, setOpen] = useState(false);
  /** Whether the sheet is to open as soon as the page shows what is saved: opened before, it would be stale by one's own save. */
  const [isWanted, setWanted] = useState(false);
  if (isWanted && !isRefreshing) {
    setWanted(false);
    setOpen(true);
  }
  const person = useOwnId();
  const [news, setNews] = useState<News | null>(null);
  /** What the person was shown of an end, as they confirmed it. */
  const [seen, setSeen] = useState<ClosingPreview | null>(null);
  const [stale, setStale] = useState<Stale | null>(null);
  /** Forgets what was typed: it is saved, or given up. */
  const leave = () => {
    if (person !== null) drafts.drop({ person, form: endDraft(contractId) });
    command.dismiss();
    setStale(null);
    setOpen(false);
  };
  const command = useCommand<'close-licenses'>({
    onSend: () => {
      setNews(null);
    },
    onAnswer: (answer: CommandResult, { input }) => {
      const conflict = jointConflictOf(answer);
      if (conflict !== null) setStale({ conflict, input });
      if (answer.status !== 'closed') return;
      leave();
      setNews({ words: closedWords(input.plan, answer.licenses.length), closed: answer.licenses });
      refresh();
    },
  });
  return (
    <div className="flex min-w-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        {header}
        <div
          aria-live="polite"
          className="flex flex-wrap items-center gap-3 px-4 pt-3 empty:hidden"
        >
          {mayEdit && licenses.length > 0 && (
            <Button
              variant="secondary"
              size="toolbar"
              onPress={() => {
                setWanted(true);
              }}
            >
              End licenses …
            </Button>
          )}
          {news !== null && (
            <UndoNotice
              key={news.closed[0]?.version}
              undo={{
                kind: 'reopen-licenses',
                input: {
                  licenses: news.closed.map(({ id, version }) => ({
                    ...{ licenseId: id, expectedVersion: version },
                  })),
                },
              }}
              undone={`Undone. ${counted(news.closed.length, 'license')} brought back.`}
              onUndone={() => {
                refresh();
              }}
            >
              {news.words}.
            </UndoNotice>
          )}
        </div>
        {children}
      </div>
      {isOpen && (
        <EndLicensesSheet
          contractId={contractId}
          reference={reference}
          licenses={licenses}
          hasMore={hasMore}
          today={today}
          command={command}
          onRefresh={() => {
            command.dismiss();
            refresh();
          }}
          onSeen={setSeen}
          onClose={() => {
            command.dismiss();
            setOpen(false);
          }}
        />
      )}
      {stale !== null && (
        <ClosingsConflictDialog
          key={stale.conflict.since.at(-1)?.at}
          conflict={stale.conflict}
          {...stale.input}
          seen={seen}
          today={today}
          answer={command.result}
          isBusy={command.phase !== 'idle'}
          onApply={(on, titlesSeen) => {
            const { plan } = stale.input;
            void command.send({
              kind: 'close-licenses',
              input: { licenses: [...on], titlesSeen, plan },
            });
          }}
          onAgain={() => void command.resend()}
          onKeepEditing={() => {
            setStale(null);
            command.dismiss();
            refresh();
          }}
          onDrop={() => {
            leave();
            refresh();
          }}
        />
      )}
    </div>
  );
}
