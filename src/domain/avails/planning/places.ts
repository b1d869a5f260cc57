import type { RightsType } from '../../values/rights-type';
import type { Territory } from '../../values/territory';
import type { Takedown } from '../../content/takedown';
import type { AvailEntry } from '../avail-entry';
import type { FileTitle } from './file-titles';
import type { RowRef } from './import-plan';
import type { RowsOfUse } from './lanes/language-parts';
import type { StoredRights, Use } from './stored-rights';
import type { Deletion, Deletions } from './takedowns/deletions';
import { languagesOfCells } from '../language-terms';
import { phaseKey } from '../vocabulary/rights-chart';
import { standingRows } from './lanes/language-parts';
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
  readonly stored: StoredRights;
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

export function placesOf(entries: readonly AvailEntry[], around: Surroundings): readonly Place[] {
  const { title, studio, rightsType: type, uses, rowsOf, within, deletions } = around;
  const { refusedAt, takedownsAt, isAlone } = around;
  // Rows that speak for themselves count beside those that are stored.
  const spoken = entries.some((entry) => isAlone(entry)) ? spokenIn(uses, rowsOf) : null;
  const sold = soldIn(uses, around.stored);
  const likeness = (territory: Territory) =>
    [
      sold.get(territory),
      within.has(territory),
      takedownsAt(territory).map(({ number }) => number),
      refusedAt(territory).map(({ sheet, row }) => `${sheet} ${row}`),
      spoken?.get(territory),
    ].join('\n');
  return [...territoryGroups(entries, [...sold.keys()], likeness)].map(
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

/** What is sold in each territory as text, equal for the same offers in licenses of the same terms. */
function soldIn(
  uses: readonly Use[],
  { licenses }: StoredRights,
): ReadonlyMap<Territory, readonly string[]> {
  const sold = new Map<Territory, string[]>();
  for (const { licenseId, contractId, territories, offer } of uses) {
    const { languages, exclusive } = licenses.get(licenseId)?.details.terms ?? {};
    const text = [phaseKey(offer), contractId, JSON.stringify(languages), exclusive].join(' ');
    for (const territory of territories) {
      const known = sold.get(territory);
      if (known === undefined) sold.set(territory, [text]);
      else known.push(text);
    }
  }
  for (const texts of sold.values()) texts.sort();
  return sold;
}

/** What the stored rows of each territory say of languages as text. */
function spokenIn(
  uses: readonly Use[],
  rowsOf: RowsOfUse,
): ReadonlyMap<Territory, readonly string[]> {
  const spoken = new Map<Territory, string[]>();
  for (const use of uses)
    for (const { territories, cells } of standingRows(rowsOf(use))) {
      const text = `${use.licenseId} ${JSON.stringify(languagesOfCells(cells))}`;
      const there = new Set(territories);
      for (const territory of use.territories)
        if (there.has(territory)) spoken.set(territory, [...(spoken.get(territory) ?? []), text]);
    }
  for (const texts of spoken.values()) texts.sort();
  return spoken;
}
