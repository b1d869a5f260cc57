import type { ReactNode } from 'react';
import type { ClosedLicense } from '../../../src/service/license/closing-preview';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { TimelineModel } from '../../timeline/model';
import { MiniAxis } from '../../timeline/mini-axis';
import { MiniTimeline } from '../../timeline/mini-timeline';
import { StripScale } from '../../timeline/strip-scale';
import { classes } from '@/ui/classes';
import { dayNumber } from '../../../src/domain/values/date-range';
import { losesOffers } from '../../../src/domain/license/license-closing';
import { daysModel } from '../../timeline/days-model';
import { counted, daySpan } from '../../timeline/model';
import { modelAfter } from './model-after';

/** A year, shown of what has no end. */
const YEAR = 366;

/** A license before and after it is closed, on one scale. */
export function BeforeAfter({ model, effect }: { model: TimelineModel; effect: ClosedLicense }) {
  const after = modelAfter(model, effect);
  const from = daySpan(effect.before).start;
  const to = endOf({ ...model, window: daySpan(effect.before) });
  const shown = { start: from, end: to };
  return (
    <div className="rounded-popover border border-line bg-panel px-3 pb-1">
      <div className="ms-16">
        <MiniAxis from={from} to={to} today={model.today} />
      </div>
      <StripScale shown={shown} today={model.today}>
        <Row name="Before">
          <MiniTimeline model={model} shown={shown} />
        </Row>
        <Row name="After">
          <MiniTimeline model={after} shown={shown} />
        </Row>
      </StripScale>
    </div>
  );
}

/** Several licenses before and after they are closed, all on one scale: those of which it was looked up what they keep. */
export function SeveralBeforeAfter({
  licenses,
  today,
}: {
  licenses: readonly ClosedLicense[];
  today: IsoDate;
}) {
  const drawn = licenses.flatMap((effect) => {
    if (effect.kept === null) return [];
    const { before, kept, cut, withdrawn } = effect;
    const gone = [...withdrawn, ...(cut === null ? [] : [cut.before])].map(({ window }) => window);
    const offers = [...kept, ...gone].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    return [{ effect, model: daysModel(before, offers, today) }];
  });
  if (drawn.length === 0) return null;
  const from = Math.min(...drawn.map(({ model }) => model.window.start));
  const to = Math.max(...drawn.map(({ model }) => endOf(model)));
  const shown = { start: from, end: to };
  const more = licenses.filter(losesOffers).length - drawn.length;
  return (
    <div className="rounded-popover border border-line bg-panel px-3 pb-1">
      <div className="ms-16">
        <MiniAxis from={from} to={to} today={dayNumber(today)} />
      </div>
      <StripScale shown={shown} today={dayNumber(today)}>
        {drawn.map(({ effect, model }) => (
          <section key={effect.licenseId} aria-label={effect.name} className="border-t border-line">
            <h4 className="pt-1 font-emphasis break-words">{effect.name}</h4>
            <Row name="Before" isFirst>
              <MiniTimeline model={model} shown={shown} />
            </Row>
            <Row name="After">
              <MiniTimeline model={modelAfter(model, effect)} shown={shown} />
            </Row>
          </section>
        ))}
      </StripScale>
      {more > 0 && (
        <p className="border-t border-line py-1.5 text-ink-3">
          and {counted(more, 'more license')} with offers that are cut or withdrawn
        </p>
      )}
    </div>
  );
}

/** The last day that is drawn of a license. */
function endOf({ window, today, offers }: TimelineModel): number {
  return window.end ?? Math.max(today, ...offers.map(({ end, start }) => end ?? start)) + YEAR;
}

function Row({
  name,
  isFirst = false,
  children,
}: {
  name: string;
  /** Whether a heading stands right above it. */
  isFirst?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classes('flex items-center', !isFirst && 'border-t border-line')}>
      <span className="w-16 shrink-0 text-ink-2">{name}</span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
