import { formatMoney } from '../../../src/domain/values/money';
import { stays, type OfferCell, type TimelineCell, type TimelineOffer } from '../model';
import { positionOf, type Scale } from './scale';
import { firstWhere, type Stop } from './stops';
import { textWidth } from './text-width';

/** A horizontal segment of the price line, in pixels of the canvas and the lane; `dotted` across days without an offer. */
export interface PriceStep {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly dotted: boolean;
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

/** Height of an offer's step, in pixels from the top of the lane. */
export type PriceHeight = (offer: TimelineOffer) => number;

/** Heights of a license's prices: the highest of each currency at the top, the lowest at the bottom. */
export function priceHeights(offers: readonly TimelineOffer[]): PriceHeight {
  const ranges = new Map<string, { low: number; high: number }>();
  for (const { price } of offers) {
    const range = ranges.get(price.currency);
    ranges.set(price.currency, {
      low: Math.min(range?.low ?? price.minor, price.minor),
      high: Math.max(range?.high ?? price.minor, price.minor),
    });
  }
  return ({ price }) => {
    const { low, high } = ranges.get(price.currency) ?? { low: 0, high: 0 };
    const share = high === low ? 0.5 : (high - price.minor) / (high - low);
    return Math.round(LADDER.top + share * (LADDER.bottom - LADDER.top));
  };
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
    const y = heightOf(cell.offer);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { top, bottom };
}

/** Price line of consecutive stops. A label that would overlap another moves to the end of its step or is omitted. */
export function priceSteps(
  stops: readonly Stop[],
  cells: readonly TimelineCell[],
  scale: Scale,
  heightOf: PriceHeight,
): PriceStaircase {
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
    if (stop.last > stop.first) {
      bands.push({ left, right, ...bandOf(stop, cells, heightOf) });
      before = lastOfferBefore(cells, stop.last + 1);
    } else if (cell.kind === 'offer') {
      const y = heightOf(cell.offer);
      const touches = before !== null && before.end === cell.start;
      const riseFrom = touches && before !== null ? heightOf(before.offer) : null;
      steps.push({ left, right, y, dotted: false, riseFrom });
      wanted.push({ left, right, y, text: formatMoney(cell.offer.price) });
      before = cell;
    } else if (before !== null && stop.last < cells.length - 1) {
      steps.push({ left, right, y: heightOf(before.offer), dotted: true, riseFrom: null });
    }
  }
  return { steps, bands, labels: placeLabels(wanted, steps) };
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
