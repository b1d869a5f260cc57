'use client';

import { useMemo } from 'react';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { CommandRun } from '../../commands/use-command';
import type { ClosableContract } from './closable-contract';
import { isoDate } from '../../../src/domain/values/date-range';
import { SeveralBeforeAfter } from '../../licenses/closing/before-after';
import { ClosingSheet } from '../../licenses/closing/closing-sheet';
import { windowWords } from '../../licenses/closing/closing-words';
import { counted } from '../../timeline/model';
import { useCheckedVersion } from '@/live/checked-against';
import { voidDraft } from './closable-contract';

/** Making a contract void with its licenses: why, which, and what that does. */
export function VoidContractSheet({
  contract: { id, version, reference, licenses, hasMore },
  baseVersion,
  today,
  command,
  onSeen,
  onRefresh,
  onClose,
}: {
  contract: ClosableContract;
  /** The version that it was opened at. */
  baseVersion: number;
  /** ISO 8601. */
  today: string;
  command: CommandRun<'close-contract' | 'reopen-contract'>;
  /** Called with what voiding does, as it was shown when the person confirmed it. */
  onSeen: (preview: ClosingPreview | null) => void;
  /** Shows the latest version of the contract and its licenses. */
  onRefresh: () => void;
  onClose: () => void;
}) {
  const on = useMemo(
    () => licenses.map((one) => ({ licenseId: one.id, expectedVersion: one.version })),
    [licenses],
  );
  const checked = useCheckedVersion(id, baseVersion, version);
  return (
    <ClosingSheet<FormCommand<'close-contract'>>
      kind="void"
      eyebrow={reference}
      wording={{ title: 'Void contract', send: (retired) => sendWords(on.length, retired) }}
      on={on}
      today={today}
      draftAs={voidDraft(id)}
      checked={checked}
      command={command}
      build={({ plan, seen }) => {
        onSeen(seen);
        return {
          kind: 'close-contract',
          input: {
            ...{ contractId: id, expectedVersion: checked.version, licenses: on },
            titlesSeen: seen?.releasedTitles,
            plan: { kind: 'void', reason: plan.reason },
          },
        };
      }}
      effect={({ licenses: effects }) => (
        <SeveralBeforeAfter licenses={effects} today={isoDate(today)} />
      )}
      several={{ shown: licenses, kept: 'Nothing was voided.', onRefresh }}
      onClose={onClose}
    >
      <section aria-labelledby="void-licenses" className="flex flex-col gap-1 text-table">
        <h3 id="void-licenses" className="text-panel-title">
          {licenses.length === 0
            ? 'No licenses in use'
            : `${counted(licenses.length, 'license')} in use`}
        </h3>
        <p className="text-ink-2">
          {licenses.length === 0
            ? 'Only the contract becomes void.'
            : licenses.length === 1
              ? 'It becomes void with the contract, and can be brought back with it.'
              : 'They become void with the contract, and can be brought back with it.'}
        </p>
        <ul className="flex flex-col">
          {licenses.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap justify-between gap-x-3 border-t border-line py-1.5 first:border-t-0"
            >
              <span className="min-w-0 font-emphasis break-words text-ink">{one.name}</span>
              <span className="text-ink-2">{windowWords(one.window)}</span>
            </li>
          ))}
        </ul>
        {hasMore && (
          <p className="text-straw-ink">
            The contract has more. One command voids at most {licenses.length}: void the others
            first, each on its page.
          </p>
        )}
      </section>
    </ClosingSheet>
  );
}

/** The button, with its side effects: `Void contract and 2 licenses, retire 1 title`. */
function sendWords(licenses: number, retired: number): string {
  const what = licenses === 0 ? '' : ` and ${counted(licenses, 'license')}`;
  return `Void contract${what}${retired === 0 ? '' : `, retire ${counted(retired, 'title')}`}`;
}
