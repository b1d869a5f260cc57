import type { PriceLineData } from '../../../src/domain/license/price-list';
import type { MoneyData } from '../../../src/domain/values/money';
import { priceInWords } from '../../../src/domain/license/price-list';
import { stays, type OfferCell, type TimelineCell, type TimelineOffer } from '../model';
import { positionOf, type Scale } from './scale';
import { firstWhere, type Stop } from './stops';
import { textWidth } from './text-width';

/** A horizontal segment of the price line, in pixels of the canvas and the lane. */
export interface PriceStep {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** `gap` across days without an offer, `tier` for a price without an amount. */
  readonly look: 'amount' | 'gap' | 'tier';
  /** Height of the adjacent previous step, where the riser starts; `null` after a gap. */
  readonly riseFrom: number | null;
}

/** Range from the lowest to the highest price of a density strip. */
export interface PriceBand {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A price label above its step, in pixels; `y` is its lower edge. */
export interface PriceLabel {
  readonly left: number;
  readonly y: number;
  readonly text: string;
}

/** Contents of the price lane. */
export interface PriceStaircase {
  readonly steps: readonly PriceStep[];
  readonly bands: readonly PriceBand[];
  readonly labels: readonly PriceLabel[];
}

/** Heights of the highest and the lowest price, in pixels from the top of the lane; labels are above the steps. */
export const LADDER = { top: 18, bottom: 38 } as const;

const LABEL_SIZE = 11;
/** Vertical extent of a label's digits, in pixels above its step. */
const FIGURES = { top: 14, bottom: 3 } as const;
const LABEL_GAP = 4;
const LABEL_INDENT = 2;

/** Height of a price's step, in pixels from the top of the lane; a tier, whose amount is not known here, is in the middle. */
export type PriceHeight = (price: PriceLineData) => number;

/** Heights of a license's prices: the highest of each currency at the top, the lowest at the bottom. */
export function priceHeights(offers: readonly TimelineOffer[]): PriceHeight {
  const ranges = new Map<string, { low: number; high: number }>();
  for (const { minor, currency } of offers.flatMap(amountsOf)) {
    const range = ranges.get(currency);
    ranges.set(currency, {
      low: Math.min(range?.low ?? minor, minor),
      high: Math.max(range?.high ?? minor, minor),
    });
  }
  return ({ amount }) => {
    const { low, high } = ranges.get(amount?.currency ?? '') ?? { low: 0, high: 0 };
    const share = amount === null || high === low ? 0.5 : (high - amount.minor) / (high - low);
    return Math.round(LADDER.top + share * (LADDER.bottom - LADDER.top));
  };
}

function amountsOf({ prices }: TimelineOffer): readonly MoneyData[] {
  return prices.flatMap(({ amount }) => amount ?? []);
}

/** The price of an offer in one format, or in all that it does not name. */
function priceFor({ prices }: TimelineOffer, format: string | null): PriceLineData | null {
  return prices.find((line) => line.format === null || line.format === format) ?? null;
}

function lastOfferBefore(cells: readonly TimelineCell[], position: number): OfferCell | null {
  for (let index = position - 1; index >= 0; index -= 1) {
    const cell = cells[index];
    if (cell?.kind === 'offer') return cell;
  }
  return null;
}

function bandOf(
  stop: Stop,
  cells: readonly TimelineCell[],
  heightOf: PriceHeight,
): { top: number; bottom: number } {
  let top: number = LADDER.bottom;
  let bottom: number = LADDER.top;
  for (let index = stop.first; index <= stop.last; index += 1) {
    const cell = cells[index];
    if (cell?.kind !== 'offer') continue;
    for (const y of cell.offer.prices.map(heightOf)) {
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return { top, bottom };
}

/** Price lines of consecutive stops: one, or one for each format that has a price of its own. */
export function priceSteps(
  stops: readonly Stop[],
  cells: readonly TimelineCell[],
  scale: Scale,
  heightOf: PriceHeight,
): PriceStaircase {
  const named = stops.flatMap(({ first, last }) => {
    const cell = first === last ? cells[first] : undefined;
    return cell?.kind === 'offer' ? cell.offer.prices.flatMap(({ format }) => format ?? []) : [];
  });
  const formats = named.length === 0 ? [null] : [...new Set(named)];
  const lines = formats.map((format) => priceLine(format, stops, cells, scale, heightOf));
  const labels: PriceLabel[] = [];
  for (const label of lines.flatMap((line) => placeLabels(line.wanted, line.steps)))
    if (labels.every((other) => isApart(label, other))) labels.push(label);
  return {
    steps: lines.flatMap(({ steps }) => steps),
    bands: lines[0]?.bands ?? [],
    labels,
  };
}

interface PriceLine {
  readonly steps: readonly PriceStep[];
  readonly bands: readonly PriceBand[];
  /** In order; a label that would overlap another moves to the end of its step or is omitted. */
  readonly wanted: readonly { left: number; right: number; y: number; text: string }[];
}

/** The price line of one format; `null` when no offer names a format. */
function priceLine(
  format: string | null,
  stops: readonly Stop[],
  cells: readonly TimelineCell[],
  scale: Scale,
  heightOf: PriceHeight,
): PriceLine {
  const steps: PriceStep[] = [];
  const bands: PriceBand[] = [];
  const wanted: { left: number; right: number; y: number; text: string }[] = [];
  let before = lastOfferBefore(cells, stops[0]?.first ?? 0);
  for (const stop of stops) {
    const left = positionOf(scale, stop.start);
    const right = stop.end === null ? scale.width : positionOf(scale, stop.end);
    const cell = cells[stop.first];
    // Where nothing is on offer any more there is no price.
    if (cell === undefined || !stays(cell)) continue;
    const former = before === null ? null : priceFor(before.offer, format);
    if (stop.last > stop.first) {
      bands.push({ left, right, ...bandOf(stop, cells, heightOf) });
      before = lastOfferBefore(cells, stop.last + 1);
    } else if (cell.kind === 'offer') {
      const price = priceFor(cell.offer, format);
      const touches = before !== null && before.end === cell.start;
      before = cell;
      if (price === null) continue;
      const y = heightOf(price);
      const riseFrom = touches && former !== null ? heightOf(former) : null;
      steps.push({ left, right, y, look: price.amount === null ? 'tier' : 'amount', riseFrom });
      const text = format === null ? priceInWords(price) : `${format} ${priceInWords(price)}`;
      wanted.push({ left, right, y, text });
    } else if (former !== null && stop.last < cells.length - 1) {
      steps.push({ left, right, y: heightOf(former), look: 'gap', riseFrom: null });
    }
  }
  return { steps, bands, wanted };
}

/** Whether two labels do not touch. */
function isApart(one: PriceLabel, other: PriceLabel): boolean {
  const [first, second] = one.left < other.left ? [one, other] : [other, one];
  return (
    Math.abs(one.y - other.y) >= FIGURES.top ||
    first.left + textWidth(first.text, LABEL_SIZE) + LABEL_GAP <= second.left
  );
}

/** Whether no other step crosses the digits of a label whose lower edge is at `y`. */
function isClear(
  { left, right, y }: { left: number; right: number; y: number },
  own: number,
  steps: readonly PriceStep[],
): boolean {
  const top = y - FIGURES.top;
  const bottom = y - FIGURES.bottom;
  const first = firstWhere(steps.length, (index) => (steps[index]?.right ?? 0) > left);
  for (let index = first; index < steps.length; index += 1) {
    const step = steps[index];
    if (step === undefined || step.left >= right) break;
    const from = step.left > left ? (step.riseFrom ?? step.y) : step.y;
    const isCrossed = Math.min(from, step.y) < bottom && Math.max(from, step.y) > top;
    if (step.left !== own && isCrossed) return false;
  }
  return true;
}

function placeLabels(
  wanted: readonly { left: number; right: number; y: number; text: string }[],
  steps: readonly PriceStep[],
): PriceLabel[] {
  const labels: PriceLabel[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  wanted.forEach(({ left, right, y, text }, index) => {
    const width = Math.ceil(textWidth(text, LABEL_SIZE));
    const nextLeft = wanted[index + 1]?.left ?? Number.POSITIVE_INFINITY;
    const startsAt = [left + LABEL_INDENT, Math.min(right, nextLeft) - width - LABEL_INDENT];
    const at = startsAt.find(
      (start) =>
        start >= taken &&
        start + width <= nextLeft &&
        isClear({ left: start, right: start + width, y }, left, steps),
    );
    if (at === undefined) return;
    labels.push({ left: at, y, text });
    taken = at + width + LABEL_GAP;
  });
  return labels;
}
