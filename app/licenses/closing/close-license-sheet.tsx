'use client';

import { useMemo } from 'react';
import type { LicenseClosing } from '../../../src/domain/closing';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { CommandRun } from '../../commands/use-command';
import type { TimelineModel } from '../../timeline/model';
import type { PackedLicense } from '../license-model';
import { DateRange } from '../../../src/domain/values/date-range';
import { licenseDraft } from '../license-commands';
import { BeforeAfter } from './before-after';
import { ClosingSheet } from './closing-sheet';

/** Ending the license of the page, or making it void. */
export function CloseLicenseSheet({
  kind,
  license,
  model,
  baseVersion,
  lastDay,
  today,
  command,
  onClose,
}: {
  kind: LicenseClosing['kind'];
  license: PackedLicense;
  model: TimelineModel;
  /** The version that it was opened at. */
  baseVersion: number;
  /** The last day to begin with. */
  lastDay?: string | undefined;
  /** ISO 8601. */
  today: string;
  command: CommandRun<'close-license'>;
  onClose: () => void;
}) {
  const { id, details, contract } = license;
  const { startsOn, endsOn } = details.terms.window;
  const on = useMemo(() => [{ licenseId: id, expectedVersion: baseVersion }], [id, baseVersion]);
  return (
    <ClosingSheet<FormCommand<'close-license'>>
      kind={kind}
      eyebrow={`${details.name} · ${contract.reference}`}
      on={on}
      was={DateRange.of(startsOn, endsOn).lastDay}
      lastDay={lastDay}
      today={today}
      draftAs={licenseDraft.closing(id, kind)}
      version={baseVersion}
      command={command}
      build={({ plan, titlesSeen }) => ({
        kind: 'close-license',
        input: { licenseId: id, expectedVersion: baseVersion, plan, titlesSeen },
      })}
      effect={({ licenses: [effect] }) =>
        effect !== undefined && <BeforeAfter model={model} effect={effect} />
      }
      onClose={onClose}
    />
  );
}
