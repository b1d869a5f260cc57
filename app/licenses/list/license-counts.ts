'use server';

import type { ValueCounts } from '@/ui/lists/long-options';
import type { CountedFilter } from '../../../src/service/license/license-views';
import { licenseViews } from '../../../src/bootstrap';
import { isSameOrigin } from '../../same-origin';
import { currentPerson } from '../../person';
import { today } from '../../today';
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
  if (!(await isSameOrigin()) || (await currentPerson()) === null) return null;
  const of = Object.hasOwn(COUNTED, name) ? COUNTED[name] : undefined;
  if (of === undefined || typeof address !== 'string') return null;
  const { searchParams } = new URL(address, 'http://list');
  const search = Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)]),
  );
  const day = today();
  return licenseViews().filterCounts(of, await licenseFilter(listQuery(search), day), day);
}
