import type { DaySpan, TimelineModel } from '../timeline/model';
import type { LicenseAction } from './license-address';
import type { Panel } from './use-license-editing';
import { dayNumber, isoDate } from '../../src/domain/values/date-range';
import { prefillOf } from './new-offer';

/** The form that a link to a license opens, and the days of a new offer: both inclusive, ISO 8601, `open` for no end. */
export interface OpenedForm {
  readonly action?: LicenseAction | undefined;
  readonly first?: string | undefined;
  readonly last?: string | undefined;
}

/** The panel that a link opens; none on a license that is closed, as far as the form does not fit one. */
export function openedPanel(
  { action, ...days }: OpenedForm,
  model: TimelineModel,
  baseVersion: number,
): Panel | null {
  switch (action) {
    case undefined:
      return null;
    case 'amend':
      return { kind: 'amend', baseVersion };
    case 'titles':
      return { kind: 'titles', startsOn: null, baseVersion };
    case 'new-offer':
      return { kind: 'new', prefill: prefillOf(freeWithin(days, model), model), baseVersion };
  }
}

/** The first free days of a license within the days that were asked for; `null` where there are none. */
export function freeWithin(
  { first, last }: Omit<OpenedForm, 'action'>,
  { window, offers }: Pick<TimelineModel, 'window' | 'offers'>,
): DaySpan | null {
  if (first === undefined) return null;
  const asked = {
    start: dayNumber(isoDate(first)),
    end: last === undefined || last === 'open' ? null : dayNumber(isoDate(last)) + 1,
  };
  let start = Math.max(asked.start, window.start);
  const end = earlier(asked.end, window.end);
  for (const offer of offers) {
    if (offer.end !== null && offer.end <= start) continue;
    if (end !== null && offer.start >= end) break;
    if (offer.start > start) return { start, end: offer.start };
    if (offer.end === null) return null;
    start = offer.end;
  }
  return end === null || start < end ? { start, end } : null;
}

/** The earlier of two ends; `null` is none. */
function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
