import type { PriceLineData } from '../license/price-list';
import type { IsoDate } from '../values/date-range';
import type { MoneyData } from '../values/money';
import type { LinePrice, Sale } from './line-prices';
import type { Prices, PriceState } from './prices';
import { amountSpan, tierSpan } from '../license/price-list';
import { listed } from '../values/words';
import { isMissing, linePrices, linePricesInWords, linePricesKey } from './line-prices';

/** Territories, ISO 3166-1 alpha-2, in which an offer costs the same. */
export interface PlacePrices {
  readonly territories: readonly string[];
  readonly prices: readonly LinePrice[];
}

/** What an offer costs from a day on, until the next step. */
export interface AmountStep {
  /** `null` from the beginning. */
  readonly startsOn: IsoDate | null;
  readonly places: readonly PlacePrices[];
}

/** Where an offer is sold: all territories of its license. */
export type WideSale = Omit<Sale, 'territory'> & { readonly territories: readonly string[] };

/** What an offer costs on one day, by territories: those with the most first. */
export function placePrices(
  lines: readonly PriceLineData[],
  { territories, ...sale }: WideSale,
  table: PriceState,
): readonly PlacePrices[] {
  const places = new Map<string, { territories: string[]; prices: readonly LinePrice[] }>();
  for (const territory of territories) {
    const prices = linePrices(lines, { ...sale, territory }, table);
    const key = linePricesKey(prices);
    const place = places.get(key) ?? { territories: [], prices };
    place.territories.push(territory);
    places.set(key, place);
  }
  return [...places.values()].sort((a, b) => b.territories.length - a.territories.length);
}

/** What an offer on a tier costs over time; none when it has amounts only. */
export function amountSteps(
  lines: readonly PriceLineData[],
  sale: WideSale,
  table: Prices,
): readonly AmountStep[] {
  if (lines.every(({ tier }) => tier === null)) return [];
  const steps: AmountStep[] = [];
  let before = '';
  for (const startsOn of [null, ...table.days]) {
    const places = placePrices(lines, sale, table.on(startsOn ?? ''));
    const key = places.map((place) => `${place.territories.join()} ${linePricesKey(place.prices)}`);
    if (key.join(';') !== before) steps.push({ startsOn, places });
    before = key.join(';');
  }
  return steps;
}

/** The step that is valid on a day. */
export function amountsOn(steps: readonly AmountStep[], day: string): readonly PlacePrices[] {
  return steps.findLast(({ startsOn }) => startsOn === null || startsOn <= day)?.places ?? [];
}

/** An offer's prices in a few characters, with all of them for whoever asks. */
export interface AmountSummary {
  /** `Tier 1`; `Tier 1 – Tier 3`; empty where there are amounts only. */
  readonly tiers: string;
  /** `$4.99 – $12.99`; by currency where there are several: `$4.99, €5.49`; empty where there is none. */
  readonly amounts: string;
  /** Whether some amount is missing. */
  readonly isMissing: boolean;
  /** A line per territories with the same prices: `CA, US: Tier 1: SD $9.99, HD $12.99`. */
  readonly details: readonly string[];
}

/** @param places by territories; none for an offer that has amounts only */
export function amountSummary(
  lines: readonly PriceLineData[],
  places: readonly PlacePrices[],
): AmountSummary {
  const fixed = lines.flatMap(({ amount }) => amount ?? []);
  const found = places.flatMap(({ prices }) => amountsOf(prices));
  return {
    tiers: tierSpan(lines),
    amounts: amountsInWords(places.length === 0 ? fixed : found),
    isMissing: places.some(({ prices }) => prices.some(isMissing)),
    details: places.map(
      ({ territories, prices }) => `${placeWords(territories)}: ${linePricesInWords(prices)}`,
    ),
  };
}

/** The amounts among prices. */
export function amountsOf(prices: readonly LinePrice[]): readonly MoneyData[] {
  return prices.flatMap(({ price }) => (price === null || price === 'not-sold' ? [] : price));
}

/** So many currencies are named. */
const MAX_CURRENCIES = 3;

/** `$4.99 – $12.99`; by currency where there are several: `$4.99, €5.49 – €6.99`; `$4.99, €5.49 and 6 more currencies`. */
export function amountsInWords(amounts: readonly MoneyData[]): string {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))];
  const named = currencies.length > MAX_CURRENCIES ? MAX_CURRENCIES - 1 : currencies.length;
  const spans = currencies
    .slice(0, named)
    .map((one) => amountSpan(amounts.filter(({ currency }) => currency === one)));
  const others = currencies.length - named;
  return `${spans.join(', ')}${others === 0 ? '' : ` and ${others} more currencies`}`;
}

/** So many territories are named. */
const MAX_NAMED = 3;

/** `CA, MX and US`; `AT, BE, DE and 12 more`. */
export function placeWords(territories: readonly string[]): string {
  return listed(territories.slice(0, MAX_NAMED), territories.length);
}
