import { classes } from '@/ui/classes';
import type { ShareTick, ShownDays } from './geometry/share';
import { shareOf, yearTicks } from './geometry/share';
import { withStyle } from '@/ui/with-style';

/** A label that would begin after this share of the axis, in percent, ends at its line instead. */
const LAST = 90;
/** So far, in percent, such a line is from the one before, or their labels would meet on a phone. */
const APART = 25;

/**
 * Axis above a column of mini-timelines: years, Julys and today. 40 px high, full width.
 *
 * @param from first day of the scale, days since 1970-01-01
 * @param to first day after the scale
 */
export function MiniAxis({
  from,
  to,
  today,
  className,
}: {
  from: number;
  to: number;
  today: number;
  className?: string | undefined;
}) {
  const shown = { start: from, end: to };
  const isTodayShown = today >= from && today < to;
  return (
    <div aria-hidden="true" className={classes('@container relative h-10 w-full', className)}>
      {labelsOf(shown).map(({ day, label, isYear }) => (
        <span
          key={day}
          className={classes(
            'absolute top-1 text-label @max-[7rem]:hidden',
            isYear ? 'font-heading text-ink' : 'font-normal text-ink-3 @max-[16rem]:hidden',
            shareOf(day, shown) > LAST ? '-translate-x-full pr-1' : 'pl-1',
          )}
          {...withStyle({ left: `${shareOf(day, shown)}%` })}
        >
          {label}
        </span>
      ))}
      {isTodayShown && (
        <span
          className="absolute bottom-0 -translate-x-1/2 rounded-full bg-ink px-1.5 text-label font-emphasis text-on-ink forced-colors:border"
          {...withStyle({
            left: `clamp(1.375rem, ${shareOf(today, shown)}%, calc(100% - 1.375rem))`,
          })}
        >
          Today
        </span>
      )}
    </div>
  );
}

function labelsOf(shown: ShownDays): readonly ShareTick[] {
  const ticks = yearTicks(shown);
  const [before, last] = ticks.slice(-2).map(({ day }) => shareOf(day, shown));
  const meet = before !== undefined && last !== undefined && last > LAST && last - before < APART;
  return meet ? ticks.slice(0, -1) : ticks;
}
