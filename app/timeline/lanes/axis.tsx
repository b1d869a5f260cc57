import { memo } from 'react';
import { classes } from '@/ui/classes';
import { TICK_PADDING, type Axis, type Tick } from '../geometry/ticks';
import { withStyle } from '@/ui/with-style';

/** The two tiers of labels above the lanes, 24 and 20 px high, with the Today pill in the lower one. */
export const TimelineAxis = memo(function TimelineAxis({
  axis,
  today,
}: {
  axis: Axis;
  today: number;
}) {
  return (
    <div aria-hidden="true" className="relative h-11 border-b border-line-strong">
      {axis.upper.map((tick) => (
        <div
          key={tick.day}
          className="absolute top-0 h-6 overflow-clip border-l border-line"
          {...withStyle({ left: tick.left, width: tick.width })}
        >
          <span
            className="sticky left-0 inline-block max-w-full overflow-clip pt-1 text-table font-emphasis whitespace-nowrap"
            {...withStyle({ paddingInline: TICK_PADDING })}
          >
            {tick.label}
          </span>
        </div>
      ))}
      {axis.lower.map((tick) => (
        <div
          key={tick.day}
          className={classes(
            'absolute top-6 h-5 border-l border-line text-label whitespace-nowrap text-ink-3',
          )}
          {...withStyle({ left: tick.left, width: tick.width, paddingLeft: TICK_PADDING })}
        >
          {tick.label}
        </div>
      ))}
      <span
        className="absolute bottom-0.5 -translate-x-1/2 rounded-full bg-ink px-1.5 text-label font-emphasis text-on-ink forced-colors:border"
        {...withStyle({ left: today })}
      >
        Today
      </span>
    </div>
  );
});

/** Vertical lines of the axis through the lanes; lines of the upper tier are stronger. */
export function GridLines({ axis }: { axis: Axis }) {
  const strong = new Set(axis.upper.map(({ day }) => day));
  const line = ({ day, left }: Tick, look: string) => (
    <span key={day} className={`absolute inset-y-0 w-px ${look}`} {...withStyle({ left })} />
  );
  return (
    <>
      {axis.lower.filter(({ day }) => !strong.has(day)).map((tick) => line(tick, 'bg-line/60'))}
      {axis.upper.map((tick) => line(tick, 'bg-line-strong/70'))}
    </>
  );
}
