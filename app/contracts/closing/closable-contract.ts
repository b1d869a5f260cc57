import type { DateRangeData } from '../../../src/domain/values/date-range';

/** A license that can be closed, as the page shows it. */
export interface ClosableLicense {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly window: DateRangeData;
}

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

/** The name of what is typed into the form that ends its licenses. */
export function endDraft(contractId: string): string {
  return `contract/${contractId}/ended`;
}
