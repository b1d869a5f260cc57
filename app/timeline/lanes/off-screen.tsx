'use client';

import { memo, useCallback, useSyncExternalStore, type RefObject } from 'react';
import { offScreen, type Arrangement, type OffScreen } from '../geometry/timeline-layout';
import type { TimelineView } from '../geometry/scale';

const LOOK =
  'pointer-events-auto relative inline-flex h-6 items-center rounded-full border border-control bg-panel px-2 text-label text-ink-2 shadow-1 hover:text-ink max-sm:before:absolute max-sm:before:-inset-1.5';

/** Counts the offers off screen on every scroll event, without rendering the timeline again. */
function useOffScreen(
  arrangement: Arrangement,
  view: TimelineView,
  scroller: RefObject<HTMLElement | null>,
  side: keyof OffScreen,
): number {
  const subscribe = useCallback(
    (onScroll: () => void) => {
      const { current } = scroller;
      current?.addEventListener('scroll', onScroll, { passive: true });
      return () => current?.removeEventListener('scroll', onScroll);
    },
    [scroller],
  );
  const counted = () => offScreen(arrangement, view)[side];
  return useSyncExternalStore(
    subscribe,
    () => {
      const scrollLeft = scroller.current?.scrollLeft ?? view.scrollLeft;
      return offScreen(arrangement, { ...view, scrollLeft })[side];
    },
    counted,
  );
}

/**
 * Pills at the edges of the lane that count the offers beyond; `onJump` receives the position of the nearest. Asking where the
 * lane is scrolled to makes the browser lay the page out, so it is not asked while an offer is dragged.
 */
export const OffScreenPills = memo(function OffScreenPills({
  arrangement,
  view,
  scroller,
  onJump,
}: {
  arrangement: Arrangement;
  view: TimelineView;
  scroller: RefObject<HTMLElement | null>;
  onJump: (offer: number) => void;
}) {
  const earlier = useOffScreen(arrangement, view, scroller, 'earlier');
  const later = useOffScreen(arrangement, view, scroller, 'later');
  return (
    <div className="pointer-events-none absolute inset-x-1.5 top-[calc(2.75rem+max(var(--hero-bar),3rem)+1rem)] z-20 flex -translate-y-1/3 justify-between">
      <span>
        {earlier > 0 && (
          <button type="button" className={LOOK} onClick={() => onJump(earlier - 1)}>
            ‹ {earlier.toLocaleString('en-US')} earlier
          </button>
        )}
      </span>
      <span>
        {later > 0 && (
          <button
            type="button"
            className={LOOK}
            onClick={() => onJump(arrangement.model.offers.length - later)}
          >
            {later.toLocaleString('en-US')} later ›
          </button>
        )}
      </span>
    </div>
  );
});
