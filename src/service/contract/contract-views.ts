import type { ContractClosing } from '../../domain/closing';
import type { ContractChange, ContractDetails } from '../../domain/contract/contract';
import type { Since } from '../history-views';
import type { OneOf } from '../one-of';
import type { Page } from '../page';

export interface ContractRow {
  readonly id: string;
  readonly studio: string;
  readonly reference: string;
  readonly signedOn: string;
  readonly notes: string;
  readonly version: number;
  readonly licenses: number;
  /** How many of its licenses' windows contain today. */
  readonly current: number;
  /** The first end ahead among its licenses, exclusive; `null` when none ends. */
  readonly nextEnd: string | null;
  /** Why it is void; `null` while it is in use. */
  readonly closing: ContractClosing | null;
}

/** What narrows a list of contracts. */
export interface ContractFilter {
  readonly text?: string | undefined;
  /** However it is spelt. */
  readonly studio?: OneOf<string> | undefined;
  /** Those that are void; without it, those that are not. */
  readonly closed?: 'void' | undefined;
}

/** The filters of contracts whose values are counted. */
export type CountedContractFilter = 'studio' | 'closed';

export interface ContractViews {
  list(
    query: ContractFilter & {
      readonly cursor?: string | undefined;
      readonly today: string;
      readonly pageSize: number;
    },
  ): Promise<Page<ContractRow>>;
  /** How many contracts each value of a filter would find under the other filters; values that find none are left out. */
  filterCounts(
    of: CountedContractFilter,
    filter: ContractFilter,
  ): Promise<Readonly<Record<string, number>>>;
  contract(id: string, today: string): Promise<ContractRow | null>;
  /** The latest details with the changes after a version, from one moment: what a stale command is explained by. */
  contractSince(
    id: string,
    version: number,
  ): Promise<
    | (Since<ContractChange> & {
        readonly version: number;
        readonly details: ContractDetails;
        readonly closing: ContractClosing | null;
      })
    | null
  >;
  /** The studios of the contracts that are in use, by name; one with several spellings by the one that most contracts have. */
  studios(): Promise<readonly string[]>;
}
