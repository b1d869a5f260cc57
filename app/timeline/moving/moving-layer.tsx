'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import type { Scale } from '../geometry/scale';
import type { TimelineModel } from '../model';
import type { MovingControl } from './use-moving';
import type { PlannedSpan } from './use-timeline-moving';
import { EdgeSlider } from './edge-slider';
import { Ghost } from './ghost';
import { PlannedOffers } from './planned-offers';

/** The lane of offers with what is moved on it. */
export function MovingLayer({
  control,
  planned,
  hasResult,
  model,
  scale,
  onKeyDown,
  children,
}: {
  control: MovingControl;
  /** Offers that a form would make. */
  planned: readonly PlannedSpan[];
  /** Whether a lane under it shows what they would lead to. */
  hasResult: boolean;
  model: TimelineModel;
  scale: Scale;
  /** Keys while an edge is held by keyboard. */
  onKeyDown: (event: KeyboardEvent) => void;
  children: ReactNode;
}) {
  const { moving } = control;
  const isEdge =
    moving?.phase === 'held' && moving.by === 'keyboard' && moving.draft.grip !== 'move';
  return (
    <div
      className="relative"
      onPointerDown={control.onPointerDown}
      onPointerMove={control.onPointerMove}
      onPointerUp={control.onPointerUp}
      onPointerCancel={control.onPointerCancel}
      onContextMenu={(event) => {
        if (moving?.phase === 'held') event.preventDefault();
      }}
    >
      {children}
      {moving === null && planned.length > 0 && (
        <PlannedOffers planned={planned} hasResult={hasResult} model={model} scale={scale} />
      )}
      {moving !== null && <Ghost moving={moving} model={model} scale={scale} />}
      {isEdge && (
        <EdgeSlider
          key={moving.draft.grip}
          draft={moving.draft}
          model={model}
          scale={scale}
          onKeyDown={onKeyDown}
        />
      )}
    </div>
  );
}
