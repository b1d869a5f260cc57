'use client';

import { useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ProposedChange } from '../../../src/domain/license/license-change';
import type { OfferData } from '../../../src/domain/license/offer';
import type { RoomWay, Wanted } from '../../../src/domain/license/room';
import type { TimelineModel } from '../../timeline/model';
import type { RoomForForms } from './use-room';
import { inTheWay, isOpen, waysToMakeRoom } from '../../../src/domain/license/room';
import { MiniTimeline } from '../../timeline/mini-timeline';
import { StripScale } from '../../timeline/strip-scale';
import { daySpan } from '../../timeline/model';
import { roomPreview } from './room-preview';
import { WayChoices } from './way-choices';
import { wayWords } from './way-words';

/** A way to make room that is chosen in a form. */
export interface ChosenRoom {
  /** What sends the form is called. */
  readonly button: string;
  /** The change that makes room for an offer as it was typed in the end; `null` where that is not open after all. */
  readonly changeFor: (after: OfferData) => ProposedChange | null;
}

/**
 * The ways to make room for the offer of a form where other offers are, previewed on the timeline, on a phone above the ways;
 * nothing where they are not.
 */
export function RoomFields({
  wanted,
  room,
  model,
  initialWay,
  onChoose,
}: {
  /** Must be the same object while it is the same offer. */
  wanted: Wanted;
  room: RoomForForms;
  model: TimelineModel;
  /** Chosen at first, if it is open. */
  initialWay: RoomWay | undefined;
  /** Called with `null` where none is chosen, or the chosen one is not open any more. */
  onChoose: (chosen: ChosenRoom | null) => void;
}) {
  const { state, titlesOf, result } = room;
  // Trying the ways of a license with thousands of offers takes longer than a keystroke.
  const asked = useDeferredValue(wanted);
  const there = useMemo(() => inTheWay(asked, state.offers), [asked, state]);
  const ways = useMemo(
    () => (there.length === 0 ? [] : waysToMakeRoom(asked, state)),
    [asked, state, there],
  );
  const [way, setWay] = useState<RoomWay | null>(initialWay ?? null);
  const chosen = ways.filter(isOpen).find((one) => one.way === way) ?? null;
  const situation = { isNew: asked.before === null, there, titlesOf };

  const tell = useEffectEvent((now: typeof chosen) => {
    room.onPreview(now === null ? null : roomPreview(now.change, state));
    onChoose(
      now === null
        ? null
        : {
            button: wayWords(now, situation).button,
            changeFor: (after) =>
              waysToMakeRoom({ before: asked.before, after }, state).find(
                (one) => one.way === now.way,
              )?.change ?? null,
          },
    );
  });
  useEffect(() => {
    tell(chosen);
    return () => {
      tell(null);
    };
  }, [chosen]);

  if (!ways.some(isOpen)) return null;
  return (
    <div
      role="group"
      aria-label="Make room"
      className="overflow-clip rounded-popover border border-line-strong text-table"
    >
      <p className="flex flex-col gap-0.5 border-b border-line px-3.5 py-2">
        <span className="font-emphasis">Make room for it?</span>
        <span className="text-ink-2">Everything is saved as one change.</span>
      </p>
      {result !== null && <Lanes model={model} result={result} about={asked.after} />}
      <div className="-mb-px">
        <WayChoices
          ways={ways}
          chosen={chosen?.way ?? null}
          words={(one) => wayWords(one, situation)}
          onChoose={(next) => {
            setWay(next.way);
          }}
        />
      </div>
      {chosen !== null && (
        <p className="flex items-center justify-between gap-2 border-t border-line px-3.5 py-1.5 text-ink-3">
          <span className="max-sm:hidden">Shown on the timeline under Result</span>
          <button
            type="button"
            className="ms-auto min-h-6 underline underline-offset-2 hover:text-ink"
            onClick={() => {
              setWay(null);
            }}
          >
            None of these
          </button>
        </p>
      )}
    </div>
  );
}

/** Days shown on both sides of the place in question. */
const AROUND = 90;

/** The offers as they are and as they would be, where there is no timeline beside the form. */
function Lanes({
  model,
  result,
  about,
}: {
  model: TimelineModel;
  result: TimelineModel;
  about: OfferData;
}) {
  const { start, end } = daySpan(about.window);
  const shown = { start: start - AROUND, end: (end ?? start) + AROUND };
  return (
    <div className="border-b border-line px-3.5 py-1 sm:hidden">
      <StripScale shown={shown} today={model.today}>
        {(
          [
            ['Now', model],
            ['Result', result],
          ] as const
        ).map(([name, offers]) => (
          <div key={name} className="flex items-center">
            <span className="w-14 shrink-0 text-ink-2">{name}</span>
            <MiniTimeline model={offers} shown={shown} />
          </div>
        ))}
      </StripScale>
    </div>
  );
}
