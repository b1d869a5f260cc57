import type { PriceEdit } from '../../src/domain/price-table/price-cell';

/** Tier 1, to buy, retail, in every format, in US dollars for all, from the beginning of 2026. */
export function anEdit(parts: Partial<PriceEdit> = {}): PriceEdit {
  return {
    tier: 'Tier 1',
    rightsType: 'EST',
    kind: 'SRP',
    format: null,
    territory: null,
    currency: 'USD',
    startsOn: '2026-01-01',
    price: 1499,
    ...parts,
  };
}

/** The same in Canada. */
export function inCanada(parts: Partial<PriceEdit> = {}): PriceEdit {
  return anEdit({ territory: 'CA', currency: 'CAD', ...parts });
}
