import { useMemo } from 'react';
import type { Arrangement } from '../geometry/timeline-layout';
import type { TimelineView } from '../geometry/scale';
import type { TimelineModel } from '../model';
import { contentOf, layoutOf } from '../geometry/timeline-layout';
import { stopsOf } from '../geometry/stops';
import { TimelineBar } from './bar';

/** What the offers would be, on the scale of what they are. It can only be looked at. */
export function ResultLane({
  model,
  arrangement,
  view,
  overscan,
  changedStarts,
}: {
  model: TimelineModel;
  /** Of the offers as they are. */
  arrangement: Arrangement;
  view: TimelineView;
  overscan: number;
  /** First days of the offer that everything is about. */
  changedStarts: ReadonlySet<number>;
}) {
  const { scale } = arrangement;
  const result = useMemo(() => {
    const content = contentOf(model);
    return { ...content, scale, stops: stopsOf(content.cells, scale.pixelsPerDay, model.today) };
  }, [model, scale]);
  const layout = layoutOf(result, view, { overscan });
  return (
    <div
      aria-hidden="true"
      inert
      className="relative h-[calc(max(var(--hero-bar),3rem)+1rem)] border-b border-line"
    >
      {layout.placed.map((placed) => (
        <TimelineBar
          key={placed.stop.first}
          placed={placed}
          model={model}
          cells={result.cells}
          today={layout.today}
          isTabStop={false}
          isSelected={placed.cell?.kind === 'offer' && changedStarts.has(placed.cell.start)}
          isChanged={false}
          isStill={false}
        />
      ))}
    </div>
  );
}
