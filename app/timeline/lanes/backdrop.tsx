import { memo } from 'react';
import { GridLines } from './axis';
import type { TimelineLayout } from '../geometry/timeline-layout';
import { withStyle } from '@/ui/with-style';

/** Background of the lanes: grid lines, hatching outside the license, the open end and the line of today. */
export const Backdrop = memo(function Backdrop({ layout }: { layout: TimelineLayout }) {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      <GridLines axis={layout.axis} />
      {layout.outside.map(({ left, width }) => (
        <span
          key={left}
          className="absolute inset-y-0 bg-panel forced-colors:border"
          {...withStyle({ left, width })}
        >
          <span className="absolute inset-0 hatch-outside" />
        </span>
      ))}
      {layout.bounds.end === null && (
        <span
          className="absolute bottom-1 -translate-x-full pr-2 text-label text-ink-3"
          {...withStyle({ left: layout.canvasWidth })}
        >
          Open
        </span>
      )}
      <span
        className="absolute inset-y-0 w-px bg-ink forced-colors:bg-[CanvasText]"
        {...withStyle({ left: layout.today })}
      />
    </div>
  );
});
