import type { ClosedLicense } from '../../../src/service/license/closing-preview';
import type { TimelineModel } from '../../timeline/model';
import { daySpan } from '../../timeline/model';

/** The timeline of a license as it is once it is closed: without what falls away, and with the offer that is cut. */
export function modelAfter(
  model: TimelineModel,
  { after, cut, withdrawn }: Pick<ClosedLicense, 'after' | 'cut' | 'withdrawn'>,
): TimelineModel {
  const gone = new Set(withdrawn.map(({ window }) => daySpan(window).start));
  const shorter = cut === null ? null : daySpan(cut.after.window);
  return {
    ...model,
    window: daySpan(after),
    offers: model.offers
      .filter(({ start }) => !gone.has(start))
      .map((offer) => (offer.start === shorter?.start ? { ...offer, end: shorter.end } : offer)),
  };
}
