'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import type { CommandResult } from '../../commands/command-result';
import type { ClosableLicense } from './end-licenses-sheet';
import type { LicensesClosed } from '../../../src/service/license/close-license';
import { UndoNotice } from '../../commands/undo-notice';
import { useCommand } from '../../commands/use-command';
import { onDemand } from '../../forms/on-demand';
import { closedWords } from '../../licenses/closing/closing-words';
import { counted } from '../../timeline/model';
import { Button } from '@/ui/button';
import { useMayActAs } from '@/ui/role';

const EndLicensesSheet = dynamic(() =>
  onDemand(() => import('./end-licenses-sheet').then((module) => module.EndLicensesSheet)),
);

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
  const router = useRouter();
  const mayEdit = useMayActAs('editor');
  const [isOpen, setOpen] = useState(false);
  const [news, setNews] = useState<News | null>(null);
  const command = useCommand<'close-licenses'>({
    onSend: () => {
      setNews(null);
    },
    onAnswer: (answer: CommandResult, { input }) => {
      if (answer.status !== 'closed') return;
      command.dismiss();
      setOpen(false);
      setNews({ words: closedWords(input.plan, answer.licenses.length), closed: answer.licenses });
      router.refresh();
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
                setOpen(true);
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
                router.refresh();
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
            router.refresh();
          }}
          onClose={() => {
            command.dismiss();
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}
