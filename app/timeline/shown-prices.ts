import type { PriceLineData } from '../../src/domain/license/price-list';
import type { LinePrice } from '../../src/domain/price-table/line-prices';
import type {
  AmountStep,
  AmountSummary,
  PlacePrices,
} from '../../src/domain/price-table/offer-amounts';
import type { MoneyData } from '../../src/domain/values/money';
import { priceInWords, priceSpan } from '../../src/domain/license/price-list';
import { isMissing } from '../../src/domain/price-table/line-prices';
import {
  amountsInWords,
  amountsOf,
  amountsOn,
  amountSummary,
  placeWords,
} from '../../src/domain/price-table/offer-amounts';
import { dayNumber, dayOfNumber, formatDay } from '../../src/domain/values/date-range';

/** A price of an offer as the timeline draws it: one for each format. */
export interface ShownPrice {
  readonly format: string | null;
  /** In one currency, the lowest first; empty for a tier without amounts, or with amounts in several currencies. */
  readonly amounts: readonly MoneyData[];
  /** Whether some territory has no amount yet, as far as it is known. */
  readonly isMissing: boolean;
  /** `$4.99`; `Tier 1 $9.99, CA no amount yet`. */
  readonly text: string;
}

/** An offer as far as its prices are shown. Days are counted from 1970-01-01; `end` is exclusive, `null` is open. */
interface PricedOffer {
  readonly prices: readonly PriceLineData[];
  readonly amounts?: readonly AmountStep[] | undefined;
  readonly start: number;
  readonly end: number | null;
}

/** What an offer costs on consecutive days. */
export interface PricePeriod {
  readonly start: number;
  readonly end: number | null;
  readonly prices: readonly ShownPrice[];
}

const known = new WeakMap<PricedOffer, readonly PricePeriod[]>();

/** What an offer costs from its first to its last day, by the days on which its price table changes it. */
export function pricePeriods(offer: PricedOffer): readonly PricePeriod[] {
  const periods = known.get(offer) ?? periodsOf(offer);
  known.set(offer, periods);
  return periods;
}

function periodsOf({ prices, amounts = [], start, end }: PricedOffer): readonly PricePeriod[] {
  if (amounts.length === 0) {
    const shown = prices.map((line) => ({
      ...{ format: line.format, isMissing: line.amount === null, text: priceInWords(line) },
      amounts: line.amount === null ? [] : [line.amount],
    }));
    return [{ start, end, prices: shown }];
  }
  const starts = amounts.map(({ startsOn }) =>
    startsOn === null ? start : Math.max(start, dayNumber(startsOn)),
  );
  return amounts.flatMap(({ places }, index) => {
    const [from = start, next] = [starts[index], starts[index + 1]];
    const to = next === undefined ? end : end === null ? next : Math.min(end, next);
    const isEmpty = to !== null && from >= to;
    return isEmpty ? [] : [{ start: from, end: to, prices: shownPrices(places) }];
  });
}

/** An offer's prices on the day that matters: today while it runs, its first day before, its last one after. */
export function summaryOf(
  { prices, amounts = [], start, end }: PricedOffer,
  today: number,
): AmountSummary {
  const last = end === null ? today : end - 1;
  const day = Math.max(start, Math.min(today, last));
  return amountSummary(prices, amountsOn(amounts, dayOfNumber(day)));
}

/** An offer's prices in one line of text. */
export function summaryText({ tiers, amounts, isMissing: isIncomplete }: AmountSummary): string {
  const missing = isIncomplete ? (amounts === '' ? 'no amount yet' : 'some missing') : '';
  const all = [amounts, missing].filter(Boolean).join(', ');
  return [tiers, all].filter(Boolean).join(' ');
}

/** All prices of an offer in words, with what its tiers cost, period by period. */
export function pricesText(offer: PricedOffer): string {
  return pricePeriods(offer)
    .map(({ start, prices }, index) => {
      const since = index === 0 ? '' : `from ${formatDay(dayOfNumber(start))} `;
      return `${since}${pricesInOrder(prices)}`;
    })
    .join('; ');
}

/** The prices of an offer in a few characters, from its first to its last day: `$4.99 – $12.99`; `Tier 1` without an amount. */
export function shortPrice(offer: PricedOffer): string {
  const amounts = pricePeriods(offer).flatMap(({ prices }) =>
    prices.flatMap((price) => price.amounts),
  );
  const words = amountsInWords(amounts);
  return words === '' || offer.amounts === undefined ? priceSpan(offer.prices) : words;
}

/** All prices of an offer where they stay the same; else in a few characters. */
export function wholePrice(offer: PricedOffer): string {
  const [period, ...later] = pricePeriods(offer);
  return period === undefined || later.length > 0
    ? shortPrice(offer)
    : pricesInOrder(period.prices);
}

function pricesInOrder(prices: readonly ShownPrice[]): string {
  return prices
    .map(({ format, text }) => (format === null ? text : `${format} ${text}`))
    .join(', ');
}

function shownPrices(places: readonly PlacePrices[]): readonly ShownPrice[] {
  const formats = new Set(places.flatMap(({ prices }) => prices.map(({ format }) => format)));
  return [...formats].map((format) => {
    const there = places.map(({ territories, prices }) => ({
      territories,
      prices: prices.filter((price) => price.format === format),
    }));
    const found = there.flatMap(({ prices }) => amountsOf(prices));
    const isOne = new Set(found.map(({ currency }) => currency)).size === 1;
    const without = there.flatMap(({ territories, prices }) =>
      prices.some(isMissing) ? territories : [],
    );
    return {
      ...{ format, isMissing: without.length > 0 },
      amounts: isOne ? [...found].sort((a, b) => a.minor - b.minor) : [],
      text: priceText(there.flatMap(({ prices }) => prices)[0], found, without),
    };
  });
}

function priceText(
  line: LinePrice | undefined,
  found: readonly MoneyData[],
  without: readonly string[],
): string {
  const known = found.length === 0 ? [] : [amountsInWords(found)];
  const missing =
    without.length === 0
      ? []
      : [known.length === 0 ? 'no amount yet' : `${placeWords(without)} no amount yet`];
  const isSold = known.length + missing.length > 0;
  const words = isSold ? [...known, ...missing].join(', ') : 'not sold';
  const tier = line?.tier ?? null;
  return tier === null ? words : `${tier} ${words}`;
}
