import type { Prices } from '../../../domain/price-table/prices';

/** A part of a price table: its prices for one rights type, in all territories and from all days. */
export interface PricesPart {
  readonly priceTableId: string;
  readonly rightsType: string;
}

interface Kept {
  /** Of the price table. */
  readonly version: number;
  readonly prices: Prices;
}

/** About 0.5 kB of memory each. */
const MAX_PRICES = 100_000;

/**
 * Parts of price tables that this process has read, the least recently used forgotten first. A version never changes its
 * prices (P3), so whoever reads the version of a table in its own snapshot finds exactly the prices of that moment here.
 */
export class KeptPrices {
  private readonly parts = new Map<string, Kept>();
  private size = 0;

  /** @param limit how many prices are kept in all */
  constructor(private readonly limit = MAX_PRICES) {}

  /** The prices of a part at a version; `null` unless they are kept. */
  of(part: PricesPart, version: number): Prices | null {
    const key = keyOf(part);
    const kept = this.parts.get(key);
    if (kept?.version !== version) return null;
    this.parts.delete(key);
    this.parts.set(key, kept);
    return kept.prices;
  }

  keep(part: PricesPart, version: number, prices: Prices): void {
    const key = keyOf(part);
    this.forget(key);
    this.parts.set(key, { version, prices });
    this.size += prices.size;
    for (const oldest of this.parts.keys()) {
      if (this.size <= this.limit) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.size -= this.parts.get(key)?.prices.size ?? 0;
    this.parts.delete(key);
  }
}

function keyOf({ priceTableId, rightsType }: PricesPart): string {
  return `${priceTableId} ${rightsType}`;
}
