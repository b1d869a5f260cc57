'use client';

import { CircleOff } from 'lucide-react';
import dynamic from 'next/dynamic';
import { createContext, use, useState, type ReactNode } from 'react';
import type { ContractUndo } from '../../../src/domain/contract/undo';
import type { ContractConflict } from '../../../src/service/conflict/conflict';
import type { JointConflict } from '../../../src/service/conflict/joint-conflict';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { ClosableContract } from './closable-contract';
import type { CommandRun } from '../../commands/use-command';
import { conflictOf, jointConflictOf } from '../../commands/command-result';
import { CommandNotice } from '../../commands/form-words';
import { useCommand } from '../../commands/use-command';
import { drafts } from '../../forms/draft-store';
import { onDemand } from '@/ui/overlays/on-demand';
import { counted } from '../../timeline/model';
import { Button } from '@/ui/button';
import { MenuItem } from '@/ui/overlays/menu-item';
import { MoreActions } from '@/ui/overlays/more-actions';
import { Notice } from '@/ui/overlays/notice';
import { useOwnId } from '@/ui/role';
import { useRefresh } from '@/ui/use-refresh';
import { voidDraft } from './closable-contract';
import { applied, newsOf, type Kind, type News, type Undoing } from './contract-news';

const VoidContractSheet = onDemand(() =>
  import('./void-contract-sheet').then((module) => module.VoidContractSheet),
);

// Comes when a command is stale.
const ClosingContractConflictDialog = dynamic(() =>
  import('./closing-contract-conflict-dialog').then(
    (module) => module.ClosingContractConflictDialog,
  ),
);

// Comes when a license is stale.
const ClosingsConflictDialog = dynamic(() =>
  import('../../licenses/closing/closings-conflict').then(
    (module) => module.ClosingsConflictDialog,
  ),
);

interface Closing {
  readonly command: CommandRun<Kind>;
  readonly openVoid: () => void;
  readonly bringBack: (withLicenses: boolean) => void;
  /** Takes a change back by its inverse. */
  readonly undo: (inverse: ContractUndo) => void;
  /** Whether the page shows what was saved last, so that a change can be taken back. */
  readonly canUndo: boolean;
}

const ClosingContext = createContext<Closing | null>(null);

/** What the page of a contract does about it being void, and about its changes being taken back. */
export function useContractClosing(): Closing {
  const closing = use(ClosingContext);
  if (closing === null) throw new Error('This is a part of the page of a contract.');
  return closing;
}

