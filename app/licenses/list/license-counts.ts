'use server';

import type { ValueCounts } from '@/ui/lists/long-options';
import type { CountedFilter } from '../../../src/service/license/license-views';
import { contractViews, licenseViews } from '../../../src/bootstrap';
import { today } from '../../today';
import { countedSearch, countsOfNames } from '../../views/counted-values';
import { licenseFilter } from './license-filter';
import { listQuery } from './list-query';

const COUNTED: Readonly<Record<string, CountedFilter>> = {
  studio: 'studio',
  rights: 'rightsType',
  territory: 'territory',
  device: 'device',
  format: 'format',
  status: 'status',
  closed: 'closed',
};

/**
 * How many licenses each value of a filter would leave under the other filters of the list; `null` for who is not signed in,
 * and for what is not counted.
 *
 * @param name of the query parameter
 * @param address of the list
 */
export async function licenseCounts(name: string, address: string): Promise<ValueCounts | null> {
  const search = await countedSearch(address);
  const of = Object.hasOwn(COUNTED, name) ? COUNTED[name] : undefined;
  if (search === null || of === undefined) return null;
  const day = today();
  const filter = await licenseFilter(listQuery(search), day);
  const counts = await licenseViews().filterCounts(of, filter, day);
  return of === 'studio' ? countsOfNames(counts, await contractViews().studios()) : counts;
}
