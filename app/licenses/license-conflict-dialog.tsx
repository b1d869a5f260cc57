'use client';

import type { ProposedChange } from '../../src/domain/license/license-change';
import type { LicenseConflict } from '../../src/service/conflict/conflict';
import type { StripOffer } from '../../src/service/license/conflict-strips';
import type { ConflictHandling } from '../conflict/conflict-dialog';
import type { LicenseCommand } from './license-commands';
import { settle } from '../../src/domain/license/conflict';
import { dayNumber, isoDate } from '../../src/domain/values/date-range';
import { PaneRow } from '../conflict/comparison';
import { ConflictDialog } from '../conflict/conflict-dialog';
import { daySpan, type DaySpan } from '../timeline/model';
import { TimelineStrip } from '../timeline/strip';

/** What applying a change is called, before the version. */
const APPLY_TO: Partial<Record<LicenseCommand['kind'], string>> = {
  'withdraw-offers': 'Withdraw from',
  'close-license': 'Close on',
};

/** The conflict of a license, with the part of its timeline that it is about. */
export function LicenseConflictDialog({
  conflict,
  intent,
  window,
  today,
  ...handling
}: ConflictHandling<ProposedChange> & {
  conflict: LicenseConflict;
  /** What the person set out to do. */
  intent: LicenseCommand['kind'];
  /** The license's window, days since 1970-01-01. */
  window: DaySpan;
  today: number;
}) {
  const { span, ...strips } = conflict.strips;
  const strip = (offers: readonly StripOffer[]) => (
    <TimelineStrip
      window={window}
      offers={offers.map(markedOffer)}
      today={today}
      from={dayNumber(isoDate(span.startsOn))}
      to={dayNumber(isoDate(span.endsOn ?? span.startsOn))}
    />
  );
  return (
    <ConflictDialog
      {...handling}
      conflict={conflict}
      settle={settle}
      applyTo={APPLY_TO[intent]}
      useWay={intent === 'amend-license' ? 'Use these terms' : undefined}
      onTake={(way) => {
        handling.onApply(way.change);
      }}
    >
      <PaneRow
        label="Timeline"
        yours={strip(strips.yours)}
        theirs={strip(strips.theirs)}
        result={strip(strips.result)}
      />
    </ConflictDialog>
  );
}

function markedOffer({ name, price, window, devices, mark }: StripOffer) {
  return { name, price, devices, ...daySpan(window), ...(mark === null ? {} : { mark }) };
}
