import type { StoryLine as Line } from '../standing';
import type {
  ContractChange,
  ContractCorrection,
  ContractDetails,
  ContractReopened,
} from './contract';
import { standing } from '../standing';

/** A change that takes back one of a contract. */
export type ContractUndo = ContractCorrection | ContractReopened;

/** The changes of a contract that are still in effect: see `standing`. */
export function standingContractChanges<Entry extends Line<ContractChange>>(
  history: readonly Entry[],
): readonly Entry[] {
  return standing<ContractChange, Entry>(history, takesBack);
}

/** Whether a change is the inverse of the one before it, however it was made. */
function takesBack(change: ContractChange, earlier: ContractChange): boolean {
  const back = inverseContractChange(earlier);
  if (back?.kind === 'contract-corrected' && change.kind === back.kind)
    return isSame(back.before, change.before) && isSame(back.after, change.after);
  return (
    back?.kind === 'contract-reopened' &&
    change.kind === back.kind &&
    [...back.licenses].sort().join() === [...change.licenses].sort().join()
  );
}

function isSame(one: ContractDetails, other: ContractDetails): boolean {
  return (
    one.studio === other.studio &&
    one.reference === other.reference &&
    one.signedOn === other.signedOn &&
    one.notes === other.notes
  );
}

/**
 * The change that takes one back; `null` for its record, and for its return: it is made void with its licenses as they are
 * then, which a person has to see first.
 */
export function inverseContractChange(change: ContractChange): ContractUndo | null {
  switch (change.kind) {
    case 'contract-recorded':
    case 'contract-reopened':
      return null;
    case 'contract-corrected':
      return { kind: change.kind, before: change.after, after: change.before };
    case 'contract-closed': {
      const { closing } = change;
      return { kind: 'contract-reopened', closing, licenses: closing.licenses };
    }
  }
}
