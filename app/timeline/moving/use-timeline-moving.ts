'use client';

import {
  useEffect,
  useEffectEvent,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { Scale, TimelineView } from '../geometry/scale';
import { positionOf } from '../geometry/scale';
import type { DaySpan, TimelineModel } from '../model';
import type { MovingIntent } from '../keyboard';
import type { Moving, MovingControl } from './use-moving';
import { useKeyGroup } from '@/keys/use-page-key';
import { MOVING_KEYS, movingKey } from './moving-keys';
import { useMoving } from './use-moving';
import { clashWords, draftWords } from './words';

/** An offer that was let go on days that are not free. */
export interface Dropped extends Moving {
  /** Where its card begins, in pixels from the left edge of the timeline. */
  readonly left: number;
  /** Takes other days instead. */
  readonly settle: (to: DaySpan) => void;
  /** Back to where it was. */
  readonly cancel: () => void;
}

/** An offer that a form would make. */
export interface PlannedSpan extends DaySpan {
  readonly name: string;
  /** First day of the offer whose days they would be instead; left out for one that is new. */
  readonly replaces?: number | undefined;
}

/** What a page does with a timeline on which offers are moved. */
export interface TimelineEditing {
  /** From sending a change until the page shows it. */
  readonly isSaving: boolean;
  /** Takes the new days of an offer, or of a new one (`null`). */
  readonly onPlace: (index: number | null, to: DaySpan) => void;
  readonly onWithdraw: (index: number) => void;
  /** The ways out for an offer that was dropped where it cannot be; stands under the lanes. */
  readonly drop: (dropped: Dropped) => ReactNode;
  /** What the offers would be on the way that is chosen there, and first days of the offer it is about. */
  readonly result: { readonly model: TimelineModel; readonly starts: ReadonlySet<number> } | null;
  /** Offers that the form beside it would make, in date order. */
  readonly planned: readonly PlannedSpan[];
}

const NOTHING: readonly PlannedSpan[] = [];

/** Nobody moves anything on it. */
const STILL: TimelineEditing = {
  isSaving: false,
  onPlace: () => undefined,
  onWithdraw: () => undefined,
  drop: () => null,
  result: null,
  planned: NOTHING,
};

/** Moving as part of a timeline: its keys, and what is announced of it. */
export function useTimelineMoving({
  editing,
  isOn,
  model,
  scale,
  view,
  scroller,
  announce,
  onBack,
  onPlaced,
  onShow,
}: {
  editing: TimelineEditing | undefined;
  isOn: boolean;
  model: TimelineModel;
  scale: Scale;
  view: TimelineView;
  scroller: RefObject<HTMLDivElement | null>;
  announce: (words: string) => void;
  /** Gives the focus to the cell of the days that were last told of. */
  onBack: () => void;
  /** Told of the days that an offer has in the end. */
  onPlaced: (to: DaySpan) => void;
  /** Scrolls days into view. */
  onShow: (days: DaySpan) => void;
}) {
  const { isSaving, onPlace, onWithdraw, drop, result, planned } = editing ?? STILL;
  const control = useMoving({ model, scale, scroller, isOn, isSaving, onPlace });
  const { moving } = control;
  useKeyGroup(isOn ? MOVING_KEYS : NO_KEYS);

  const before = useRef<Moving | null>(null);
  const tell = useEffectEvent((now: Moving | null) => {
    const was = before.current;
    before.current = now;
    if (now === null) {
      if (was === null || (was.by === 'pointer' && was.phase !== 'dropped')) return;
      onPlaced(was.phase === 'saving' ? was.draft.to : was.draft.from);
      onBack();
      return;
    }
    const { draft, judgment, phase } = now;
    if (phase === 'saving') return announce(`Saving ${draftWords(draft)}`);
    // Who drags by a pointer sees it, many times a second.
    if (now.by === 'pointer' && phase === 'held') return;
    const against = judgment === null ? '' : `. ${clashWords(judgment, model)}`;
    if (now.by === 'keyboard') onShow(draft.to);
    announce(`${draftWords(draft)}${against}`);
  });
  useEffect(() => {
    tell(moving);
  }, [moving]);

  const show = useEffectEvent(onShow);
  useEffect(() => {
    const [first] = planned;
    if (first !== undefined) show({ start: first.start, end: planned.at(-1)?.end ?? null });
  }, [planned]);

  const isHeldByKey = moving?.phase === 'held' && moving.by === 'keyboard';
  return {
    control,
    result,
    planned,
    isHeldByKey,
    dropped:
      moving?.phase !== 'dropped'
        ? null
        : drop({
            ...moving,
            left: cardLeft(positionOf(scale, moving.draft.to.start) - view.scrollLeft, view.width),
            settle: control.settle,
            cancel: control.cancel,
          }),
    /** @returns whether the key was for what is held */
    onKeyDown: (event: KeyboardEvent): boolean => {
      if (moving === null) return false;
      if (event.key === 'Escape' && moving.phase === 'held') {
        event.preventDefault();
        cancelled(control, announce);
        return true;
      }
      if (!isHeldByKey || !movingKey(event, control)) return isHeldByKey;
      event.preventDefault();
      return true;
    },
    perform: (intent: MovingIntent) => {
      if (!isOn) return;
      if (intent.do === 'withdraw') onWithdraw(intent.offer);
      else if (intent.grip === 'end' && model.offers[intent.offer]?.end === null)
        announce('This offer has no last day. Open it to give it one.');
      else control.take(intent.grip, intent.offer);
    },
  };
}

/** Under the offer, and within the timeline. */
function cardLeft(offerLeft: number, laneWidth: number): number {
  return GUTTER + Math.min(Math.max(0, offerLeft), Math.max(0, laneWidth - CARD_WIDTH));
}

/** In pixels. */
const GUTTER = 136;
const CARD_WIDTH = 472;

function cancelled(control: MovingControl, announce: (words: string) => void): void {
  control.cancel();
  announce('Back to where it was');
}

const NO_KEYS = { name: '', keys: [] };
