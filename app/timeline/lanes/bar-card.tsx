import { formatLength } from '../../../src/domain/values/date-range';
import type { PlacedStop } from '../geometry/timeline-layout';
import { daysOf, FATE_WORDS, lengthOf, stays, type TimelineCell } from '../model';
import { wholePrice } from '../shown-prices';
import { stripName } from './bar';
import { withStyle } from '@/ui/with-style';

const CARD_WIDTH = 260;

/** Tooltip of a bar too narrow for its full label, on hover or focus. Hidden from screen readers: the cell's name is complete. */
export function BarCard({
  placed,
  cells,
  viewLeft,
  viewWidth,
}: {
  placed: PlacedStop;
  cells: readonly TimelineCell[];
  viewLeft: number;
  viewWidth: number;
}) {
  const { cell, stop, left } = placed;
  const length = lengthOf(stop);
  const fate = cell?.kind === 'offer' ? cell.fate : undefined;
  const days = [
    daysOf(stop),
    ...(length === null ? [] : [formatLength(length)]),
    ...(fate === undefined ? [] : [FATE_WORDS[fate]]),
  ].join(' · ');
  const maxLeft = Math.max(viewLeft, viewLeft + viewWidth - CARD_WIDTH - 8);
  return (
    <div
      aria-hidden="true"
      data-card
      className="absolute bottom-0 z-30 flex h-12 flex-col justify-center overflow-clip rounded-popover bg-panel px-2.5 text-table whitespace-nowrap shadow-2"
      {...withStyle({
        left: Math.min(Math.max(left, viewLeft + 8), maxLeft),
        maxWidth: CARD_WIDTH,
      })}
    >
      {cell === null ? (
        <span className="truncate">{stripName(stop, cells).split(', ')[0]}</span>
      ) : (
        <span className="flex justify-between gap-4 font-emphasis">
          <span className="truncate">
            {cell.kind === 'offer' ? cell.offer.name : stays(cell) ? 'Free' : 'Outside the license'}
          </span>
          {cell.kind === 'offer' && <span>{wholePrice(cell.offer)}</span>}
        </span>
      )}
      <span className="text-ink-2">{days}</span>
    </div>
  );
}
