import {
  civilDay,
  monthName,
  nextPeriod,
  periodStart,
  shortMonthName,
  type CalendarUnit,
} from './calendar';
import { dayAt, positionOf, type Scale } from './scale';
import { textWidth } from './text-width';

/** One period on the axis, with the label that stands at its left end; an empty label has yielded. */
export interface Tick {
  readonly unit: CalendarUnit;
  /** First day of the period. */
  readonly day: number;
  /** On the canvas, in pixels. */
  readonly left: number;
  readonly width: number;
  readonly label: string;
}

/** The two tiers of the axis: the lower one names the periods whose lines cross the lanes, the upper one those around them. */
export interface Axis {
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
}

/** Of the Today pill, in pixels. */
export const TODAY_PILL_WIDTH = 44;
/** From a tick's line to its label, in pixels. */
export const TICK_PADDING = 7;

const LOWER_SIZE = 11;
const UPPER_SIZE = 12;
const PILL_CLEARANCE = 3;

/** The finest lower tier whose labels have room: the least pixels per day at which a unit is chosen. */
const TIERS: readonly (readonly [least: number, lower: CalendarUnit, upper: CalendarUnit])[] = [
  [22, 'day', 'month'],
  [4.5, 'week', 'month'],
  [1, 'month', 'quarter'],
  [0.3, 'quarter', 'year'],
  [0.095, 'year', 'decade'],
  [0.012, 'decade', 'century'],
  [0, 'century', 'millennium'],
];

/** The units of the two tiers at a magnification in pixels per day. */
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
 * The ticks between two pixels of the canvas. A lower label the Today pill would cover yields to it, as does one
 * wider than its period or cut by the view; an upper one keeps
 * inside the view that begins at `viewLeft`, and yields when its period has no room for it any more.
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
