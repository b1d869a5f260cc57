'use client';

import type { ComponentProps } from 'react';
import type { ClosingPreview } from '../../src/service/license/closing-preview';
import type { FormCommand } from '../../src/wire/forms/forms';
import type { ProposedChange } from '../../src/domain/license/license-change';
import type { LicenseConflict } from '../../src/service/conflict/conflict';
import type { StripOffer } from '../../src/service/license/conflict-strips';
import type { ConflictHandling } from '../conflict/conflict-dialog';
import type { LicenseCommand } from './license-commands';
import { settle } from '../../src/domain/license/conflict';
import { dayNumber, dayOfNumber, isoDate } from '../../src/domain/values/date-range';
import { ClosingRows, ClosingVerdict, useLatestEffect } from './closing/closing-conflict';
import { PaneRow } from '../conflict/comparison';
import { ConflictDialog } from '../conflict/conflict-dialog';
import { daySpan, type DaySpan } from '../timeline/model';
import { TimelineStrip } from '../timeline/strip';

/** What applying is called, before the version. */
function applyTo(sent: LicenseCommand): string | undefined {
  if (sent.kind === 'withdraw-offers') return 'Withdraw from';
  if (sent.kind !== 'close-license') return undefined;
  return sent.input.plan.kind === 'void' ? 'Void on' : 'End on';
}

interface LicenseConflictProps extends ConflictHandling<ProposedChange> {
  readonly conflict: LicenseConflict;
  /** What the person set out to do. */
  readonly sent: LicenseCommand;
  /** The license's window, days since 1970-01-01. */
  readonly window: DaySpan;
  readonly today: number;
}

type Closing = FormCommand<'close-license'>;

/** The conflict of a license that was to be closed: what that did when the person looked, and what it does now. */
export function ClosingConflictDialog({
  sent,
  seen,
  onApply,
  ...props
}: Omit<LicenseConflictProps, 'sent' | 'onApply'> & {
  readonly sent: Closing;
  /** What the person was shown of it. */
  readonly seen: ClosingPreview | null;
  /** @param titlesSeen how many titles lose an offer, as shown here */
  readonly onApply: (change: ProposedChange, titlesSeen: number | undefined) => void;
}) {
  const { conflict, today } = props;
  const heads = {
    yours: 'When you looked',
    yoursNote: `version ${conflict.madeAgainst}`,
    result: 'Now',
  };
  const run = useLatestEffect(conflict, sent, dayOfNumber(today));
  return (
    <LicenseConflictDialog
      {...props}
      sent={sent}
      conflict={{ ...conflict, rows: conflict.rows.filter(({ field }) => field === 'other') }}
      heads={heads}
      isWaiting={run.isChecking}
      verdict={
        <ClosingVerdict seen={seen} run={run} where={`on version ${conflict.latestVersion}`} />
      }
      onApply={(change) => {
        onApply(change, run.preview?.releasedTitles);
      }}
    >
      <ClosingRows seen={seen} run={run} heads={heads} />
    </LicenseConflictDialog>
  );
}

/** The conflict of a license, with the part of its timeline that it is about. */
export function LicenseConflictDialog({
  conflict,
  sent,
  window,
  today,
  children,
  ...handling
}: LicenseConflictProps &
  Pick<ComponentProps<typeof ConflictDialog>, 'heads' | 'verdict' | 'isWaiting' | 'children'>) {
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
      applyTo={applyTo(sent)}
      useWay={sent.kind === 'amend-license' ? 'Use these terms' : undefined}
      onTake={(way) => {
        handling.onApply(way.change);
      }}
    >
      <PaneRow
        label="Timeline"
        yours={strip(strips.yours)}
        theirs={strip(strips.theirs)}
        result={strip(strips.result)}
        heads={handling.heads}
      />
      {children}
    </ConflictDialog>
  );
}

function markedOffer({ name, prices, window, devices, mark }: StripOffer) {
  return { name, prices, devices, ...daySpan(window), ...(mark === null ? {} : { mark }) };
}
