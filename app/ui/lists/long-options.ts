import type { Option } from '../fields/select-field';

/** Lists of hundreds of options, which come when a filter is about to open. */
const loadLongLists = () => import('../../words/long-lists');

export type LongList = keyof Awaited<ReturnType<typeof loadLongLists>>['LONG_LISTS'];

/** How many things each value of a filter would leave, by value; one that leaves nothing is left out. */
export type ValueCounts = Readonly<Record<string, number>>;

/** The options of a long list; `null` for none. */
export async function loadLongOptions(
  list: LongList | undefined,
): Promise<readonly Option[] | null> {
  return list === undefined ? null : (await loadLongLists()).LONG_LISTS[list]();
}
