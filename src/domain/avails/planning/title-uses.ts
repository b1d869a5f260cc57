import type { RightsType } from '../../values/rights-type';
import type { Territory } from '../../values/territory';
import type { FileTitle } from './file-titles';
import type { StoredRights, Use } from './stored-rights';
import type { Phase } from '../vocabulary/rights-chart';
import { isSameName } from '../../names/folding';
import { rightsType } from '../../values/rights-type';
import { territorySet } from '../../values/territory';
import { RightsChart } from '../vocabulary/rights-chart';

/** The stored offers of a title that a studio licenses, by rights type. */
export function usesOf(
  { stored: title }: FileTitle,
  studio: string,
  { licenses }: StoredRights,
): Map<RightsType, Use[]> {
  const uses = new Map<RightsType, Use[]>();
  for (const { licenseId, startsOn } of title?.offers ?? []) {
    const license = licenses.get(licenseId);
    const offer = license?.offers.find(({ window }) => window.startsOn === startsOn);
    if (license === undefined || offer === undefined || !isSameName(license.studio, studio))
      continue;
    const { terms } = license.details;
    const type = rightsType(terms.rightsType);
    const known = uses.get(type) ?? [];
    uses.set(type, known);
    known.push({
      licenseId,
      contractId: license.contractId,
      territories: territorySet(terms.territories),
      offer,
    });
  }
  return uses;
}

/** What some offers are, by territory. */
export function chartOf(uses: readonly Use[]): RightsChart {
  const chart = new RightsChart();
  const phases = new Map<Territory, Phase[]>();
  for (const { territories, offer } of uses) {
    const { window, prices, name } = offer;
    const phase: Phase = { window, prices, name, rows: [], contract: null };
    for (const territory of territories) {
      const there = phases.get(territory) ?? [];
      phases.set(territory, there);
      there.push(phase);
    }
  }
  for (const [territory, there] of phases) chart.put([territory], there);
  return chart;
}

/**
 * The offers that stay assigned to a title. In a territory where one of its offers must go, new phases replace all of them,
 * so every other offer there goes too.
 */
export function keptUses(
  uses: readonly Use[],
  stored: RightsChart,
  wanted: RightsChart,
): ReadonlySet<Use> {
  let kept = uses;
  for (;;) {
    const left = new Set(
      uses.filter((use) => !kept.includes(use)).flatMap(({ territories }) => territories),
    );
    const next = kept.filter(({ territories }) =>
      territories.every((territory) => !left.has(territory) && stored.agrees(wanted, territory)),
    );
    if (next.length === kept.length) return new Set(kept);
    kept = next;
  }
}
