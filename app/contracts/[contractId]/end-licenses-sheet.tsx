'use client';

import { useMemo, useState } from 'react';
import type { DateRangeData } from '../../../src/domain/values/date-range';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { CommandRun } from '../../commands/use-command';
import { ClosingSheet } from '../../licenses/closing/closing-sheet';
import { windowWords } from '../../licenses/closing/closing-words';
import { Checkbox } from '@/ui/fields/checkbox';

/** A license that can be closed, as the page shows it. */
export interface ClosableLicense {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly window: DateRangeData;
}

/** Ending several licenses of a contract: all are chosen at first. */
export function EndLicensesSheet({
  contractId,
  reference,
  licenses,
  hasMore,
  today,
  command,
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
      draftAs={`contract/${contractId}/ended`}
      command={command}
      build={({ plan, seen }) => ({
        kind: 'close-licenses',
        input: { licenses: on, plan, titlesSeen: seen?.releasedTitles },
      })}
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
