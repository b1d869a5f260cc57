import type { ContractFilter } from '../../../src/service/contract/contract-views';
import type { QueryValue } from '@/ui/lists/query-text';
import { addressWith } from '@/ui/lists/query-text';

/** Query parameters of the list that can have several values. */
export const SEVERAL = ['studio'] as const;

/** Query parameters of the list of contracts. */
export interface ContractsQuery {
  readonly q?: string | undefined;
  readonly studio?: readonly string[] | undefined;
  readonly closed?: 'void' | undefined;
  /** The saved view that is open, whose filters may have been changed since. */
  readonly view?: string | undefined;
  readonly cursor?: string | undefined;
}

/** URL of the list with changed parameters; `null` removes one. Changing a filter returns to the first page. */
export function contractsAddress(
  { cursor: _page, ...filters }: ContractsQuery,
  changes: Partial<Record<keyof ContractsQuery, QueryValue>> = {},
): string {
  return addressWith('/contracts', filters, changes);
}

export function contractFilterOf({ q, studio, closed }: ContractsQuery): ContractFilter {
  return { text: q, studio, closed };
}
