'use server';

import type { ValueCounts } from '@/ui/lists/long-options';
import type { CountedContractFilter } from '../../../src/service/contract/contract-views';
import { contractViews } from '../../../src/bootstrap';
import { countedSearch, countsOfNames } from '../../views/counted-values';
import { contractFilterOf } from './contracts-address';
import { contractsQuery } from './contracts-query';

const COUNTED = ['studio', 'closed'] as const satisfies CountedContractFilter[];

/**
 * How many contracts each value of a filter would find under the other filters of the list; `null` for who is not signed in,
 * and for what is not counted.
 *
 * @param name of the query parameter
 * @param address of the list
 */
export async function contractCounts(name: string, address: string): Promise<ValueCounts | null> {
  const search = await countedSearch(address);
  const of = COUNTED.find((known) => known === name);
  if (search === null || of === undefined) return null;
  const views = contractViews();
  const counts = await views.filterCounts(of, contractFilterOf(contractsQuery(search)));
  return of === 'studio' ? countsOfNames(counts, await views.studios()) : counts;
}
