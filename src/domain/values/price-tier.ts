import { shortText } from './text';

/** The maximum length of a tier's name. */
export const MAX_TIER_LENGTH = 60;

/**
 * The name of a price tier that a studio and we agreed on: `Tier 1`, `New Release`. Its amounts are in the studio's price
 * table. One line, 1 to 60 characters.
 *
 * @throws InvalidText
 */
export function priceTier(name: string): string {
  return shortText(name, 'tier', 'A tier’s name', MAX_TIER_LENGTH);
}
