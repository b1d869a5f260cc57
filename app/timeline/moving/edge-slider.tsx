'use client';

import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Scale } from '../geometry/scale';
import type { TimelineModel } from '../model';
import type { Draft } from './placement';
import { withStyle } from '@/ui/with-style';
import { dayText } from '../geometry/calendar';
import { positionOf } from '../geometry/scale';
import { reachOf } from './placement';

/** The edge of an offer while it is moved by keyboard: a slider between the neighbors of the offer. It takes the focus. */
export function EdgeSlider({
  draft: { grip, index, to },
  model,
  scale,
  onKeyDown,
}: {
  draft: Draft;
  model: TimelineModel;
  scale: Scale;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const slider = useRef<HTMLDivElement>(null);
  useEffect(() => {
    slider.current?.focus({ preventScroll: true });
  }, []);
  if (index === null) return null;
  const reach = reachOf(index, model);
  const lastDay = (to.end ?? to.start + 1) - 1;
  const [day, least, most, which] =
    grip === 'start'
      ? [to.start, reach.start, lastDay, 'First']
      : [lastDay, to.start, reach.end === null ? undefined : reach.end - 1, 'Last'];
  const edge = grip === 'start' ? to.start : (to.end ?? to.start + 1);
  return (
    <div
      ref={slider}
      role="slider"
      tabIndex={0}
      aria-label={`${which} day of ${model.offers[index]?.name ?? ''}`}
      aria-valuemin={least}
      aria-valuemax={most ?? Math.max(day, least + MOST_OPEN)}
      aria-valuenow={day}
      aria-valuetext={dayText(day)}
      onKeyDown={onKeyDown}
      className="absolute inset-y-1 z-30 w-1.5 -translate-x-1/2 rounded-full bg-ink"
      {...withStyle({ left: positionOf(scale, edge) })}
    />
  );
}

/** In days: a slider has an end even where the license has none. */
const MOST_OPEN = 36_500;
