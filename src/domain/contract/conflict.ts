import type { Choices, Dispute, FieldOf } from '../conflict/merge';
import type { Trial, Verdict } from '../conflict/verdict';
import type { ContractCorrection, ContractDetails, ProposedContractChange } from './contract';
import type { Contract } from './contract';
import { settleCorrection } from '../conflict/merge';
import { judgeMerged, tried } from '../conflict/verdict';

/**
 * Judges a correction made against an older version of a contract.
 *
 * @param mine the details as the person wants them, in their one spelling as the others
 * @param latest makes the contract as it is now, a fresh copy each time
 * @param base what it said at the older version
 */
export function judgeCorrection(
  mine: ContractDetails,
  latest: () => Contract,
  base: ContractDetails,
): Verdict<ContractCorrection, FieldOf<ContractDetails>> {
  const now = latest().details;
  return judgeMerged<ContractDetails, ContractCorrection>(
    [base, mine, now],
    (after) => ({ kind: 'contract-corrected', before: now, after }),
    (correction) =>
      tried(correction, () => {
        const contract = latest();
        contract.correct(correction.after);
        return contract.change === null ? null : correction;
      }),
  );
}

/** That a contract becomes void, or is brought back. */
export type ContractAct = (contract: Contract) => void;

/**
 * Judges a closing or a reopening of a contract on its latest version.
 *
 * @param latest makes the contract as it is now, a fresh copy each time
 */
export function judgeAct(
  act: ContractAct,
  latest: () => Contract,
): Trial<ProposedContractChange, ContractAct> {
  return tried(act, (one) => {
    const contract = latest();
    one(contract);
    const { change } = contract;
    if (change?.kind === 'contract-recorded') throw new Error('A contract is recorded once.');
    return change;
  });
}

/** Decides a disputed correction, each field as it was chosen; nothing else of a contract is ever disputed. */
export function settle(
  { fields, yours, theirs }: Dispute<ProposedContractChange, FieldOf<ContractDetails>>,
  choices: Choices,
): ProposedContractChange {
  return yours.kind === 'contract-corrected' && theirs.kind === 'contract-corrected'
    ? settleCorrection({ fields, yours, theirs }, choices)
    : yours;
}
