import type { ContractClosing } from '../closing';
import type { ContractChange, ContractDetails } from '../contract/contract';
import type { Finding, Found, StoredChange } from './findings';
import { Contract } from '../contract/contract';
import { attempt, invalid, versionProblems } from './findings';

/** Everything stored about one contract, without its licenses. */
export interface StoredContract {
  readonly id: string;
  readonly version: number;
  readonly details: ContractDetails;
  readonly closing: ContractClosing | null;
  /** How many of its licenses are not void. */
  readonly licensesInUse: number;
  /** By ascending version. */
  readonly history: readonly StoredChange<ContractChange>[];
}

/** Finds violated rules in a contract, without its licenses. Empty when there are none. */
export function findingsInContract(stored: StoredContract): Finding[] {
  const { id, details, closing } = stored;
  const found = [
    ...versionProblems(stored),
    ...invalid(() => Contract.reconstitute(id, 1, details, closing).details, details, contractText),
    ...(closing !== null && stored.licensesInUse > 0
      ? [{ problem: 'void-with-licenses', words: 'it is void and has licenses in use' } as const]
      : []),
    ...attempt('state-differs', () => contractHistoryProblems(stored)),
  ];
  return found.map((problem) => ({ aggregate: 'contract', id, ...problem }));
}

function contractHistoryProblems({ details, closing, history }: StoredContract): Found[] {
  const found: Found[] = [];
  let stated: string | null = null;
  let closed: string | null = null;
  for (const { version, change } of history) {
    const misplaced = (what: string) =>
      found.push({ problem: 'change-misplaced', words: `version ${version}: ${what}` });
    switch (change.kind) {
      case 'contract-recorded':
        if (stated !== null) misplaced('it was recorded already');
        stated = contractText(change.details);
        break;
      case 'contract-corrected':
        if (closed !== null) misplaced('it was void');
        if (stated !== contractText(change.before)) misplaced('it said something else before');
        stated = contractText(change.after);
        break;
      case 'contract-closed':
        if (closed !== null) misplaced('it was void already');
        closed = closingText(change.closing);
        break;
      case 'contract-reopened':
        if (closed !== closingText(change.closing)) misplaced('it was not void so');
        closed = null;
        break;
    }
  }
  if (stated !== contractText(details))
    found.push({ problem: 'state-differs', words: 'its details are not those of its history' });
  if (closed !== (closing === null ? null : closingText(closing)))
    found.push({ problem: 'state-differs', words: 'its closing is not that of its history' });
  return found;
}

function contractText({ studio, reference, signedOn, notes }: ContractDetails): string {
  return JSON.stringify([studio, reference, signedOn, notes]);
}

function closingText({ kind, reason, licenses }: ContractClosing): string {
  return JSON.stringify([kind, reason, licenses]);
}
