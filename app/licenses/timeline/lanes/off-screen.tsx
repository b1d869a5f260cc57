'use client';

import type { OffScreen } from '../geometry/timeline-layout';

const LOOK =
  'pointer-events-auto relative inline-flex h-6 items-center rounded-full border border-control bg-panel px-2 text-label text-ink-2 shadow-1 hover:text-ink max-sm:before:absolute max-sm:before:-inset-1.5';

/** Pills at the edges of the lane that count the offers beyond and jump to the nearest of them. */
export function OffScreenPills({
  offScreen: { earlier, later },
  onEarlier,
  onLater,
}: {
  offScreen: OffScreen;
  onEarlier: () => void;
  onLater: () => void;
}) {
  return (
    <div className="pointer-events-none absolute inset-x-1.5 top-[calc(2.75rem+max(var(--hero-bar),3rem)+1rem)] z-20 flex -translate-y-1/2 justify-between">
      <span>
        {earlier > 0 && (
          <button type="button" className={LOOK} onClick={onEarlier}>
            ‹ {earlier.toLocaleString('en-US')} earlier
          </button>
        )}
      </span>
      <span>
        {later > 0 && (
          <button type="button" className={LOOK} onClick={onLater}>
            {later.toLocaleString('en-US')} later ›
          </button>
        )}
      </span>
    </div>
  );
}
