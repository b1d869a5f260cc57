import type { FieldOf } from '../conflict/merge';
import type { Verdict } from '../conflict/verdict';
import type { ContractCorrection, ContractDetails } from './contract';
import { judgeMerged, tried } from '../conflict/verdict';
import { Contract } from './contract';

/**
 * Judges a correction made against an older version of a contract.
 *
 * @param mine the details as the person wants them, in their one spelling as the others
 * @param latest what the contract says now
 * @param base what it said at the older version
 */
export function judgeCorrection(
  mine: ContractDetails,
  latest: ContractDetails,
  base: ContractDetails,
): Verdict<ContractCorrection, FieldOf<ContractDetails>> {
  return judgeMerged<ContractDetails, ContractCorrection>(
    [base, mine, latest],
    (after) => ({ kind: 'contract-corrected', before: latest, after }),
    (correction) =>
      tried(correction, () => {
        const contract = Contract.reconstitute('', 1, latest);
        contract.correct(correction.after);
        return contract.change === null ? null : correction;
      }),
  );
}
