import type {
  AnsweredDays,
  Availability,
  AvailabilityQuestion,
  Obstacle,
} from '../../src/domain/content/availability';
import type { DateRange } from '../../src/domain/values/date-range';
import type { ContentFilter } from '../../src/service/views';
import { formatDay, formatLength } from '../../src/domain/values/date-range';
import { deviceName } from '../../src/domain/values/device';
import { territoryName } from '../../src/domain/values/territory';

/** Which titles a question is about. */
export interface AskedTitles {
  readonly filter: ContentFilter;
  /** How many the address names; 0 when the filter chooses. */
  readonly named: number;
}

/** The question, read back: what the answers below are answers to. */
export function questionWords(question: AvailabilityQuestion, titles: AskedTitles): string {
  const { territory, device, rightsType, days } = question;
  return (
    `Available in ${territoryName(territory)} · ${deviceName(device)} · ${rightsType}: ` +
    `${titlesWords(titles)}, ${spanWords(days)}?`
  );
}

function titlesWords({ filter, named }: AskedTitles): string {
  if (named > 0)
    return named === 1 ? 'this title' : `these ${named.toLocaleString('en-US')} titles`;
  const { text, studio, kind } = filter;
  return [
    'every',
    kind ?? 'title',
    ...(studio === undefined ? [] : [`of ${studio}`]),
    ...(text === undefined ? [] : [`that matches “${text}”`]),
  ].join(' ');
}

function spanWords(days: DateRange): string {
  const { lastDay } = days;
  return lastDay === days.startsOn || lastDay === null
    ? `on ${formatDay(days.startsOn)}`
    : `every day ${formatDay(days.startsOn)} – ${formatDay(lastDay)} (${lengthWords(days)})`;
}

/** The answer in a word, and how many of the days it covers. */
export interface VerdictWords {
  readonly word: 'Yes' | 'No' | 'Partly';
  /** `all 40 days`, `24 of 40 days`; `null` when one day was asked about, or none is available. */
  readonly extent: string | null;
  /** When it becomes yes; `null` for a yes. */
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

/** How long a span of the answer is; a question's days never are open. */
export function lengthWords({ days }: DateRange): string {
  return formatLength(days ?? 0);
}

/** Where an obstacle can be put right. */
export interface Remedy {
  readonly address: string;
  readonly words: string;
  /** What the way is called for who only looks. */
  readonly look: string;
}

export function remedyFor(obstacle: Obstacle, contentId: string): Remedy {
  const title = { address: `/content/${contentId}`, look: 'Open title' };
  switch (obstacle.kind) {
    case 'not-licensed-there':
      return { ...title, words: title.look };
    case 'not-assigned':
      return { ...title, words: 'Assign offer' };
    case 'blocked':
      return { ...title, words: 'Change its offers' };
    case 'no-offer':
      return { ...license(obstacle), words: 'Add an offer' };
    case 'not-for-device':
    case 'not-started':
    case 'ended':
      return { ...license(obstacle), words: 'Open license' };
  }
}

function license({ license: { licenseId } }: { readonly license: { readonly licenseId: string } }) {
  return { address: licenseAddress(licenseId), look: 'Open license' };
}

export function licenseAddress(id: string): string {
  return `/licenses/${id}`;
}
