import type { ContractChange, ContractDetails } from '../contract/contract';
import type { Finding, Found, StoredChange } from './findings';
import { Contract } from '../contract/contract';
import { attempt, invalid, versionProblems } from './findings';

/** Everything stored about one contract, without its licenses. */
export interface StoredContract {
  readonly id: string;
  readonly version: number;
  readonly details: ContractDetails;
  /** By ascending version. */
  readonly history: readonly StoredChange<ContractChange>[];
}

/** Finds violated rules in a contract, without its licenses. Empty when there are none. */
export function findingsInContract(stored: StoredContract): Finding[] {
  const { id, details, history } = stored;
  const found = [
    ...versionProblems(stored),
    ...invalid(() => Contract.reconstitute(id, 1, details).details, details, contractText),
    ...attempt('state-differs', () => contractHistoryProblems(details, history)),
  ];
  return found.map((problem) => ({ aggregate: 'contract', id, ...problem }));
}

function contractHistoryProblems(
  details: ContractDetails,
  history: readonly StoredChange<ContractChange>[],
): Found[] {
  const found: Found[] = [];
  let previous: string | null = null;
  for (const { version, change } of history) {
    const before: string | null =
      change.kind === 'contract-recorded' ? null : contractText(change.before);
    if (before !== previous)
      found.push({
        problem: 'change-misplaced',
        words: `version ${version}: it said something else before`,
      });
    previous = contractText(change.kind === 'contract-recorded' ? change.details : change.after);
  }
  if (previous !== contractText(details))
    found.push({ problem: 'state-differs', words: 'its details are not those of its history' });
  return found;
}

function contractText({ studio, reference, signedOn, notes }: ContractDetails): string {
  return JSON.stringify([studio, reference, signedOn, notes]);
}
