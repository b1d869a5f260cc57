'use client';

import { CircleOff } from 'lucide-react';
import dynamic from 'next/dynamic';
import { createContext, use, useState, type ReactNode } from 'react';
import type { ProposedContractChange } from '../../../src/domain/contract/contract';
import type { ContractConflict } from '../../../src/service/conflict/conflict';
import type { JointConflict } from '../../../src/service/conflict/joint-conflict';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { FormCommand, FormInput } from '../../../src/wire/forms/forms';
import type { ClosableContract } from './closable-contract';
import type { CommandRun } from '../../commands/use-command';
import { conflictOf, jointConflictOf } from '../../commands/command-result';
import { CommandNotice } from '../../commands/form-words';
import { useCommand } from '../../commands/use-command';
import { drafts } from '../../forms/draft-store';
import { onDemand } from '../../forms/on-demand';
import { counted } from '../../timeline/model';
import { Button } from '@/ui/button';
import { MenuItem } from '@/ui/overlays/menu';
import { MoreActions } from '@/ui/overlays/more-actions';
import { Notice } from '@/ui/overlays/notice';
import { useOwnId } from '@/ui/role';
import { useRefresh } from '@/ui/use-refresh';
import { voidDraft } from './closable-contract';

const VoidContractSheet = dynamic(() =>
  onDemand(() => import('./void-contract-sheet').then((module) => module.VoidContractSheet)),
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

type Kind = 'close-contract' | 'reopen-contract';

/** What was just done. */
interface News {
  readonly words: string;
  readonly isVoid: boolean;
  /** The version that it made, which can be newer than the one shown. */
  readonly version: number;
}

interface Closing {
  readonly command: CommandRun<Kind>;
  readonly openVoid: () => void;
  readonly bringBack: (withLicenses: boolean) => void;
}

const ClosingContext = createContext<Closing | null>(null);

/** What the page of a contract does about it being void. */
export function useContractClosing(): Closing {
  const closing = use(ClosingContext);
  if (closing === null) throw new Error('This is a part of the page of a contract.');
  return closing;
}

/** The page of a contract that can become void or come back: with the sheet, the conflict, and what was done. */
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
      setNews(newsOf(given, answer.version));
      refresh();
    },
  });
  const bringBack = (withLicenses: boolean, expectedVersion = version) => {
    void command.send({
      kind: 'reopen-contract',
      input: { contractId: id, expectedVersion, withLicenses },
    });
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
                news.isVoid && (
                  <Button
                    variant="secondary"
                    isPending={command.phase !== 'idle'}
                    onPress={() => {
                      bringBack(true, news.version);
                    }}
                  >
                    Undo
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

/** The command again, against the latest version. */
function applied(
  change: ProposedContractChange,
  sent: FormCommand<Kind>,
  expectedVersion: number,
  titlesSeen: number | undefined,
): FormCommand<Kind> | null {
  if (change.kind === 'contract-closed' && sent.kind === 'close-contract')
    return { ...sent, input: { ...sent.input, expectedVersion, titlesSeen } };
  if (change.kind === 'contract-reopened' && sent.kind === 'reopen-contract')
    return { ...sent, input: { ...sent.input, expectedVersion } };
  return null;
}

function newsOf({ kind, input }: FormCommand<Kind>, version: number): News {
  return kind === 'close-contract'
    ? { words: `Voided${withLicenses(input)}.`, isVoid: true, version }
    : { words: 'Brought back.', isVoid: false, version };
}

function withLicenses({ licenses }: FormInput<'close-contract'>): string {
  return licenses.length === 0 ? '' : `, with ${counted(licenses.length, 'license')}`;
}
