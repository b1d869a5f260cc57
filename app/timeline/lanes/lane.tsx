'use client';

import { memo, type FocusEvent, type KeyboardEvent, type MouseEvent, type Ref } from 'react';
import { classes } from '@/ui/classes';
import { TimelineBar } from './bar';
import type { Arrangement, TimelineLayout } from '../geometry/timeline-layout';
import { withStyle } from '@/ui/with-style';

/** Position of the stop that an event occurred in; `null` outside the stops. */
export function stopOfEvent(target: EventTarget): number | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-stop]') : null;
  return cell === null ? null : Number(cell.dataset.stop);
}

/** What the lane tells of. */
export interface LaneActions {
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/** Lane of offers and free slots: a grid of one row with a roving tab stop. */
export const OfferLane = memo(function OfferLane({
  arrangement,
  layout,
  label,
  tabStop,
  selected,
  changedStarts,
  isMovable,
  isStill,
  actions,
  ref,
}: {
  arrangement: Arrangement;
  layout: TimelineLayout;
  label: string;
  /** Position of the stop that Tab reaches. */
  tabStop: number;
  selected: number | null;
  changedStarts: ReadonlySet<number> | undefined;
  /** Whether a person can move offers. */
  isMovable: boolean;
  isStill: boolean;
  /** Must be the same object while nothing else changes. */
  actions: LaneActions;
  ref: Ref<HTMLDivElement>;
}) {
  const { cells, model } = arrangement;
  return (
    <div
      ref={ref}
      role="grid"
      aria-label={label}
      aria-rowcount={1}
      aria-colcount={cells.length}
      className="relative h-[calc(max(var(--hero-bar),3rem)+1rem)] border-b border-line"
      {...actions}
    >
      <div role="row" aria-rowindex={1} className="h-full">
        {layout.placed.map((placed) => {
          const start = placed.cell?.kind === 'offer' ? placed.cell.start : null;
          return (
            <TimelineBar
              key={placed.stop.first}
              placed={placed}
              model={model}
              cells={cells}
              today={layout.today}
              isTabStop={placed.position === tabStop}
              isSelected={start !== null && start === selected}
              isChanged={start !== null && (changedStarts?.has(start) ?? false)}
              isMovable={isMovable}
              isStill={isStill}
            />
          );
        })}
      </div>
      <Bound at={layout.bounds.start} />
      {layout.bounds.end !== null && <Bound at={layout.bounds.end} isEnd />}
    </div>
  );
});

function Bound({ at, isEnd = false }: { at: number; isEnd?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'pointer-events-none absolute inset-y-0 w-0.5 bg-ink-2 forced-colors:bg-[CanvasText]',
        isEnd ? '' : '-translate-x-full',
      )}
      {...withStyle({ left: at })}
    />
  );
}
