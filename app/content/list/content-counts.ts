'use server';

import type { ValueCounts } from '@/ui/lists/long-options';
import type { CountedContentFilter } from '../../../src/service/content/content-views';
import { contentViews, contractViews } from '../../../src/bootstrap';
import { today } from '../../today';
import { countedSearch, countsOfNames } from '../../views/counted-values';
import { contentFilterOf } from './content-address';
import { contentQuery } from './content-query';

const COUNTED = ['studio', 'kind', 'coverage', 'closed'] as const satisfies CountedContentFilter[];

/**
 * How many titles each value of a filter would find under the other filters of the catalog; `null` for who is not signed in,
 * and for what is not counted.
 *
 * @param name of the query parameter
 * @param address of the catalog
 */
export async function contentCounts(name: string, address: string): Promise<ValueCounts | null> {
  const search = await countedSearch(address);
  const of = COUNTED.find((known) => known === name);
  if (search === null || of === undefined) return null;
  const filter = contentFilterOf(contentQuery(search));
  const counts = await contentViews().filterCounts(of, filter, today());
  return of === 'studio' ? countsOfNames(counts, await contractViews().studios()) : counts;
}
