/**
 * How an export writes a price that is a tier of the studio's price table. Who has no table of its own needs the amounts;
 * they do not come back as tiers.
 */
export const TIER_STYLES = {
  names: 'Tiers by name',
  amounts: 'Tiers as amounts',
} as const;

export type TierStyle = keyof typeof TIER_STYLES;

export const USUAL_TIER_STYLE: TierStyle = 'names';
