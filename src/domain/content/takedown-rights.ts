import type { LicensedOffer } from './clash';
import type { Takedown } from './takedown';
import { NoRightsThere } from './takedown-errors';

/**
 * Rejects a takedown of places in which a title has no rights.
 *
 * @param assigned the offers of the title
 * @throws NoRightsThere for the territories, or else the rights types, that none of its licenses has
 */
export function requireRights(
  title: string,
  takedown: Takedown,
  assigned: readonly LicensedOffer[],
): void {
  const territories = new Set(assigned.flatMap((offer) => offer.territories));
  const noTerritory = (takedown.territories ?? []).filter((one) => !territories.has(one));
  if (noTerritory.length > 0) throw new NoRightsThere(title, 'territories', noTerritory);
  const types = new Set(assigned.map(({ rightsType }) => rightsType));
  const noType = (takedown.rightsTypes ?? []).filter((one) => !types.has(one));
  if (noType.length > 0) throw new NoRightsThere(title, 'rightsTypes', noType);
}
