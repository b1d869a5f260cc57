'use client';

import type { CommandResult } from '../../commands/command-result';
import { READY, type Assigning, type Way } from './use-assigning';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { titleCount } from './title-count';

/** The foot of a sheet that assigns an offer to many titles, or takes it from them: the way back, and the next step. */
export function AssignFooter({
  assigning,
  count,
  onCheck,
  onClose,
}: {
  assigning: Assigning;
  /** How many titles are selected. */
  count: number;
  onCheck: () => void;
  onClose: () => void;
}) {
  const { way, trial } = assigning;
  const ready = trial?.titles.filter(({ outcome }) => outcome === READY[way]).length ?? 0;
  return (
    <>
      <Button
        variant="quiet"
        isDisabled={assigning.isBusy}
        onPress={trial === null ? onClose : assigning.reset}
      >
        {trial === null ? 'Cancel' : 'Back to the list'}
      </Button>
      <span className="ms-auto" />
      {/* One button throughout: who presses keys goes on with it, and what was announced of it still has its name. */}
      <Button
        variant="primary"
        isPending={assigning.isBusy}
        isDisabled={trial !== null && ready === 0}
        onPress={trial === null ? onCheck : assigning.apply}
      >
        {nextStep(way, count, trial === null ? null : ready)}
      </Button>
    </>
  );
}

/** @param ready how many would be changed; `null` before that was checked */
function nextStep(way: Way, gathered: number, ready: number | null): string {
  if (ready === 0) return `Nothing to ${way}`;
  if (ready !== null)
    return way === 'assign' ? `Assign ${titleCount(ready)}` : `Unassign from ${titleCount(ready)}`;
  return gathered === 0 ? 'Check' : `Check ${titleCount(gathered)}`;
}

/** Why there is no dry run to look at. */
export function NotChecked({ answer }: { answer: CommandResult | null }) {
  if (answer?.status === 'refused' || answer?.status === 'invalid')
    return (
      <Notice tone="refused" role="alert">
        {answer.message} Your titles are still here.
      </Notice>
    );
  if (answer?.status === 'busy' || answer?.status === 'unknown')
    return (
      <Notice tone="attention" role="alert" title="Not checked.">
        No answer came. What you gathered is still here; check again.
      </Notice>
    );
  return null;
}
