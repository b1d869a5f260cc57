import { memo } from 'react';
import { classes } from '@/ui/classes';
import { StateGlyph } from '@/ui/state-mark';
import { BAR_LOOK, DENSITY_LOOK, FATE_LOOK } from '../bar-look';
import { BAR_LABEL, type LabelLine } from '../geometry/label';
import type { PlacedStop } from '../geometry/timeline-layout';
import { cellName, counted, daysOf, stays, type TimelineCell, type TimelineModel } from '../model';
import type { Stop } from '../geometry/stops';
import { withStyle } from '@/ui/with-style';
import { cellMark, MIN_WIDTH_FOR_HANDLES } from '../moving/cell-mark';

/** Minimum width of a bar with a sticky label, in pixels. Each sticky label costs a layer, and narrow bars do not need one. */
const MIN_STICKY_WIDTH = 160;

interface BarProps {
  readonly placed: PlacedStop;
  readonly model: TimelineModel;
  readonly cells: readonly TimelineCell[];
  /** Position of the start of today on the canvas, in pixels. */
  readonly today: number;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  readonly isChanged: boolean;
  /** Whether a person can move it and its edges. */
  readonly isMovable?: boolean;
  /** Whether the layout moves the label into view, because the box does not scroll yet. */
  readonly isStill: boolean;
}

/** The accessible name of a density strip. */
export function stripName(stop: Stop, cells: readonly TimelineCell[]): string {
  const inside = cells.slice(stop.first, stop.last + 1);
  const offers = inside.filter(({ kind }) => kind === 'offer').length;
  const slots = inside.length - offers;
  const counts = [counted(offers, 'offer'), ...(slots > 0 ? [counted(slots, 'free slot')] : [])];
  return `${counts.join(' and ')}, ${daysOf(stop)}, too short to show one by one`;
}

function lookOf(
  { cell, stop }: PlacedStop,
  cells: readonly TimelineCell[],
  isChanged: boolean,
  today: number,
): string {
  if (cell === null) {
    const first = cells[stop.first];
    if (first !== undefined && !stays(first)) return DENSITY_LOOK.taken;
    return DENSITY_LOOK[stop.end !== null && stop.end <= today ? 'ended' : 'upcoming'];
  }
  if (cell.kind === 'slot') {
    if (cell.isOutside === true) return '';
    return cell.past
      ? 'border border-dashed border-line-strong text-ink-3'
      : 'border border-dashed border-control text-ink-2 hover:bg-ink/5';
  }
  if (cell.fate !== undefined) return FATE_LOOK[cell.fate];
  if (isChanged) return 'border-2 border-dotted border-plum-line bg-plum-tint text-plum-ink';
  return BAR_LOOK[cell.state];
}

