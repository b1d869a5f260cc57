import type { LicenseClosing } from '../../../src/domain/closing';
import type { OfferData } from '../../../src/domain/license/offer';
import type { DateRangeData, IsoDate } from '../../../src/domain/values/date-range';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { LicenseClosingInput } from '../../../src/wire/forms/closing';
import {
  DateRange,
  daysBetween,
  formatDay,
  formatLength,
} from '../../../src/domain/values/date-range';
import { counted } from '../../timeline/model';

/** What the form of a closing is called. */
export function closingTitle(kind: LicenseClosing['kind'], licenses: number): string {
  const verb = kind === 'void' ? 'Void' : 'End';
  return licenses === 1 ? `${verb} license` : `${verb} ${counted(licenses, 'license')}`;
}

/**
 * The button that closes: its day and its side effect, `End after 30 Jun, retire 1 title`.
 *
 * @param lastDay ISO 8601, or anything else while no day is typed
 * @param retired how many titles have nothing left
 */
export function sendWords(
  kind: LicenseClosing['kind'],
  { licenses, lastDay, retired }: { licenses: number; lastDay: string; retired: number },
): string {
  const what = licenses === 1 ? '' : ` ${counted(licenses, 'license')}`;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(lastDay);
  const act =
    kind === 'void'
      ? `Void${what === '' ? ' license' : what}`
      : `End${what === '' && !isDay ? ' license' : what}${isDay ? ` after ${shortDay(lastDay)}` : ''}`;
  return retired === 0 ? act : `${act}, retire ${counted(retired, 'title')}`;
}

/** A day without its year, which stands in the field. */
function shortDay(day: string): string {
  return formatDay(day).replace(/ \d{4}$/, '');
}

/**
 * What stands under the last day: what it was, and by how much it differs; of a day in the past, that history stays.
 *
 * @param was the last day of the license, `null` while it is open
 */
export function lastDayWords(was: IsoDate | null, lastDay: IsoDate, today: IsoDate): string {
  const by = was === null ? 0 : daysBetween(was, lastDay);
  const difference = by === 0 ? '' : `, ${by < 0 ? '−' : '+'}${formatLength(Math.abs(by))}`;
  const before = was === null ? 'Was open' : `Was ${formatDay(was)}${difference}`;
  return lastDay < today
    ? `${before}. Rights ended ${formatDay(lastDay)}. History keeps what was shown until today.`
    : before;
}

/** A number of the effect, with the word below it. */
export interface EffectNumber {
  readonly count: number;
  readonly words: string;
  /** What the number asks for: nothing, attention, or that something is lost. */
  readonly tone: 'plain' | 'attention' | 'loss';
}

/** What closing does, in four numbers; those that are 0 are left out. */
export function effectNumbers(preview: ClosingPreview): readonly EffectNumber[] {
  const cut = preview.licenses.filter((one) => one.cut !== null).length;
  const withdrawn = preview.licenses.reduce((sum, one) => sum + one.withdrawn.length, 0);
  const numbers: readonly EffectNumber[] = [
    { count: cut, words: cut === 1 ? 'offer is cut' : 'offers are cut', tone: 'plain' },
    {
      count: withdrawn,
      words: withdrawn === 1 ? 'offer is withdrawn' : 'offers are withdrawn',
      tone: 'loss',
    },
    {
      count: preview.darkTitles,
      words: preview.darkTitles === 1 ? 'title goes dark' : 'titles go dark',
      tone: 'attention',
    },
    {
      count: preview.retiredTitles,
      words: preview.retiredTitles === 1 ? 'title is retired' : 'titles are retired',
      tone: 'plain',
    },
  ];
  return numbers.filter(({ count }) => count > 0);
}

/** What is said where no offer is touched. */
export function noEffectWords(kind: LicenseClosing['kind']): string {
  return kind === 'void'
    ? 'It has no offers: no title loses anything.'
    : 'Nothing is cut. The license only ends earlier.';
}

/** What becomes of the titles that are named nowhere else; `null` when there are none. */
export function otherTitlesWords({
  titles,
  darkTitles,
  retiredTitles,
}: ClosingPreview): string | null {
  const named = darkTitles + retiredTitles;
  const rest = titles - named;
  if (rest <= 0) return null;
  const noun = rest === 1 ? 'title' : 'titles';
  const who = `${rest.toLocaleString('en-US')} ${named > 0 ? `more ${noun}` : noun}`;
  return rest === 1
    ? `${who} loses days, and has another offer there that ends no sooner.`
    : `${who} lose days, and have another offer there that ends no sooner.`;
}

/** The days of an offer that fall away: `1 Jul – 31 Aug 2027 falls away, 62 days`. */
export function cutWords(before: OfferData, after: OfferData): string {
  const [gone] = rangeOf(before.window).outside(rangeOf(after.window));
  if (gone === undefined) return '';
  return gone.days === null
    ? `${gone.toString()} falls away`
    : `${gone.toString()} falls away, ${formatLength(gone.days)}`;
}

/** The days of an offer. */
export function windowWords(window: DateRangeData): string {
  return rangeOf(window).toString();
}

function rangeOf({ startsOn, endsOn }: DateRangeData): DateRange {
  return DateRange.of(startsOn, endsOn);
}

/**
 * What was closed, once it is saved: `Ended after 30 Jun 2027`
 *
 * @param licenses how many were closed at once
 */
export function closedWords(plan: LicenseClosingInput, licenses = 1): string {
  const which = licenses === 1 ? '' : ` ${counted(licenses, 'license')}`;
  return plan.kind === 'void' ? `Voided${which}` : `Ended${which} after ${formatDay(plan.lastDay)}`;
}
