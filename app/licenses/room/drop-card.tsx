'use client';

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { LicenseState } from '../../../src/domain/license/license-change';
import type { OfferData } from '../../../src/domain/license/offer';
import type { OpenRoom, Room, Wanted } from '../../../src/domain/license/room';
import type { TimelineModel } from '../../timeline/model';
import type { Dropped } from '../../timeline/moving/use-timeline-moving';
import type { RoomPreview } from './room-preview';
import { Button } from '@/ui/button';
import { StateMark } from '@/ui/state-mark';
import { withStyle } from '@/ui/with-style';
import { inTheWay, isOpen, waysToMakeRoom } from '../../../src/domain/license/room';
import { clashWords, draftWords, insteadWords } from '../../timeline/moving/words';
import { roomPreview } from './room-preview';
import { WayChoices } from './way-choices';
import { wayWords } from './way-words';

/** What a person wants to put where other offers are, and what they can do about it. */
export function DropCard({
  dropped,
  wanted,
  state,
  model,
  titlesOf,
  onChoose,
  onApply,
  onClose,
}: {
  dropped: Dropped;
  wanted: Wanted;
  /** The license as the page shows it. */
  state: LicenseState;
  model: TimelineModel;
  titlesOf: (offer: OfferData) => number;
  /** Called with the change to be previewed; `null` for none. */
  onChoose: (preview: RoomPreview | null) => void;
  onApply: (room: OpenRoom) => void;
  onClose: () => void;
}) {
  const { draft, judgment, settle } = dropped;
  const card = useRef<HTMLDivElement>(null);
  const [ways] = useState<readonly Room[]>(() =>
    judgment?.outside.length === 0 ? waysToMakeRoom(wanted, state) : [],
  );
  const open = ways.filter(isOpen);
  const [chosen, setChosen] = useState<Room['way'] | null>(null);
  const room = open.find(({ way }) => way === chosen) ?? null;
  const isNew = wanted.before === null;
  const instead = judgment?.instead ?? null;

  useEffect(() => {
    card.current?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true });
  }, []);
  // The lane of the result moves it down.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const choose = (next: Room) => {
    if (next.change === null) return;
    setChosen(next.way);
    onChoose(roomPreview(next.change, state));
  };
  const apply = () => {
    if (room === null) {
      if (instead !== null) settle(instead);
      return;
    }
    onChoose(null);
    if (room.way === 'nearest' && instead !== null && !isNew) settle(instead);
    else {
      onClose();
      onApply(room);
    }
  };
  const leave = () => {
    onChoose(null);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const numbered = ways[Number(event.key) - 1];
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && !isButton(event.target)) apply();
    else if (numbered !== undefined) {
      choose(numbered);
      card.current
        ?.querySelectorAll<HTMLInputElement>('input')
        [Number(event.key) - 1]?.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const words = (one: Room) =>
    wayWords(one, { isNew, there: inTheWay(wanted, state.offers), titlesOf });
  return (
    <div
      ref={card}
      role="dialog"
      aria-label={judgment === null ? 'Make room' : clashWords(judgment, model)}
      onKeyDown={onKeyDown}
      className="absolute top-full z-40 mt-1 w-[min(29rem,calc(100vw-2rem))] rounded-popover bg-panel text-table shadow-2"
      {...withStyle({ left: dropped.left })}
    >
      <div className="flex flex-col gap-1 border-b border-line px-3.5 py-2.5">
        <div className="flex items-baseline justify-between gap-4">
          <span className="font-emphasis text-clay-ink">
            <StateMark state="refused">
              {judgment === null ? '' : clashWords(judgment, model)}
            </StateMark>
          </span>
          <span className="shrink-0 text-ink-2">{draftWords(draft)}</span>
        </div>
        <span className="text-ink-2">
          {ways.length === 0
            ? 'Letting go there changes nothing.'
            : `Nothing is changed yet. Make room for ${isNew ? 'a new offer' : wanted.after.name}, or put it where there is room.`}
        </span>
      </div>
      {ways.length > 0 && (
        <WayChoices ways={ways} chosen={chosen} words={words} hasKeys onChoose={choose} />
      )}
      <div className="flex flex-wrap items-center gap-2 px-3.5 py-2.5">
        <span className="mr-auto text-ink-3">{room === null ? '' : 'Shown under Result'}</span>
        <Button variant="quiet" keyCap="Esc" onPress={leave}>
          Cancel
        </Button>
        {room !== null ? (
          <Button variant="primary" keyCap="Enter" onPress={apply}>
            {isNew ? 'Next: name and price' : words(room).button}
          </Button>
        ) : (
          instead !== null && (
            <Button
              variant={open.length === 0 ? 'primary' : 'secondary'}
              keyCap="Enter"
              onPress={apply}
            >
              {judgment === null ? '' : insteadWords(draft, judgment)}
            </Button>
          )
        )}
      </div>
    </div>
  );
}

function isButton(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('button') !== null;
}
