import type { StoredGroup } from './import-workshop';

/**
 * Groups after each other, in slices that change about so many things at most; a group that changes more is a slice.
 *
 * @param apart ids of a group that no other group of its slice may have, too
 */
export function slicesOf(
  groups: readonly StoredGroup[],
  most: number,
  apart: (group: StoredGroup) => readonly string[] = () => [],
): readonly (readonly StoredGroup[])[] {
  const slices: StoredGroup[][] = [];
  const ids = new Set<string>();
  let size = 0;
  for (const group of groups) {
    const own = apart(group);
    const grown = size + changesOf(group);
    const isNext = slices.length === 0 || grown > most || own.some((id) => ids.has(id));
    if (isNext) {
      slices.push([]);
      ids.clear();
    }
    size = isNext ? changesOf(group) : grown;
    slices.at(-1)?.push(group);
    for (const id of own) ids.add(id);
  }
  return slices;
}

function changesOf({ steps }: StoredGroup): number {
  return steps.reduce(
    (sum, step) => sum + (step.kind === 'arrange-titles' ? step.titles.length : 1),
    0,
  );
}
