import type { RightsType } from '../values/rights-type';
import type { Cells } from './avail-row';
import { ALL_TERRITORIES } from '../values/territory';
import { businessFamily } from './vocabulary/vocabulary';

/**
 * How an export writes the territories of one offer. The standard has a row for each; since 1.7.3 it allows lists and
 * exclusions for subscription rights, which some receivers cannot read.
 */
export const TERRITORY_STYLES = {
  lists: 'Lists and exclusions for subscription rights',
  each: 'One row for each territory',
} as const;

export type TerritoryStyle = keyof typeof TERRITORY_STYLES;

export const USUAL_TERRITORY_STYLE: TerritoryStyle = 'lists';

/** Whether territories of a rights type that are alike share a row. */
export function isListed(
  rightsType: RightsType,
  style: TerritoryStyle = USUAL_TERRITORY_STYLE,
): boolean {
  return style === 'lists' && businessFamily(rightsType) === 'subscription';
}

/** The world as one code. */
const EVERYWHERE = 'ZZ';

/** The cells for territories: one code, a list, or the world less some, whichever is shorter. */
export function territoryCells(territories: readonly string[]): Cells {
  const others = ALL_TERRITORIES.filter((one) => !territories.includes(one));
  if (territories.length <= others.length)
    return { 'AvailTrans/Territory': territories.join(', ') };
  return {
    'AvailTrans/Territory': EVERYWHERE,
    'AvailTrans/TerritoryExclusion': others.join(', '),
  };
}
