import type { RightsType } from '../../values/rights-type';
import type { Territory } from '../../values/territory';
import type { Takedown } from '../../content/takedown';
import type { AvailEntry } from '../avail-entry';
import type { FileTitle } from './file-titles';
import type { RowRef } from './import-plan';
import type { RowsOfUse } from './lanes/language-parts';
import type { RightsChart } from '../vocabulary/rights-chart';
import type { Use } from './stored-rights';
import type { Deletion, Deletions } from './takedowns/deletions';
import { Languages } from '../../values/languages';
import { storedParts } from './lanes/language-parts';
import { isDeletion } from './takedowns/deletions';
import { territoryGroups } from './territory-groups';

/** Territories that are alike for one title and rights type. */
export interface Place {
  readonly territories: readonly [Territory, ...Territory[]];
  /** The rows for them. */
  readonly there: readonly AvailEntry[];
  /** Whether a full extract is about them. */
  readonly isExtracted: boolean;
  /** Its rows that are refused. */
  readonly missing: readonly RowRef[];
  /** `null` where rows delete nothing and nothing is taken down. */
  readonly deletion: Deletion | null;
  readonly down: readonly Takedown[];
}

/** What is known of a title and rights type, by territory. */
interface Surroundings {
  readonly title: FileTitle;
  readonly studio: string;
  readonly rightsType: RightsType;
  readonly uses: readonly Use[];
  readonly rowsOf: RowsOfUse;
  /** The territories that full extracts are about. */
  readonly within: ReadonlySet<Territory>;
  readonly refusedAt: (territory: Territory) => readonly RowRef[];
  readonly takedownsAt: (territory: Territory) => readonly Takedown[];
  readonly deletions: Deletions;
  /** Whether a row speaks for itself: others that it does not name stay as they are. */
  readonly isAlone: (entry: AvailEntry) => boolean;
}

/** @param shown what all uses are */
export function placesOf(
  entries: readonly AvailEntry[],
  shown: RightsChart,
  around: Surroundings,
): readonly Place[] {
  const { title, studio, rightsType: type, uses, rowsOf, within, deletions } = around;
  const { refusedAt, takedownsAt, isAlone } = around;
  // Rows that speak for themselves count beside those that are stored.
  const areAlone = entries.some((entry) => isAlone(entry));
  const likeness = (territory: Territory) =>
    [
      shown.textAt(territory),
      within.has(territory),
      takedownsAt(territory).map(({ number }) => number),
      refusedAt(territory).map(({ sheet, row }) => `${sheet} ${row}`),
      areAlone ? storedParts(uses, territory, Languages.ALL, rowsOf).join() : '',
    ].join('\n');
  return [...territoryGroups(entries, shown.territories, likeness)].map(
    ({ territories, there }): Place => {
      const [territory] = territories;
      const isExtracted = within.has(territory);
      const down = takedownsAt(territory);
      const hasDeletion = down.length > 0 || there.some(isDeletion);
      const place = { title, studio, type, territory, there, uses, rowsOf, down };
      return {
        ...{ territories, there, isExtracted, down },
        missing: isExtracted ? refusedAt(territory) : [],
        deletion: hasDeletion ? deletions.at(place) : null,
      };
    },
  );
}
