import type { Format } from '../../values/format';
import type { RightsType } from '../../values/rights-type';
import type { RowPrice } from '../row-terms';
import type { Phase } from '../vocabulary/rights-chart';
import type { RowRef } from './import-plan';
import { priceInWords } from '../../license/price-list';
import { DateRange } from '../../values/date-range';
import { FORMATS, format } from '../../values/format';
import { pricesText, rangeOf } from '../vocabulary/rights-chart';
import { businessFamily, FORMAT_PROFILES } from '../vocabulary/vocabulary';

/** What one format costs on some days. Offers are put together from lines: each day has the prices of the lines it is in. */
export interface Line {
  readonly window: DateRange;
  /** `null` for all formats. */
  readonly format: Format | null;
  readonly price: RowPrice;
  readonly name: string;
  /** The rows that say so; empty for what is stored. */
  readonly rows: readonly RowRef[];
  /** Reference number of the contract in the rows. */
  readonly contract: string | null;
}

/** Whether titles are sold by format: for subscription and ad-funded rights the best format stands for all. */
export function isByFormat(rightsType: RightsType): boolean {
  return businessFamily(rightsType) === 'transaction';
}

/** The lines of phases: one for each price. */
export function linesOf(phases: readonly Phase[]): Line[] {
  return phases.flatMap(({ window, prices, name, rows, contract }) =>
    prices.map(({ format: one, ...price }) => ({
      ...{ window: rangeOf(window), price, name, rows, contract },
      format: one === null ? null : format(one),
    })),
  );
}

/**
 * Lines without one format on some days, or without all. A line for all formats becomes one for each other format there.
 *
 * @param one `null` for all formats
 * @param others the formats that a line for all is about
 */
export function withoutFormat(
  lines: readonly Line[],
  one: Format | null,
  days: readonly DateRange[],
  others: readonly Format[] = FORMATS,
): Line[] {
  return lines.flatMap((line) => {
    if (!isOf(line, one)) return [line];
    const left = line.window.outsideAll(days).map((window) => ({ ...line, window }));
    if (one === null || line.format === one) return left;
    const cut = days.flatMap((day) => line.window.intersection(day) ?? []);
    const kept = others.filter((other) => other !== one);
    return [
      ...left,
      ...cut.flatMap((window) => kept.map((other) => ({ ...line, window, format: other }))),
    ];
  });
}

/** Whether a line is about a format. */
export function isOf(line: Line, one: Format | null): boolean {
  return line.format === null || one === null || line.format === one;
}

export function isSamePrice(a: RowPrice, b: RowPrice): boolean {
  return a.kind === b.kind && priceInWords(a) === priceInWords(b);
}

/** Why lines cannot be put together. */
export interface LineConflict {
  readonly format: Format | null;
  readonly window: DateRange;
  readonly why: 'two-prices' | 'two-currencies';
}

/** Phases that lines were put together to, and where two lines stand against each other. */
export interface Combined {
  readonly phases: readonly Phase[];
  readonly conflict: LineConflict | null;
}

/**
 * Puts lines together to phases: a new one begins wherever the prices of a day differ from those of the day before, or all
 * lines of the day before end.
 *
 * @param byFormat whether each format has its own price; otherwise the best stands for all
 */
export function combined(
  lines: readonly Line[],
  rightsType: RightsType,
  byFormat: boolean,
): Combined {
  const days = [
    ...new Set(lines.flatMap(({ window }) => [window.startsOn, window.endsOn ?? OPEN])),
  ].sort();
  const phases: Phase[] = [];
  let conflict: LineConflict | null = null;
  for (const [at, start] of days.entries()) {
    const end = days[at + 1];
    if (end === undefined) break;
    const window = DateRange.of(start, end === OPEN ? null : end);
    const there = inOrder(lines.filter((line) => line.window.encloses(window)));
    if (there.length === 0) continue;
    const standing = byFormat ? withoutRepeats(there) : there.slice(0, 1);
    conflict ??= conflictOf(standing, window);
    const phase = phaseOf(standing, there, window, rightsType, byFormat);
    const last = phases.at(-1);
    const isOn =
      last?.window.endsOn === start &&
      isAlike(last, phase) &&
      there.some((line) => line.window.startsOn < start);
    if (isOn) phases[phases.length - 1] = joined(last, phase);
    else phases.push(phase);
  }
  return { phases, conflict };
}

/** Sorts after every day. */
const OPEN = 'open';

function phaseOf(
  standing: readonly Line[],
  there: readonly Line[],
  window: DateRange,
  rightsType: RightsType,
  byFormat: boolean,
): Phase {
  const names = there.map(({ name }) => name);
  return {
    window: window.toData(),
    prices: standing.map(({ format: one, price }) => ({ format: byFormat ? one : null, ...price })),
    name: names.find((name) => name !== rightsType) ?? names[0] ?? rightsType,
    rows: rowsOf(there),
    contract: there.find(({ rows }) => rows.length > 0)?.contract ?? null,
  };
}

/** The best format first. */
function inOrder(lines: readonly Line[]): Line[] {
  const rank = ({ format: one }: Line) => (one === null ? -1 : FORMAT_PROFILES.indexOf(one));
  return [...lines].sort((a, b) => rank(a) - rank(b));
}

/** Lines of which one says what another says, too, count once; in the order of formats in a price list. */
function withoutRepeats(lines: readonly Line[]): Line[] {
  const different = lines.filter(
    (line, place) =>
      lines.findIndex(
        (other) => other.format === line.format && isSamePrice(other.price, line.price),
      ) === place,
  );
  const rank = ({ format: one }: Line) => (one === null ? -1 : FORMATS.indexOf(one));
  return different.sort((a, b) => rank(a) - rank(b));
}

function conflictOf(lines: readonly Line[], window: DateRange): LineConflict | null {
  const [first, ...others] = lines;
  const twice = lines.find(
    (line, place) => lines.findIndex((other) => isOf(other, line.format)) !== place,
  );
  if (twice !== undefined) return { format: twice.format, window, why: 'two-prices' };
  const currency = first?.price.amount?.currency;
  const another = others.find(
    ({ price: { amount } }) =>
      currency !== undefined && (amount?.currency ?? currency) !== currency,
  );
  return another === undefined ? null : { format: another.format, window, why: 'two-currencies' };
}

function isAlike(a: Phase, b: Phase): boolean {
  return (
    a.name === b.name && a.contract === b.contract && pricesText(a.prices) === pricesText(b.prices)
  );
}

function joined(a: Phase, b: Phase): Phase {
  const window = rangeOf(a.window).hull(rangeOf(b.window)).toData();
  return { ...a, window, rows: rowsOf([a, b]) };
}

function rowsOf(some: readonly { readonly rows: readonly RowRef[] }[]): readonly RowRef[] {
  return [...new Set(some.flatMap(({ rows }) => rows))];
}
