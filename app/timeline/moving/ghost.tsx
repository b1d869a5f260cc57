import type { ReactNode } from 'react';
import type { Scale } from '../geometry/scale';
import type { DaySpan, TimelineModel } from '../model';
import type { Judgment } from './placement';
import type { Moving } from './use-moving';
import { classes } from '@/ui/classes';
import { withStyle } from '@/ui/with-style';
import { BAR_LOOK } from '../bar-look';
import { positionOf } from '../geometry/scale';
import { textWidth } from '../geometry/text-width';
import { daysOf, offerState } from '../model';
import { clashWords } from './words';

const FONT_SIZE = 12;
const PADDING = 16;

/** An offer on its way: where it was, where it would be, what is in the way, and the place that fits. */
export function Ghost({
  moving: { draft, judgment, phase },
  model,
  scale,
}: {
  moving: Moving;
  model: TimelineModel;
  scale: Scale;
}) {
  const { index, from, to } = draft;
  const at = placeOf(to, scale);
  const name = index === null ? 'New offer' : (model.offers[index]?.name ?? '');
  const label = `${name} ${daysOf(to)}`;
  const isLong = fits(label, at.width);
  const clash = judgment === null ? '' : clashWords(judgment, model);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-20">
      {index !== null && (
        <span
          className="absolute inset-y-2 overflow-clip rounded-bar border border-dashed border-control bg-panel px-2 pt-1 text-label text-ink-3"
          {...withStyle(placeOf(from, scale))}
        >
          Was here
        </span>
      )}
      <GhostBar
        span={to}
        judgment={judgment}
        label={judgment === null || isLong ? label : null}
        model={model}
        scale={scale}
      >
        {phase === 'saving' && ' · saving'}
      </GhostBar>
      {(!isLong || clash !== '') && (
        <LabelBelow left={at.left}>
          {isLong ? clash : [label, clash].filter((words) => words !== '').join(': ')}
        </LabelBelow>
      )}
    </div>
  );
}

/** The label of a bar in which it has no room. */
export function LabelBelow({ left, children }: { left: number; children: ReactNode }) {
  return (
    <span
      className="absolute top-full z-30 -mt-1 rounded-bar bg-panel px-1.5 py-0.5 text-label whitespace-nowrap shadow-2"
      {...withStyle({ left })}
    >
      {children}
    </span>
  );
}

/** An offer that is not there yet, and the days on which others are in its way. */
export function GhostBar({
  span,
  judgment,
  label,
  model,
  scale,
  children,
}: {
  span: DaySpan;
  /** `null` where the place is legal. */
  judgment: Judgment | null;
  /** `null` for none. */
  label: string | null;
  model: TimelineModel;
  scale: Scale;
  /** Stands after the label. */
  children?: ReactNode;
}) {
  return (
    <>
      {judgment?.hits.map(({ index: hit, days }) => (
        <span
          key={hit}
          className="absolute top-1 h-1 rounded-full bg-clay"
          {...withStyle(placeOf(days, scale))}
        />
      ))}
      <span
        className={classes(
          'absolute inset-y-2 flex items-center rounded-bar px-2 text-table whitespace-nowrap',
          judgment === null
            ? BAR_LOOK[offerState(span, model.today)]
            : 'translate-y-1 border-2 border-clay-line bg-clay-tint hatch-clay text-clay-ink',
          judgment === null && 'shadow-[0_0_0_2px_var(--panel),0_0_0_4px_var(--ink)]',
        )}
        {...withStyle(placeOf(span, scale))}
      >
        {label !== null && (
          <span
            className={classes(
              'max-w-full truncate font-emphasis',
              judgment !== null && 'rounded-bar bg-panel px-1',
            )}
          >
            {label}
            {children}
          </span>
        )}
      </span>
    </>
  );
}

/** Whether a text has room in a bar of a width, in pixels. */
export function fits(label: string, width: number): boolean {
  return textWidth(label, FONT_SIZE) + PADDING <= width;
}

/** The nearest free days, drawn under the lane of offers. */
export function FitsHere({ span, scale }: { span: DaySpan; scale: Scale }) {
  const place = placeOf(span, scale);
  const words = `Fits here: ${daysOf(span)}`;
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute top-[calc(max(var(--hero-bar),3rem)+1.25rem)] z-10 flex h-9 items-center justify-center overflow-clip rounded-bar border-2 border-dashed border-tide-line bg-panel px-2 text-table font-emphasis whitespace-nowrap text-tide-ink"
      {...withStyle(place)}
    >
      {fits(words, place.width) && words}
    </span>
  );
}

/** Where days are on the canvas, in pixels; what has no end reaches to its end. */
export function placeOf({ start, end }: DaySpan, scale: Scale) {
  const left = positionOf(scale, start);
  const right = end === null ? scale.width : positionOf(scale, end);
  return { left, width: Math.max(2, right - left - 1) };
}
