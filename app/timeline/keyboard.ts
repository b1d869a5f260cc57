import { cellOfDay } from './geometry/timeline-layout';
import type { KeyGroup } from '../keys/page-keys';
import type { DaySpan, TimelineCell } from './model';
import type { Grip } from './moving/placement';
import { positionOf, type Scale } from './geometry/scale';
import { firstWhere, stopOfCell, type Stop } from './geometry/stops';

/** A key as the browser reports it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** State that keyboard navigation depends on. */
export interface GridState {
  readonly cells: readonly TimelineCell[];
  readonly stops: readonly Stop[];
  readonly scale: Scale;
  /** Width of the lane, in pixels; PageUp and PageDown move by it. */
  readonly laneWidth: number;
  readonly today: number;
  /** Position of the focused cell. */
  readonly active: number;
}

/** Action that a key requests. */
export type KeyIntent =
  | { readonly do: 'focus'; readonly cell: number }
  | { readonly do: 'open'; readonly offer: number }
  | { readonly do: 'create'; readonly slot: DaySpan }
  | MovingIntent
  | { readonly do: 'explain-past' }
  | { readonly do: 'enlarge'; readonly stop: Stop }
  | { readonly do: 'zoom'; readonly to: 'closer' | 'farther' | 'fit' }
  | { readonly do: 'today'; readonly cell: number };

/** Action that a key requests of an offer where it stands. */
export type MovingIntent =
  | { readonly do: 'take'; readonly grip: Grip; readonly offer: number }
  | { readonly do: 'withdraw'; readonly offer: number };

/** Whether an action is about an offer where it stands. */
export function isOfMoving(intent: KeyIntent): intent is MovingIntent {
  return intent.do === 'take' || intent.do === 'withdraw';
}

/** The keys that `keyIntent` knows, as they are listed. */
export const TIMELINE_KEYS: KeyGroup = {
  name: 'Timeline',
  keys: [
    { caps: ['←', '→'], does: 'Previous and next offer or free days' },
    { caps: ['Home', 'End'], does: 'First and last' },
    { caps: ['PgUp', 'PgDn'], does: 'A screenful on' },
    { caps: ['↵'], does: 'Open the offer, or fill the free days' },
    { caps: ['+', '−'], does: 'Closer and farther' },
    { caps: ['0'], does: 'The whole license' },
    { caps: ['T'], does: 'Today' },
  ],
};

/** Maps a key to an action of the focused grid; `null` if the grid does not handle the key. */
export function keyIntent(press: KeyPress, grid: GridState): KeyIntent | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const { stops, active } = grid;
  const position = stopOfCell(stops, active);
  switch (press.key) {
    case 'ArrowLeft':
      return focusStop(grid, position - 1);
    case 'ArrowRight':
      return focusStop(grid, position + 1);
    case 'Home':
      return focusStop(grid, 0);
    case 'End':
      return focusStop(grid, stops.length - 1);
    case 'PageUp':
      return focusStop(grid, screenfulFrom(grid, position, -1));
    case 'PageDown':
      return focusStop(grid, screenfulFrom(grid, position, 1));
    case 'Enter':
    case ' ':
      return activation(grid.cells, stops[position]);
    case '+':
    case '=':
      return { do: 'zoom', to: 'closer' };
    case '-':
    case '_':
      return { do: 'zoom', to: 'farther' };
    case '0':
      return { do: 'zoom', to: 'fit' };
    case 'm':
    case 'M':
      return onOffer(grid, position, (offer) => ({ do: 'take', grip: 'move', offer }));
    case '[':
      return onOffer(grid, position, (offer) => ({ do: 'take', grip: 'start', offer }));
    case ']':
      return onOffer(grid, position, (offer) => ({ do: 'take', grip: 'end', offer }));
    case 'Delete':
      return onOffer(grid, position, (offer) => ({ do: 'withdraw', offer }));
    case 't':
    case 'T':
      return { do: 'today', cell: cellOfDay(grid.cells, grid.today) };
    default:
      return null;
  }
}

/** Action on activating a stop by key or pointer: open an offer, create one in a slot, or zoom in on a strip. */
export function activation(
  cells: readonly TimelineCell[],
  stop: Stop | undefined,
): KeyIntent | null {
  if (stop === undefined) return null;
  if (stop.last > stop.first) return { do: 'enlarge', stop };
  const cell = cells[stop.first];
  if (cell === undefined) return null;
  if (cell.kind === 'offer') return { do: 'open', offer: cell.index };
  if (cell.isOutside === true) return null;
  if (cell.past) return { do: 'explain-past' };
  return { do: 'create', slot: { start: cell.start, end: cell.end } };
}

/** What is done with the offer of a stop; `null` where there is none that stays. */
function onOffer(
  { cells, stops }: GridState,
  position: number,
  intent: (offer: number) => KeyIntent,
): KeyIntent | null {
  const stop = stops[position];
  const cell = stop === undefined || stop.last > stop.first ? undefined : cells[stop.first];
  return cell?.kind === 'offer' && cell.fate === undefined ? intent(cell.index) : null;
}

function focusStop({ stops }: GridState, position: number): KeyIntent | null {
  const stop = stops[Math.max(0, Math.min(stops.length - 1, position))];
  return stop === undefined ? null : { do: 'focus', cell: stop.first };
}

/** Position of the stop about one lane's width away, at least one step from the start; may be out of range. */
function screenfulFrom(
  { stops, scale, laneWidth }: GridState,
  position: number,
  step: -1 | 1,
): number {
  const start = stops[position]?.start ?? scale.firstDay;
  const target = positionOf(scale, start) + step * laneWidth;
  const beyond = firstWhere(
    stops.length,
    (index) => positionOf(scale, stops[index]?.start ?? 0) > target,
  );
  return step > 0
    ? Math.max(position + 1, beyond - 1)
    : Math.min(position - 1, Math.max(0, beyond));
}
