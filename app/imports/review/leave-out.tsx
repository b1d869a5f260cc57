'use client';

import { DecisionButton } from './decision-button';
import { useDecision } from './decision-desk';

/** Leaves the change of a line out of what will be saved, or brings it back: all lines of the change at once. */
export function LeaveOut({
  importId,
  revision,
  change,
  isLeftOut,
  name,
}: {
  readonly importId: string;
  readonly revision: number;
  readonly change: number;
  readonly isLeftOut: boolean;
  /** Of the line. */
  readonly name: string;
}) {
  const { decide } = useDecision();
  const input = { importId, revision, change, isLeftOut: !isLeftOut };
  const verb = isLeftOut ? 'Bring back' : 'Leave out';
  return (
    <DecisionButton
      decision={`leave out ${change}`}
      variant="quiet"
      size="toolbar"
      data-leave-out=""
      className="shrink-0 sm:-my-1.5 max-sm:-ms-2.5"
      aria-label={`${verb} ${name}`}
      onPress={() => void decide(`leave out ${change}`, { kind: 'leave-out-of-import', input })}
    >
      {verb}
    </DecisionButton>
  );
}