/** A cell of the grid: an offer's bar, a free slot or a density strip. Event handlers identify it by `data-stop`. */
export const TimelineBar = memo(function TimelineBar({
  placed,
  model,
  cells,
  today,
  isTabStop,
  isSelected,
  isChanged,
  isMovable = false,
  isStill,
}: BarProps) {
  const { stop, cell, left, width, fades, position } = placed;
  const isOffer = cell?.kind === 'offer';
  const isRunning = isOffer && stays(cell) && cell.state === 'on-offer' && cell.start < model.today;
  const hasLabel = placed.label.length > 0;
  const name = cell === null ? stripName(stop, cells) : cellName(cell, model);
  const isStart = isOffer ? width >= BAR_LABEL.name : false;
  const end = placed.label.find((line) => line.end !== undefined)?.end;
  return (
    <div
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      data-stop={position}
      data-cell={cellMark(cell)}
      // With a visible label, the name is content, so that the label counts as part of it.
      aria-label={hasLabel ? undefined : name}
      aria-colindex={stop.first + 1}
      aria-colspan={stop.last > stop.first ? stop.last - stop.first + 1 : undefined}
      aria-selected={isOffer ? isSelected : undefined}
      aria-disabled={cell?.kind === 'slot' && (cell.past || !stays(cell)) ? true : undefined}
      className={classes(
        'absolute inset-y-2 rounded-bar select-none focus-visible:z-20',
        lookOf(placed, cells, isChanged, model.today),
        fades &&
          'rounded-r-none border-r-0 after:absolute after:-inset-y-px after:right-0 after:w-16 after:bg-linear-to-l after:from-panel',
        isSelected &&
          'z-10 shadow-[0_0_0_2px_var(--panel),0_0_0_4px_var(--ink)] focus-visible:outline-offset-[5px] forced-colors:outline-3',
      )}
      {...withStyle({ left, width })}
    >
      {hasLabel && <span className="sr-only">{name}</span>}
      {isOffer && isMovable && width >= MIN_WIDTH_FOR_HANDLES && (
        <Handles isOpen={cell.end === null} isShown={isSelected} />
      )}
      {isRunning && <Notch at={today - left} />}
      {hasLabel && (
        <div
          aria-hidden="true"
          className={classes('flex h-full', !isStart && 'justify-center')}
          {...withStyle(isStill ? { paddingLeft: placed.labelShift } : {})}
        >
          <div
            className={classes(
              'flex min-w-0 flex-col justify-center text-table whitespace-nowrap',
              width > MIN_STICKY_WIDTH && 'sticky right-0 left-0',
              isStart ? 'w-max max-w-full' : 'text-center',
              isOffer && (width >= BAR_LABEL.lengths ? 'pr-1.5 pl-2' : isStart && 'pr-1 pl-1.5'),
            )}
          >
            {placed.label.map((line) => (
              <Line key={line.text} line={line} isPatched={!isOffer} />
            ))}
          </div>
          {end !== undefined && (
            // As high as the two lines beside it, so that it stands on the first.
            <span
              className={classes(
                'my-auto ml-auto h-8 pr-2 pl-1 text-table font-emphasis',
                width > MIN_STICKY_WIDTH && 'sticky right-0',
              )}
            >
              {end}
            </span>
          )}
        </div>
      )}
      {isChanged && width >= 20 && (
        <StateGlyph state="someone" className="absolute top-0.5 right-0.5 size-3" />
      )}
    </div>
  );
}, isSameBar);

function Line({ line, isPatched }: { line: LabelLine; isPatched: boolean }) {
  if (line.text === '') return null;
  return (
    <div className={classes('flex min-w-0', line.strong && 'font-emphasis')}>
      <span className={classes('truncate', isPatched && 'mx-auto bg-panel px-0.5')}>
        {line.struck === true ? <del>{line.text}</del> : line.text}
      </span>
    </div>
  );
}

/** The edges by which a pointer resizes a bar; they are seen on the one that is open. */
function Handles({ isOpen, isShown }: { isOpen: boolean; isShown: boolean }) {
  const look = classes(
    'absolute inset-y-0 w-[7px] cursor-ew-resize',
    isShown &&
      'after:absolute after:inset-y-3 after:left-[2px] after:w-[3px] after:rounded-full after:bg-current',
  );
  return (
    <>
      <span className={`${look} left-0`} />
      {!isOpen && <span className={`${look} right-0`} />}
    </>
  );
}

/** Marks today on a running bar, which covers the line. */
function Notch({ at }: { at: number }) {
  return (
    <>
      <span className="absolute top-0 h-1.5 w-0.5 bg-panel" {...withStyle({ left: at - 1 })} />
      <span className="absolute bottom-0 h-1.5 w-0.5 bg-panel" {...withStyle({ left: at - 1 })} />
    </>
  );
}

/** Scrolling lays out the same stops again; skips rendering the unchanged ones. */
function isSameBar(before: BarProps, after: BarProps): boolean {
  return (
    before.placed.stop === after.placed.stop &&
    before.placed.left === after.placed.left &&
    before.placed.width === after.placed.width &&
    before.cells === after.cells &&
    before.isTabStop === after.isTabStop &&
    before.isSelected === after.isSelected &&
    before.isChanged === after.isChanged &&
    before.isMovable === after.isMovable &&
    before.isStill === after.isStill
  );
}
