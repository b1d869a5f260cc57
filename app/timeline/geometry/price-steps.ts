import { stays, type OfferCell, type TimelineCell, type TimelineOffer } from '../model';
import { positionOf, type Scale } from './scale';
import { pricePeriods, type ShownPrice } from '../shown-prices';
import { firstWhere, type Stop } from './stops';
import { textWidth } from './text-width';

/** A horizontal segment of the price line, in pixels of the canvas and the lane. */
export interface PriceStep {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** `gap` across days without an offer, `tier` for a tier that has not all of its amounts yet. */
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

/**
 * Height of a price's step, in pixels from the top of the lane: that of its lowest amount. A price without an amount, or with
 * several currencies, is in the middle.
 */
export type PriceHeight = (price: Pick<ShownPrice, 'amounts'>) => number;

/** Heights of a license's prices: the highest of each currency at the top, the lowest at the bottom. */
export function priceHeights(offers: readonly TimelineOffer[]): PriceHeight {
  const ranges = new Map<string, { low: number; high: number }>();
  const amounts = offers.flatMap((offer) =>
    pricePeriods(offer).flatMap(({ prices }) => prices.flatMap((price) => price.amounts)),
  );
  for (const { minor, currency } of amounts) {
    const range = ranges.get(currency);
    ranges.set(currency, {
      low: Math.min(range?.low ?? minor, minor),
      high: Math.max(range?.high ?? minor, minor),
    });
  }
  return ({ amounts: [amount] }) => {
    const { low, high } = ranges.get(amount?.currency ?? '') ?? { low: 0, high: 0 };
    const share = amount === undefined || high === low ? 0.5 : (high - amount.minor) / (high - low);
    return Math.round(LADDER.top + share * (LADDER.bottom - LADDER.top));
  };
}

/** The price in one format, or in all that are not named. */
function priceFor(prices: readonly ShownPrice[], format: string | null): ShownPrice | null {
  const named = prices.find((price) => price.format === format);
  return named ?? prices.find((price) => price.format === null) ?? null;
}

/** The price in one format on the last days of an offer. */
function lastPrice(cell: OfferCell | null, format: string | null): ShownPrice | null {
  return cell === null ? null : priceFor(pricePeriods(cell.offer).at(-1)?.prices ?? [], format);
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
    for (const y of pricePeriods(cell.offer).flatMap(({ prices }) => prices.map(heightOf))) {
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
  const lines = formatsOf(stops, cells).map((format) =>
    priceLine(format, stops, cells, scale, heightOf),
  );
  const steps = lines.flatMap((line) => line.steps).sort((a, b) => a.left - b.left);
  const labels: PriceLabel[] = [];
  for (const layer of layersOf(lines.flatMap((line) => line.wanted)))
    for (const label of placeLabels(layer, steps))
      if (labels.every((other) => isApart(label, other))) labels.push(label);
  return { steps, bands: lines[0]?.bands ?? [], labels };
}

/** The formats that have lines of their own; `null` for the others, or for all when no offer names a format. */
function formatsOf(
  stops: readonly Stop[],
  cells: readonly TimelineCell[],
): readonly (string | null)[] {
  const named = new Set<string>();
  let hasOthers = false;
  for (const { first, last } of stops) {
    const cell = first === last ? cells[first] : undefined;
    if (cell?.kind !== 'offer') continue;
    for (const { prices } of pricePeriods(cell.offer)) {
      const formats = prices.flatMap(({ format }) => format ?? []);
      for (const format of formats) named.add(format);
      hasOthers ||= formats.length > 0 && formats.length < prices.length;
    }
  }
  return named.size === 0 || hasOthers ? [...named, null] : [...named];
}

/** A label where it would best begin, and where its step ends. */
interface WantedLabel {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly text: string;
}

interface PriceLine {
  readonly steps: readonly PriceStep[];
  readonly bands: readonly PriceBand[];
  readonly wanted: readonly WantedLabel[];
}

/** The price line of one format, or of those that are not named. */
function priceLine(
  format: string | null,
  stops: readonly Stop[],
  cells: readonly TimelineCell[],
  scale: Scale,
  heightOf: PriceHeight,
): PriceLine {
  const steps: PriceStep[] = [];
  const bands: PriceBand[] = [];
  const wanted: WantedLabel[] = [];
  let before = lastOfferBefore(cells, stops[0]?.first ?? 0);
  for (const stop of stops) {
    const left = positionOf(scale, stop.start);
    const right = stop.end === null ? scale.width : positionOf(scale, stop.end);
    const cell = cells[stop.first];
    // Where nothing is on offer any more there is no price.
    if (cell === undefined || !stays(cell)) continue;
    const former = lastPrice(before, format);
    if (stop.last > stop.first) {
      bands.push({ left, right, ...bandOf(stop, cells, heightOf) });
      before = lastOfferBefore(cells, stop.last + 1);
    } else if (cell.kind === 'offer') {
      let last = before !== null && before.end === cell.start ? former : null;
      before = cell;
      for (const period of pricePeriods(cell.offer)) {
        const price = priceFor(period.prices, format);
        const riseFrom = last === null ? null : heightOf(last);
        last = price;
        const from = Math.max(left, positionOf(scale, period.start));
        const to = period.end === null ? right : Math.min(right, positionOf(scale, period.end));
        if (price === null || from >= to) continue;
        const part = { left: from, right: to, y: heightOf(price) };
        steps.push({ ...part, look: price.isMissing ? 'tier' : 'amount', riseFrom });
        const isForAll = period.prices.every((one) => one.format === null);
        wanted.push({ ...part, text: isForAll ? price.text : formatWords(format, price.text) });
      }
    } else if (former !== null && stop.last < cells.length - 1) {
      steps.push({ left, right, y: heightOf(former), look: 'gap', riseFrom: null });
    }
  }
  return { steps, bands, wanted };
}

function formatWords(format: string | null, price: string): string {
  return format === null ? price : `${format} ${price}`;
}

/** Labels of the same days whose steps are too close for two lines of text become one, above the highest step. */
function layersOf(wanted: readonly WantedLabel[]): readonly (readonly WantedLabel[])[] {
  const byDays = new Map<number, WantedLabel[]>();
  for (const label of wanted) byDays.set(label.left, [...(byDays.get(label.left) ?? []), label]);
  const layers: WantedLabel[][] = [];
  for (const labels of [...byDays.values()].sort((a, b) => (a[0]?.left ?? 0) - (b[0]?.left ?? 0))) {
    const clusters: WantedLabel[] = [];
    for (const label of labels.sort((a, b) => a.y - b.y)) {
      const last = clusters.at(-1);
      if (last?.text === label.text && last.y === label.y) continue;
      if (last !== undefined && label.y - last.y < FIGURES.top)
        clusters[clusters.length - 1] = { ...last, text: `${last.text} · ${label.text}` };
      else clusters.push(label);
    }
    clusters.forEach((label, index) => (layers[index] ??= []).push(label));
  }
  return layers;
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

/** In order; a label that would overlap another moves to the end of its step or is omitted. */
function placeLabels(
  wanted: readonly WantedLabel[],
  steps: readonly PriceStep[],
): readonly PriceLabel[] {
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
