import { classes } from '@/ui/classes';
import { DENSITY_LOOK, MINI_BAR_LOOK } from './bar-look';
import {
  cells,
  timelineSummary,
  type DaySpan,
  type TimelineCell,
  type TimelineModel,
} from './model';
import { shareOf, shareOfSpan, yearTicks, type ShownDays } from './geometry/share';
import { stopsOf, type Stop } from './geometry/stops';

/** Pixels a row's strip is assumed to have: decides only which offers are too short to be drawn on their own. */
const ASSUMED_WIDTH = 300;

/**
 * A license as one strip in a row of the list, on the scale all rows share. Drawn in percent on the server, 32 px high
 * and as wide as its place.
 *
 * @param from first day of the scale, days since 1970-01-01
 * @param to first day after the scale
 */
export function MiniTimeline({
  model,
  from,
  to,
  className,
}: {
  model: TimelineModel;
  from: number;
  to: number;
  className?: string | undefined;
}) {
  const shown: ShownDays = { start: from, end: to };
  const all = cells(model);
  const stops = stopsOf(all, ASSUMED_WIDTH / (to - from), model.today).filter(
    (stop) => shareOfSpan(stop, shown) !== null,
  );
  return (
    <div
      role="img"
      aria-label={timelineSummary(model)}
      className={classes('relative h-8 w-full', className)}
    >
      {yearTicks(shown).map(({ day }) => (
        <span
          key={day}
          className="absolute inset-y-0 w-px bg-line"
          style={{ left: `${shareOf(day, shown)}%` }}
        />
      ))}
      {stops.map((stop) => (
        <MiniStop
          key={stop.start}
          stop={stop}
          cell={all[stop.first]}
          shown={shown}
          today={model.today}
        />
      ))}
      <Bound day={model.window.start} shown={shown} />
      {model.window.end !== null && <Bound day={model.window.end} shown={shown} isEnd />}
      <TodayLine today={model.today} shown={shown} />
    </div>
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
  if (stop.first === stop.last && cell.kind === 'slot') {
    return (
      <Piece
        span={stop}
        shown={shown}
        look="h-0 border-t border-dashed border-control rounded-none!"
      />
    );
  }
  const isStrip = stop.last > stop.first;
  const isOver = stop.end !== null && stop.end <= today;
  const look = isStrip
    ? DENSITY_LOOK[isOver ? 'ended' : 'upcoming']
    : cell.kind === 'offer'
      ? MINI_BAR_LOOK[cell.state]
      : '';
  return <Piece span={stop} shown={shown} look={classes('h-3', look)} />;
}

function Piece({ span, shown, look }: { span: DaySpan; shown: ShownDays; look: string }) {
  const share = shareOfSpan(span, shown);
  if (share === null) return null;
  return (
    <span
      className={classes(
        'absolute top-1/2 min-w-0.5 -translate-y-1/2 rounded-[3px]',
        share.cutLeft && 'rounded-l-none border-l-0',
        share.cutRight && 'rounded-r-none border-r-0',
        look,
      )}
      style={{ left: `${share.left}%`, width: `calc(${share.width}% - 1px)` }}
    />
  );
}

function Bound({ day, shown, isEnd = false }: { day: number; shown: ShownDays; isEnd?: boolean }) {
  if (day < shown.start || day > shown.end) return null;
  return (
    <span
      className={classes(
        'absolute top-1/2 h-3.5 w-0.5 -translate-y-1/2 bg-ink-2 forced-colors:bg-[CanvasText]',
        isEnd ? '-translate-x-full' : '',
      )}
      style={{ left: `${shareOf(day, shown)}%` }}
    />
  );
}

/** The line of today through a row; rows without space between them make it one line. */
function TodayLine({ today, shown }: { today: number; shown: ShownDays }) {
  if (today < shown.start || today >= shown.end) return null;
  return (
    <span
      className="absolute inset-y-0 -mb-px w-px bg-ink forced-colors:bg-[CanvasText]"
      style={{ left: `${shareOf(today, shown)}%` }}
    />
  );
}
