import type {
  AnsweredDays,
  Availability,
  AvailabilityQuestion,
  Obstacle,
} from '../../src/domain/content/availability-question';
import type { DateRange } from '../../src/domain/values/date-range';
import type { ContentFilter } from '../../src/service/content/content-views';
import { many } from '../../src/service/one-of';
import { formatDay, formatLength } from '../../src/domain/values/date-range';
import { deviceName } from '../../src/domain/values/device';
import { bringBackAddress } from '../content/title-address';
import { languageName } from '../../src/domain/values/language-tag';
import { territoryName } from '../../src/domain/values/territory';

/** Titles that a question is about. */
export interface AskedTitles {
  readonly filter: ContentFilter;
  /** Number of titles listed in the URL; 0 if the filter selects them. */
  readonly named: number;
}

/** The question as text, for the heading of its answers. */
export function questionWords(question: AvailabilityQuestion, titles: AskedTitles): string {
  const { territory, device, rightsType, language, days } = question;
  const inLanguage = language === undefined ? '' : ` · ${languageName(language)}`;
  return (
    `Available in ${territoryName(territory)} · ${deviceName(device)} · ${rightsType}${inLanguage}: ` +
    `${titlesWords(titles)}, ${spanWords(days)}?`
  );
}

function titlesWords({ filter, named }: AskedTitles): string {
  if (named > 0)
    return named === 1 ? 'this title' : `these ${named.toLocaleString('en-US')} titles`;
  const { text, studio, kind } = filter;
  return [
    'every',
    kind === undefined ? 'title' : many(kind).join(' or '),
    ...(studio === undefined ? [] : [`of ${many(studio).join(' or ')}`]),
    ...(text === undefined ? [] : [`that matches “${text}”`]),
  ].join(' ');
}

function spanWords(days: DateRange): string {
  const { lastDay } = days;
  return lastDay === days.startsOn || lastDay === null
    ? `on ${formatDay(days.startsOn)}`
    : `every day ${formatDay(days.startsOn)} – ${formatDay(lastDay)} (${lengthWords(days)})`;
}

/** An answer as text, with the number of days it covers. */
export interface VerdictWords {
  readonly word: 'Yes' | 'No' | 'Partly';
  /** `all 40 days`, `24 of 40 days`; `null` if the question is about one day, or no day is available. */
  readonly extent: string | null;
  /** Date of the next availability, as text; `null` for a yes. */
  readonly nextYes: string | null;
}

export function verdictWords({ verdict, spans, nextYes }: Availability): VerdictWords {
  const all = total(spans);
  const yes = total(spans.filter(({ available }) => available));
  const next =
    nextYes === null
      ? 'No upcoming date'
      : `${verdict === 'no' ? 'Yes' : 'Yes again'} from ${formatDay(nextYes)}`;
  switch (verdict) {
    case 'yes':
      return { word: 'Yes', extent: all === 1 ? null : `all ${formatLength(all)}`, nextYes: null };
    case 'no':
      return { word: 'No', extent: null, nextYes: next };
    case 'partly':
      return {
        word: 'Partly',
        extent: `${yes.toLocaleString('en-US')} of ${formatLength(all)}`,
        nextYes: next,
      };
  }
}

function total(spans: readonly AnsweredDays[]): number {
  return spans.reduce((sum, { days }) => sum + (days.days ?? 0), 0);
}

/** Length of a span of the answer. A question's days have no open end. */
export function lengthWords({ days }: DateRange): string {
  return formatLength(days ?? 0);
}

/** Link to the page where an obstacle can be fixed. */
export interface Remedy {
  readonly address: string;
  readonly label: string;
  /** Label for viewers, who cannot edit. */
  readonly viewerLabel: string;
}

export function remedyFor(obstacle: Obstacle, contentId: string): Remedy {
  const title = { address: `/content/${contentId}`, viewerLabel: 'Open title' };
  switch (obstacle.kind) {
    case 'not-licensed-there':
      return { ...title, label: title.viewerLabel };
    case 'retired':
    case 'void':
      return { ...title, label: 'Bring back' };
    case 'taken-down':
      return {
        ...{ ...title, label: 'Bring back' },
        address: bringBackAddress(contentId, obstacle.takedown.number),
      };
    case 'not-assigned':
      return { ...title, label: 'Assign offer' };
    case 'blocked':
      return { ...title, label: 'Change its offers' };
    case 'no-offer':
      return { ...license(obstacle), label: 'Add an offer' };
    case 'not-for-device':
    case 'not-in-language':
    case 'held-back':
    case 'not-in-format':
    case 'not-started':
    case 'ended':
      return { ...license(obstacle), label: 'Open license' };
  }
}

function license({ license: { licenseId } }: { readonly license: { readonly licenseId: string } }) {
  return { address: licenseAddress(licenseId), viewerLabel: 'Open license' };
}

export function licenseAddress(id: string): string {
  return `/licenses/${id}`;
}
