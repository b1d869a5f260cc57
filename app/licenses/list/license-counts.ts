'use server';

import type { ValueCounts } from '@/ui/lists/long-options';
import type { CountedFilter } from '../../../src/service/license/license-views';
import { contractViews, licenseViews } from '../../../src/bootstrap';
import { today } from '../../today';
import { countedSearch, countsOfNames } from '../../views/counted-values';
import { licenseFilter } from './license-filter';
import { listQuery } from './list-query';
import { SINGLE_CHOICES } from './single-choices';

const COUNTED: Readonly<Record<string, CountedFilter>> = {
  studio: 'studio',
  rights: 'rightsType',
  territory: 'territory',
  device: 'device',
  format: 'format',
  language: 'language',
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
  if (search === null) return null;
  const day = today();
  const single = Object.entries(SINGLE_CHOICES).find(([known]) => known === name);
  if (single !== undefined) {
    const [parameter, values] = single;
    const filters = await Promise.all(
      values.map((value) => licenseFilter(listQuery({ ...search, [parameter]: value }), day)),
    );
    const counts = await licenseViews().counts(filters, day);
    return Object.fromEntries(values.map((value, place) => [value, counts[place] ?? 0]));
  }
  const of = Object.hasOwn(COUNTED, name) ? COUNTED[name] : undefined;
  if (of === undefined) return null;
  const filter = await licenseFilter(listQuery(search), day);
  const counts = await licenseViews().filterCounts(of, filter, day);
  return of === 'studio' ? countsOfNames(counts, await contractViews().studios()) : counts;
}
