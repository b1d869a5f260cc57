import type { PriceLineData } from '../license/price-list';
import type { PriceState, ResolvedPrice } from './prices';
import type { MoneyData } from '../values/money';
import { formatMoney } from '../values/money';

/** What a line of a price list costs in one territory on one day. A line can cost several amounts, by format. */
export interface LinePrice {
  /** `null` for all formats, or for all that other lines do not name. */
  readonly format: string | null;
  /** A code of `PRICE_KINDS`. */
  readonly kind: string;
  /** The tier that the amount comes from; `null` when the offer itself says the amount. */
  readonly tier: string | null;
  /** `not-sold` where the studio does not sell it; `null` where its price table has no amount yet. */
  readonly price: MoneyData | 'not-sold' | null;
}

/** Where an offer is sold, and in which formats. */
export interface Sale {
  readonly rightsType: string;
  /** Those of the license, or the only one that is asked for; `null` for all. */
  readonly formats: readonly string[] | null;
  /** ISO 3166-1 alpha-2 code. */
  readonly territory: string;
}

/**
 * The prices of an offer in one territory. A tier for all formats is resolved for each format of the sale; where the sale is
 * for all formats, for those that the price table tells apart, and once for the others. Formats that cost the same are one.
 *
 * @param table the price table of the license's studio on the day
 */
export function linePrices(
  lines: readonly PriceLineData[],
  { rightsType, formats, territory }: Sale,
  table: PriceState,
): readonly LinePrice[] {
  return lines.flatMap(({ format, kind, amount, tier }): readonly LinePrice[] => {
    if (format !== null && formats !== null && !formats.includes(format)) return [];
    if (tier === null) return [{ format, kind, tier, price: amount && moneyOf(amount) }];
    const question = { tier, rightsType, kind, territory };
    const told = format === null ? (formats ?? [...table.formatsOf(question), null]) : [format];
    const prices = told.map((one) => ({
      ...{ format: one, kind, tier },
      price: plain(table.resolve({ ...question, format: one })),
    }));
    const known = prices.filter((one) => one.format !== null || one.price !== null);
    const shown = known.length === 0 ? prices : known;
    const [first, ...others] = shown;
    // Where the other formats have no amount, the same amount of some is not that of all.
    const isOne =
      shown.length === prices.length &&
      others.length > 0 &&
      others.every((one) => isSamePrice(one, first));
    return isOne && first !== undefined ? [{ ...first, format }] : shown;
  });
}

function plain(price: ResolvedPrice): LinePrice['price'] {
  return price === null || price === 'not-sold' ? price : moneyOf(price);
}

function moneyOf({ minor, currency }: MoneyData): MoneyData {
  return { minor, currency };
}

function isSamePrice({ price }: LinePrice, other: LinePrice | undefined): boolean {
  return other !== undefined && priceKey(price) === priceKey(other.price);
}

/** The same text for the same prices. */
export function linePricesKey(prices: readonly LinePrice[]): string {
  return prices
    .map(({ format, kind, price }) => `${format ?? ''} ${kind} ${priceKey(price)}`)
    .join();
}

function priceKey(price: LinePrice['price']): string {
  if (price === null || price === 'not-sold') return price ?? '';
  return `${price.minor} ${price.currency}`;
}

/** Whether a price has no amount yet. */
export function isMissing({ price }: LinePrice): boolean {
  return price === null;
}

/** All prices in words: `$4.99`; `SD $4.99, HD $5.99`; `Tier 1: SD $4.99, UHD no amount yet`. */
export function linePricesInWords(prices: readonly LinePrice[]): string {
  return prices
    .map((line, index) => {
      const { format, tier } = line;
      const others = prices.some((one) => one !== line && one.tier === tier && one.format !== null);
      const of = format ?? (tier !== null && others ? 'other formats' : null);
      const words = of === null ? priceWords(line) : `${of} ${priceWords(line)}`;
      return tier === null || tier === prices[index - 1]?.tier ? words : `${tier}: ${words}`;
    })
    .join(', ');
}

function priceWords({ price }: LinePrice): string {
  if (price === null) return 'no amount yet';
  return price === 'not-sold' ? 'not sold' : formatMoney(price);
}
