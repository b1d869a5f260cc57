import { Fragment, useMemo } from 'react';
import type { Scale } from '../geometry/scale';
import type { TimelineModel } from '../model';
import type { PlannedSpan } from './use-timeline-moving';
import { daysOf } from '../model';
import { fits, GhostBar, LabelBelow, placeOf } from './ghost';
import { judged } from './placement';
import { clashWords } from './words';

/** What the patch under a label on a hatched ghost takes of its width, in pixels. */
const PATCH = 20;

/**
 * Offers that a form would make, where they would be, with what stands against them. The form says the same in words, so they
 * are for the eye only.
 */
export function PlannedOffers({
  planned,
  hasResult,
  model,
  scale,
}: {
  planned: readonly PlannedSpan[];
  /** Whether what they would lead to is shown, too, right below. */
  hasResult: boolean;
  model: TimelineModel;
  scale: Scale;
}) {
  const ghosts = useMemo(
    () =>
      planned.map(({ name, start, end, replaces }) => {
        const span = { start, end };
        const own = model.offers.findIndex((offer) => offer.start === replaces);
        const index = own < 0 ? null : own;
        const judgment = judged({ grip: 'move', index, from: span, to: span }, model);
        const short = `${name} ${daysOf(span)}`;
        const against = judgment === null ? '' : clashWords(judgment, model);
        return { span, judgment, labels: [`${short}. ${against}`, short, name] };
      }),
    [planned, model],
  );
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-20">
      {ghosts.map(({ span, judgment, labels: [long = '', short = '', name = ''] }, index) => {
        const { left, width } = placeOf(span, scale);
        const room = judgment === null ? width : width - PATCH;
        const words = [...(judgment === null ? [] : [long]), short, name];
        const number = ghosts.length === 1 ? null : String(index + 1);
        const label = words.find((one) => fits(one, room)) ?? number;
        return (
          <Fragment key={span.start}>
            <GhostBar span={span} judgment={judgment} label={label} model={model} scale={scale} />
            {label === null && ghosts.length === 1 && !hasResult && (
              <LabelBelow left={left}>{short}</LabelBelow>
            )}
          </Fragment>
        );
      })}
    </div>
  );
}
