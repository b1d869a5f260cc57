import { civilDay } from '../../../src/domain/values/civil-day';
import { monthName, nextPeriod, periodStart, shortMonthName, type CalendarUnit } from './calendar';
import { dayAt, positionOf, type Scale } from './scale';
import { textWidth } from './text-width';

/** One period on the axis, labeled at its left end; the label is empty if hidden. */
export interface Tick {
  readonly unit: CalendarUnit;
  /** First day of the period. */
  readonly day: number;
  /** Position on the canvas, in pixels. */
  readonly left: number;
  readonly width: number;
  readonly label: string;
}

/** The two tiers of the axis: lower periods, and the longer upper periods that contain them. */
export interface Axis {
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
}

/** In pixels. */
export const TODAY_PILL_WIDTH = 44;
/** Distance from a tick's line to its label, in pixels. */
export const TICK_PADDING = 7;

const LOWER_SIZE = 11;
const UPPER_SIZE = 12;
const PILL_CLEARANCE = 3;

/** Units of the tiers by minimum zoom, in pixels per day; the first match is the finest that has room for labels. */
const TIERS: readonly (readonly [least: number, lower: CalendarUnit, upper: CalendarUnit])[] = [
  [22, 'day', 'month'],
  [4.5, 'week', 'month'],
  [1, 'month', 'quarter'],
  [0.3, 'quarter', 'year'],
  [0.095, 'year', 'decade'],
  [0.012, 'decade', 'century'],
  [0, 'century', 'millennium'],
];

/** Units of the two tiers at a zoom in pixels per day. */
export function tierUnits(pixelsPerDay: number): { lower: CalendarUnit; upper: CalendarUnit } {
  const [, lower, upper] = TIERS.find(([least]) => pixelsPerDay >= least) ?? [
    0,
    'century',
    'millennium',
  ];
  return { lower, upper };
}

function lowerLabel(unit: CalendarUnit, start: number): string {
  const { year, month, day } = civilDay(start);
  if (unit === 'day' || unit === 'week') return String(day);
  if (unit === 'month') return shortMonthName(month);
  if (unit === 'quarter') return `Q${(month + 2) / 3}`;
  return unit === 'decade' ? `${year}s` : String(year);
}

function upperLabel(unit: CalendarUnit, start: number): string {
  const { year, month } = civilDay(start);
  if (unit === 'month') return `${monthName(month)} ${year}`;
  if (unit === 'quarter') return `Q${(month + 2) / 3} ${year}`;
  if (unit === 'decade') return `${year}s`;
  if (unit === 'century') return `${year} – ${year + 99}`;
  return unit === 'millennium' ? `${year} – ${year + 999}` : String(year);
}

function periods(
  unit: CalendarUnit,
  scale: Scale,
  span: { readonly left: number; readonly right: number },
  labelOf: (unit: CalendarUnit, start: number) => string,
): Tick[] {
  const found: Tick[] = [];
  const last = dayAt(scale, span.right);
  let day = periodStart(unit, Math.floor(dayAt(scale, span.left)));
  while (day < last) {
    const next = nextPeriod(unit, day);
    const left = positionOf(scale, day);
    found.push({
      unit,
      day,
      left,
      width: positionOf(scale, next) - left,
      label: labelOf(unit, day),
    });
    day = next;
  }
  return found;
}

/**
 * Ticks between two positions on the canvas, in pixels. A lower label is hidden if the Today pill covers it, if it is
 * wider than its period or if the view cuts it. An upper label is hidden if the part of its period in the view, which
 * begins at `viewLeft`, is too narrow for it.
 */
export function axisTicks(
  scale: Scale,
  span: { readonly left: number; readonly right: number },
  { today, viewLeft }: { readonly today: number; readonly viewLeft: number },
): Axis {
  const { lower, upper } = tierUnits(scale.pixelsPerDay);
  const pill = positionOf(scale, today);
  const reach = TODAY_PILL_WIDTH / 2 + PILL_CLEARANCE;
  const isCovered = ({ left, width, label }: Tick) => {
    const start = left + TICK_PADDING;
    if (start < viewLeft || textWidth(label, LOWER_SIZE) + TICK_PADDING > width) return true;
    return start < pill + reach && start + textWidth(label, LOWER_SIZE) > pill - reach;
  };
  const isPushedOut = ({ left, width, label }: Tick) =>
    left < viewLeft && left + width - viewLeft < textWidth(label, UPPER_SIZE) + 2 * TICK_PADDING;
  const yielding = (ticks: readonly Tick[], yields: (tick: Tick) => boolean) =>
    ticks.map((tick) => (yields(tick) ? { ...tick, label: '' } : tick));
  return {
    upper: yielding(periods(upper, scale, span, upperLabel), isPushedOut),
    lower: yielding(periods(lower, scale, span, lowerLabel), isCovered),
  };
}