/** The page of a contract that can become void or come back, and whose changes can be taken back: with the sheet, the conflict, and what was done. */
export function ContractClosing({
  contract,
  today,
  children,
}: {
  contract: ClosableContract;
  /** ISO 8601. */
  today: string;
  children: ReactNode;
}) {
  const person = useOwnId();
  const { refresh, isRefreshing } = useRefresh();
  /** Whether the sheet is to open as soon as the page shows what is saved: opened before, it would be stale by one's own save. */
  const [isWanted, setWanted] = useState(false);
  const { id, version } = contract;
  /** The version that the sheet was opened at. */
  const [base, setBase] = useState<number | null>(null);
  if (isWanted && !isRefreshing) {
    setWanted(false);
    setBase(version);
  }
  const [news, setNews] = useState<News | null>(null);
  const [sent, setSent] = useState<FormCommand<Kind> | null>(null);
  const [undoing, setUndoing] = useState<Undoing | null>(null);
  /** What the person was shown of a void, as they confirmed it. */
  const [seen, setSeen] = useState<ClosingPreview | null>(null);
  const [conflict, setConflict] = useState<ContractConflict | JointConflict | null>(null);
  /** Forgets what was typed into the sheet: it is saved, or given up. */
  const forget = () => {
    if (person !== null) drafts.drop({ person, form: voidDraft(id) });
  };
  const command = useCommand<Kind>({
    onSend: () => {
      setNews(null);
    },
    onAnswer: (answer, given) => {
      const stale = conflictOf(answer, 'contract') ?? jointConflictOf(answer);
      if (stale !== null) {
        setSent(given);
        setConflict(stale);
      }
      // A license that was granted meanwhile is shown, so that it can be agreed to.
      if (answer.status === 'refused') refresh();
      if (answer.status !== 'saved') return;
      forget();
      command.dismiss();
      setConflict(null);
      setBase(null);
      setNews(newsOf(given, answer.version, undoing));
      refresh();
    },
  });
  const bringBack = (withLicenses: boolean, expectedVersion = version) => {
    setUndoing(null);
    void command.send({
      kind: 'reopen-contract',
      input: { contractId: id, expectedVersion, withLicenses },
    });
  };
  const takeBack = (next: Undoing, expectedVersion = version) => {
    setUndoing(next);
    const { change } = next;
    void command.send(
      change.kind === 'contract-corrected'
        ? {
            kind: 'correct-contract',
            input: { contractId: id, expectedVersion, details: change.after },
          }
        : {
            kind: 'reopen-contract',
            input: { contractId: id, expectedVersion, withLicenses: change.licenses.length > 0 },
          },
    );
  };
  const again = () => void command.resend();
  const handling = {
    answer: command.result,
    isBusy: command.phase !== 'idle',
    onAgain: again,
    onKeepEditing: () => {
      setConflict(null);
      command.dismiss();
      refresh();
    },
    onDrop: () => {
      forget();
      setConflict(null);
      setBase(null);
      command.dismiss();
      refresh();
    },
  };
  return (
    <ClosingContext
      value={{
        command,
        openVoid: () => {
          setWanted(true);
        },
        bringBack: (withLicenses) => {
          bringBack(withLicenses);
        },
        undo: (change) => {
          takeBack({ change, as: 'undo' });
        },
        canUndo: command.phase === 'idle' && (news?.version ?? version) <= version,
      }}
    >
      <div className="flex min-w-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          {news !== null && (
            <Notice
              tone="ok"
              role="status"
              className="mx-4 mt-3"
              actions={
                news.back !== null && (
                  <Button
                    variant="secondary"
                    isPending={command.phase !== 'idle'}
                    onPress={() => {
                      if (news.back !== null) takeBack(news.back, news.version);
                    }}
                  >
                    {news.back.called}
                  </Button>
                )
              }
            >
              {news.words}
            </Notice>
          )}
          {base === null && conflict === null && (
            <div className="px-4 pt-3 empty:hidden">
              <CommandNotice result={command.result} onAgain={again} />
            </div>
          )}
          {children}
        </div>
        {base !== null && (
          <VoidContractSheet
            contract={contract}
            baseVersion={base}
            today={today}
            command={command}
            onSeen={setSeen}
            onRefresh={() => {
              command.dismiss();
              setBase(version);
              refresh();
            }}
            onClose={() => {
              command.dismiss();
              setBase(null);
            }}
          />
        )}
        {conflict?.kind === 'contract' && sent !== null && (
          <ClosingContractConflictDialog
            key={conflict.latestVersion}
            {...handling}
            conflict={conflict}
            voided={sent.kind === 'close-contract' ? sent.input : null}
            seen={seen}
            today={today}
            onApply={(change, titlesSeen) => {
              const next = applied(change, sent, conflict.latestVersion, titlesSeen);
              if (next !== null) void command.send(next);
            }}
          />
        )}
        {conflict?.kind === 'licenses' && sent?.kind === 'close-contract' && (
          <ClosingsConflictDialog
            key={conflict.since.at(-1)?.at}
            {...handling}
            {...sent.input}
            conflict={conflict}
            seen={seen}
            today={today}
            what={`the contract and ${counted(sent.input.licenses.length, 'license')}`}
            onApply={(licenses, titlesSeen) => {
              const input = { ...sent.input, licenses: [...licenses], titlesSeen };
              void command.send({ kind: 'close-contract', input });
            }}
          />
        )}
      </div>
    </ClosingContext>
  );
}

/** What is seldom done with a contract: making it void. */
export function ContractMenu() {
  const { openVoid } = useContractClosing();
  return (
    <MoreActions>
      <MenuItem icon={<CircleOff aria-hidden />} isDanger onAction={openVoid}>
        Void contract
      </MenuItem>
    </MoreActions>
  );
}
