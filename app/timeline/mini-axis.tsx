import { classes } from '@/ui/classes';
import { shareOf, yearTicks } from './geometry/share';
import { withStyle } from '@/ui/with-style';

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
    <div aria-hidden="true" className={classes('relative h-10 w-full', className)}>
      {yearTicks(shown).map(({ day, label, isYear }) => (
        <span
          key={day}
          className={classes(
            'absolute top-1 text-label',
            isYear ? 'font-heading text-ink' : 'font-normal text-ink-3',
            // The last label would overflow the column; it ends at its line instead.
            shareOf(day, shown) > 90 ? '-translate-x-full pr-1' : 'pl-1',
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
