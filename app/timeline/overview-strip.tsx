import { classes } from '@/ui/classes';
import { DENSITY_LOOK, MINI_BAR_LOOK } from './bar-look';
import { timelineSummary, type DaySpan, type TimelineCell, type TimelineModel } from './model';
import { licenseExtent } from './geometry/scale';
import { monthTicks, shareOf, shareOfSpan } from './geometry/share';
import { stopsOf } from './geometry/stops';
import { withStyle } from '@/ui/with-style';

const ASSUMED_WIDTH = 350;

/** A whole license as one strip above the agenda: months over 24 px bars. A frame marks the days in view. */
export function OverviewStrip({
  model,
  cells,
  inView,
}: {
  model: TimelineModel;
  cells: readonly TimelineCell[];
  inView: DaySpan | null;
}) {
  const shown = licenseExtent(model);
  const brush = inView === null ? null : shareOfSpan(inView, shown);
  const pixelsPerDay = ASSUMED_WIDTH / (shown.end - shown.start);
  return (
    <div role="img" aria-label={timelineSummary(model)} className="relative mx-0.5 h-12">
      {monthTicks(shown, 7).map(({ day, label }) => {
        const share = shareOf(day, shown);
        return share > 94 ? null : (
          <span
            key={day}
            className="absolute top-0 text-label text-ink-3"
            {...withStyle({ left: `${share}%` })}
          >
            {label}
          </span>
        );
      })}
      {stopsOf(cells, pixelsPerDay, model.today).map((stop) => {
        const share = shareOfSpan(stop, shown);
        const cell = cells[stop.first];
        if (share === null || cell === undefined) return null;
        const isOver = stop.end !== null && stop.end <= model.today;
        const look =
          stop.last > stop.first
            ? DENSITY_LOOK[isOver ? 'ended' : 'upcoming']
            : cell.kind === 'offer'
              ? MINI_BAR_LOOK[cell.state]
              : `border border-dashed ${cell.past ? 'border-line-strong' : 'border-control'}`;
        return (
          <span
            key={stop.start}
            className={classes('absolute bottom-1 h-6 min-w-0.5 rounded-[3px]', look)}
            {...withStyle({ left: `${share.left}%`, width: `calc(${share.width}% - 1px)` })}
          />
        );
      })}
      <span className="absolute -left-0.5 bottom-0 h-8 w-0.5 bg-ink-2" />
      {model.window.end !== null && (
        <span className="absolute -right-0.5 bottom-0 h-8 w-0.5 bg-ink-2" />
      )}
      {brush !== null && (
        <span
          className="absolute bottom-0 h-8 min-w-3 rounded-control border-2 border-ink"
          {...withStyle({ left: `${brush.left}%`, width: `${brush.width}%` })}
        />
      )}
    </div>
  );
}
