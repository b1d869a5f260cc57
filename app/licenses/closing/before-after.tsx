import type { ReactNode } from 'react';
import type { ClosedLicense } from '../../../src/service/license/closing-preview';
import type { TimelineModel } from '../../timeline/model';
import { MiniAxis } from '../../timeline/mini-axis';
import { MiniTimeline } from '../../timeline/mini-timeline';
import { daySpan } from '../../timeline/model';
import { modelAfter } from './model-after';

/** A year, shown of what has no end. */
const YEAR = 366;

/** A license before and after it is closed, on one scale. */
export function BeforeAfter({ model, effect }: { model: TimelineModel; effect: ClosedLicense }) {
  const after = modelAfter(model, effect);
  const { start, end } = daySpan(effect.before);
  const last = Math.max(model.today, ...model.offers.map((offer) => offer.end ?? offer.start));
  const [from, to] = [start, end ?? last + YEAR];
  return (
    <div className="rounded-popover border border-line bg-panel px-3 pb-1">
      <div className="ms-16">
        <MiniAxis from={from} to={to} today={model.today} />
      </div>
      <Row name="Before">
        <MiniTimeline model={model} from={from} to={to} />
      </Row>
      <Row name="After">
        <MiniTimeline model={after} from={from} to={to} />
      </Row>
    </div>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-center border-t border-line">
      <span className="w-16 shrink-0 text-ink-2">{name}</span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
