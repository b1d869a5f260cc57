import type { ClosableLicense } from '../[contractId]/end-licenses-sheet';

/** A contract that can become void or come back, as its page shows it. */
export interface ClosableContract {
  readonly id: string;
  readonly version: number;
  readonly reference: string;
  /** Its licenses that are not void, as many as one command can close. */
  readonly licenses: readonly ClosableLicense[];
  /** Whether it has more than those. */
  readonly hasMore: boolean;
}

/** The name of what is typed into the form that makes a contract void. */
export function voidDraft(contractId: string): string {
  return `contract/${contractId}/void`;
}
