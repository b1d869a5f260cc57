import { classes } from '@/ui/classes';
import { DENSITY_LOOK, MINI_BAR_LOOK } from './bar-look';
import {
  cells,
  timelineSummary,
  type DaySpan,
  type TimelineCell,
  type TimelineModel,
} from './model';
import { shareOfSpan, type ShownDays } from './geometry/share';
import { stopsOf, type Stop } from './geometry/stops';
import { MiniPiece, MiniStrip } from './mini-strip';

/** Assumed width of a row's strip, in pixels; decides only which offers are too short to draw individually. */
const ASSUMED_WIDTH = 300;

/**
 * A license as one strip in a row of the list, on the scale that all rows share (`StripScale`). 32 px high, full width.
 * Positions are in percent, so that the server can render it.
 *
 * @param shown the days of the scale
 */
export function MiniTimeline({
  model,
  shown,
  className,
}: {
  model: TimelineModel;
  shown: ShownDays;
  className?: string | undefined;
}) {
  const all = cells(model);
  const stops = stopsOf(all, ASSUMED_WIDTH / (shown.end - shown.start), model.today).filter(
    (stop) => shareOfSpan(stop, shown) !== null,
  );
  const free = freeSpan(stops, all);
  return (
    <MiniStrip
      summary={timelineSummary(model)}
      window={model.window}
      shown={shown}
      boundHeight="h-3.5"
      className={classes('w-full', className)}
    >
      {free !== null && <MiniPiece span={free} shown={shown} look="mini-free" />}
      {stops.map((stop) => (
        <MiniStop
          key={stop.start}
          stop={stop}
          cell={all[stop.first]}
          shown={shown}
          today={model.today}
        />
      ))}
    </MiniStrip>
  );
}

function MiniStop({
  stop,
  cell,
  shown,
  today,
}: {
  stop: Stop;
  cell: TimelineCell | undefined;
  shown: ShownDays;
  today: number;
}) {
  if (cell === undefined) return null;
  if (isFree(stop, cell)) return null;
  const isStrip = stop.last > stop.first;
  const isOver = stop.end !== null && stop.end <= today;
  const look = isStrip
    ? DENSITY_LOOK[isOver ? 'ended' : 'upcoming']
    : cell.kind === 'offer'
      ? MINI_BAR_LOOK[cell.state]
      : '';
  return <MiniPiece span={stop} shown={shown} look={classes('h-3', look)} />;
}

/** Whether it is a free slot that is drawn by itself. */
function isFree(stop: Stop, cell: TimelineCell | undefined): boolean {
  return stop.first === stop.last && cell?.kind === 'slot';
}

/**
 * The days from the first free slot to the last. One line through all of them stands behind the offers, because a list has a
 * thousand slots.
 */
function freeSpan(stops: readonly Stop[], all: readonly TimelineCell[]): DaySpan | null {
  const free = stops.filter((stop) => isFree(stop, all[stop.first]));
  const [first] = free;
  return first === undefined ? null : { start: first.start, end: free.at(-1)?.end ?? null };
}
