import type { LicenseClosing, LicenseClosingPlan } from '../closing';
import type { LicenseClosed, LicenseReopened } from './license-change';
import type { Timeline } from './timeline';
import { closingReason } from '../closing';
import { DateRange, LastDayTooLate, LATEST, isoDate } from '../values/date-range';
import { EndNotEarlier, EndsBeforeStart } from './closing-errors';

/**
 * The change that closes a license: cuts the offer that runs across the last day, and withdraws the offers that begin
 * after it. A void license keeps its window and loses all its offers.
 *
 * @param timeline the days from the new end on must be known; for a void license, all days
 * @throws EndsBeforeStart, EndNotEarlier, LastDayTooLate, InvalidDate, InvalidText for the reason
 */
export function closingBy(
  plan: LicenseClosingPlan,
  window: DateRange,
  timeline: Timeline,
): LicenseClosed {
  const closing = { kind: plan.kind, reason: closingReason(plan.reason) };
  if (plan.kind === 'void') {
    const offers = timeline.during(window).map((offer) => offer.toData());
    const [before, after] = [window.toData(), window.toData()];
    return { kind: 'license-closed', closing, before, after, replaced: null, offers };
  }
  const after = endedAfter(window, plan.lastDay);
  const gone = goneWith(after);
  const ending = timeline.during(gone);
  const across = ending.find((offer) => offer.window.startsOn < gone.startsOn);
  const cut = across?.at(DateRange.of(across.window.startsOn, after.endsOn));
  return {
    kind: 'license-closed',
    closing,
    before: window.toData(),
    after: after.toData(),
    replaced:
      across === undefined || cut === undefined
        ? null
        : { before: across.toData(), after: cut.toData() },
    offers: ending.filter((offer) => offer !== across).map((offer) => offer.toData()),
  };
}

/** The days that must be known of a timeline to close its license; `undefined` is all of them. */
export function daysToClose(plan: LicenseClosingPlan): readonly DateRange[] | undefined {
  if (plan.kind === 'void') return undefined;
  return [DateRange.of(plan.lastDay, null)];
}

/** Whether closing a license cuts or withdraws offers of it. */
export function losesOffers({
  cut,
  withdrawn,
}: {
  readonly cut: object | null;
  readonly withdrawn: readonly object[];
}): boolean {
  return cut !== null || withdrawn.length > 0;
}

/** The plan that a closing carried out. */
export function planOf({ closing: { kind, reason }, after }: LicenseClosed): LicenseClosingPlan {
  if (kind === 'void') return { kind, reason };
  const { lastDay } = DateRange.of(after.startsOn, after.endsOn);
  if (lastDay === null) throw new Error('An ended license has a last day.');
  return { kind, lastDay, reason };
}

/** Whether a license is closed in the way that a reopening takes back. */
export function isClosedSo(
  closing: LicenseClosing | null,
  window: DateRange,
  { closing: wanted, before }: LicenseReopened,
): boolean {
  return (
    closing?.kind === wanted.kind &&
    closing.reason === wanted.reason &&
    window.equals(DateRange.of(before.startsOn, before.endsOn))
  );
}

/** A license's window when it ends after a day. @throws EndsBeforeStart, EndNotEarlier, LastDayTooLate, InvalidDate */
function endedAfter(window: DateRange, day: string): DateRange {
  const lastDay = isoDate(day);
  if (lastDay < window.startsOn) throw new EndsBeforeStart(window.startsOn);
  if (window.lastDay !== null && lastDay >= window.lastDay) throw new EndNotEarlier(window);
  if (lastDay === LATEST)
    throw new LastDayTooLate('To keep the window open, do not end the license.');
  return DateRange.fromDays(window.startsOn, lastDay);
}

/** The days after a window that has an end. */
function goneWith({ endsOn }: DateRange): DateRange {
  if (endsOn === null) throw new Error('An ended license has a last day.');
  return DateRange.of(endsOn, null);
}
