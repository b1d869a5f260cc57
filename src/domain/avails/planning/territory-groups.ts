import type { Territory } from '../../values/territory';
import type { AvailEntry } from '../avail-entry';

interface TerritoryGroup {
  readonly territories: readonly [Territory, ...Territory[]];
  /** The rows for these territories. */
  readonly there: readonly AvailEntry[];
}

/**
 * Groups territories with the same rows and the same stored rights, so that a row for the whole world is processed once.
 *
 * @param stored the territories with stored rights
 * @param likeness the same text for territories that are stored alike
 */
export function territoryGroups(
  entries: readonly AvailEntry[],
  stored: readonly Territory[],
  likeness: (territory: Territory) => string,
): Iterable<TerritoryGroup> {
  const rowsByTerritory = new Map<Territory, number[]>(stored.map((territory) => [territory, []]));
  for (const [position, { territories }] of entries.entries())
    for (const territory of territories) {
      const known = rowsByTerritory.get(territory);
      if (known === undefined) rowsByTerritory.set(territory, [position]);
      else known.push(position);
    }
  const isOfOneRow = entries.some(({ action }) => action === 'update' || action === 'remove');
  const groups = new Map<
    string,
    { territories: [Territory, ...Territory[]]; there: AvailEntry[] }
  >();
  for (const [territory, positions] of rowsByTerritory) {
    const key = [
      positions.join(),
      likeness(territory),
      // Earlier rows are looked up for each territory.
      isOfOneRow ? territory : '',
    ].join('\n');
    const known = groups.get(key);
    if (known === undefined)
      groups.set(key, {
        territories: [territory],
        there: positions.flatMap((position) => entries[position] ?? []),
      });
    else known.territories.push(territory);
  }
  return groups.values();
}
