'use client';

import { useMemo } from 'react';
import type { LicenseClosing } from '../../../src/domain/closing';
import type { ShownLicense } from '../license-maker';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { CommandRun } from '../../commands/use-command';
import type { TimelineModel } from '../../timeline/model';
import type { PackedLicense } from '../license-model';
import { licenseMaker } from '../license-maker';
import { DateRange } from '../../../src/domain/values/date-range';
import { licenseDraft } from '../license-commands';
import { BeforeAfter } from './before-after';
import { useCheckedVersion } from '@/live/checked-against';
import { ClosingSheet } from './closing-sheet';
import { PagePreview } from './page-preview';

/** Ending the license of the page, or making it void. */
export function CloseLicenseSheet({
  kind,
  license,
  model,
  baseVersion,
  lastDay,
  today,
  command,
  shown,
  onPreview,
  onSeen,
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
  shown: ShownLicense;
  /** Called with the first day that is taken away, days since 1970-01-01; `null` for none. It must stay the same function. */
  onPreview: (from: number | null) => void;
  /** Called with what closing does, as it was shown when the person confirmed it. */
  onSeen: (preview: ClosingPreview | null) => void;
  onClose: () => void;
}) {
  const { id, details, contract } = license;
  const { startsOn, endsOn } = details.terms.window;
  const checked = useCheckedVersion(id, baseVersion, license.version);
  const { version } = checked;
  // A version saved while an answer was lost is most likely one's own.
  const isUnconfirmed = command.result?.status === 'unknown';
  const on = useMemo(() => [{ licenseId: id, expectedVersion: version }], [id, version]);
  return (
    <ClosingSheet<FormCommand<'close-license'>>
      kind={kind}
      eyebrow={`${details.name} · ${contract.reference}`}
      on={on}
      was={DateRange.of(startsOn, endsOn).lastDay}
      lastDay={lastDay}
      today={today}
      draftAs={licenseDraft.closing(id, kind)}
      checked={isUnconfirmed ? { ...checked, since: null } : checked}
      command={command}
      build={({ plan, seen }) => {
        onSeen(seen);
        const titlesSeen = seen?.releasedTitles;
        return {
          kind: 'close-license',
          input: { licenseId: id, expectedVersion: version, plan, titlesSeen },
        };
      }}
      effect={({ licenses: [effect] }) =>
        effect !== undefined && <BeforeAfter model={model} effect={effect} />
      }
      onClose={onClose}
    >
      <PagePreview kind={kind} makeLicense={licenseMaker(shown)} onPreview={onPreview} />
    </ClosingSheet>
  );
}
