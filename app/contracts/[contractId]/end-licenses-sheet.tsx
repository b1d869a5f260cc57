'use client';

import { useMemo, useState } from 'react';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { ClosableLicense } from '../closing/closable-contract';
import type { CommandRun } from '../../commands/use-command';
import { isoDate } from '../../../src/domain/values/date-range';
import { endDraft } from '../closing/closable-contract';
import { SeveralBeforeAfter } from '../../licenses/closing/before-after';
import { ClosingSheet } from '../../licenses/closing/closing-sheet';
import { windowWords } from '../../licenses/closing/closing-words';
import { Checkbox } from '@/ui/fields/checkbox';

/** Ending several licenses of a contract: all are chosen at first. */
export function EndLicensesSheet({
  contractId,
  reference,
  licenses,
  hasMore,
  today,
  command,
  onSeen,
  onRefresh,
  onClose,
}: {
  contractId: string;
  reference: string;
  licenses: readonly ClosableLicense[];
  /** Whether the contract has more than one command can close. */
  hasMore: boolean;
  /** ISO 8601. */
  today: string;
  command: CommandRun<'close-licenses'>;
  /** Called with what ending does, as it was shown when the person confirmed it. */
  onSeen: (preview: ClosingPreview | null) => void;
  /** Shows the latest version of the licenses. */
  onRefresh: () => void;
  onClose: () => void;
}) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => licenses.filter(({ id }) => !left.has(id)), [licenses, left]);
  const on = useMemo(
    () => chosen.map(({ id, version }) => ({ licenseId: id, expectedVersion: version })),
    [chosen],
  );
  return (
    <ClosingSheet<FormCommand<'close-licenses'>>
      kind="ended"
      eyebrow={reference}
      on={on}
      today={today}
      draftAs={endDraft(contractId)}
      command={command}
      build={({ plan, seen }) => {
        onSeen(seen);
        return {
          kind: 'close-licenses',
          input: { licenses: on, plan, titlesSeen: seen?.releasedTitles },
        };
      }}
      effect={({ licenses: effects }) => (
        <SeveralBeforeAfter licenses={effects} today={isoDate(today)} />
      )}
      several={{ shown: chosen, kept: 'Nothing was ended.', onRefresh }}
      onClose={onClose}
    >
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-table text-ink-2">
          Licenses {on.length} of {licenses.length}
        </legend>
        {licenses.map(({ id, name, window }) => (
          <Checkbox
            key={id}
            isSelected={!left.has(id)}
            onChange={(isSelected) => {
              setLeft((before) => {
                const next = new Set(before);
                if (isSelected) next.delete(id);
                else next.add(id);
                return next;
              });
            }}
          >
            <span className="min-w-0 break-words">
              <span className="text-ink">{name}</span> {windowWords(window)}
            </span>
          </Checkbox>
        ))}
        {hasMore && (
          <p className="text-table text-ink-3">
            At most {licenses.length} can be ended at once. End the others after these.
          </p>
        )}
      </fieldset>
    </ClosingSheet>
  );
}
