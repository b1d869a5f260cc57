import type { CSSProperties, ReactNode } from 'react';
import type { ShownDays } from './geometry/share';
import type { DaySpan } from './model';
import { classes } from '@/ui/classes';
import { shareOf, shareOfSpan } from './geometry/share';
import { withStyle } from '@/ui/with-style';

/**
 * A license's window as one strip, 32 px high and full width, with its pieces between two bounds, inside a `StripScale`.
 * Positions are in percent, so that the server can render it.
 */
export function MiniStrip({
  summary,
  window,
  shown,
  boundHeight,
  className,
  children,
}: {
  /** Text alternative of the strip. */
  summary: string;
  window: DaySpan;
  shown: ShownDays;
  /** Class for the height of the bounds of the window. */
  boundHeight: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div role="img" aria-label={summary} className={classes('mini-strip', className)}>
      {children}
      <Bound day={window.start} shown={shown} look={boundHeight} />
      {window.end !== null && (
        <Bound day={window.end} shown={shown} look={classes(boundHeight, '-translate-x-full')} />
      )}
    </div>
  );
}

/** A span of days on a strip; an edge outside the shown days is drawn open. */
export function MiniPiece({
  span,
  shown,
  look,
}: {
  span: DaySpan;
  shown: ShownDays;
  look: string;
}) {
  const share = shareOfSpan(span, shown);
  if (share === null) return null;
  return (
    <span
      className={classes(
        'mini-piece',
        share.cutLeft && 'rounded-l-none border-l-0',
        share.cutRight && 'rounded-r-none border-r-0',
        look,
      )}
      {...withStyle({ left: `${share.left}%`, '--width': `${share.width}%` } as CSSProperties)}
    />
  );
}

function Bound({ day, shown, look }: { day: number; shown: ShownDays; look: string }) {
  if (day < shown.start || day > shown.end) return null;
  return (
    <span
      className={classes('mini-bound', look)}
      {...withStyle({ left: `${shareOf(day, shown)}%` })}
    />
  );
}
