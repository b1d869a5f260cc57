import 'server-only';
import type { ValueCounts } from '@/ui/lists/long-options';
import type { SearchParameters } from '../../src/wire/address';
import { isSameName } from '../../src/domain/names/folding';
import { currentPerson } from '../person';
import { isSameOrigin } from '../same-origin';

/** The query parameters of a list that a browser wants counts of; `null` for who may not have them. */
export async function countedSearch(address: unknown): Promise<SearchParameters | null> {
  if (!(await isSameOrigin()) || (await currentPerson()) === null) return null;
  if (typeof address !== 'string') return null;
  const { searchParams } = new URL(address, 'http://list');
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)]),
  );
}

/** Counts of names under the spellings that a menu has of them. */
export function countsOfNames(counts: ValueCounts, names: readonly string[]): ValueCounts {
  const found = Object.entries(counts);
  return Object.fromEntries(
    names.map((name) => [
      name,
      found.reduce((sum, [spelt, count]) => (isSameName(spelt, name) ? sum + count : sum), 0),
    ]),
  );
}
