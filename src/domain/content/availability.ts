import type { TitleClosing } from '../closing';
import type { LicensedOffer } from './clash';
import type { Takedown } from './takedown';
import type { LanguageTag } from '../values/language-tag';
import type { Languages } from '../values/languages';
import type { Device } from '../values/device';
import type { Format } from '../values/format';
import type { RightsType } from '../values/rights-type';
import type { Territory } from '../values/territory';
import { clashesOf } from './clash';
import type { IsoDate } from '../values/date-range';
import type { Offer } from '../license/offer';
import { formatsForSale } from '../license/price-list';
import { DateRange } from '../values/date-range';

/**
 * The question whether a title may be shown: in which territory, on which device, under which rights type, on which days, and
 * in which format and language; any will do without them.
 */
export interface AvailabilityQuestion {
  readonly territory: Territory;
  readonly device: Device;
  readonly rightsType: RightsType;
  readonly language?: LanguageTag | undefined;
  /** Half-open, at least one day. The end is never open. */
  readonly days: DateRange;
  /** Any format will do without it. */
  readonly format?: Format | null;
}

/** The rights of one license, as far as they concern a title. */
export interface LicenseRights {
  readonly licenseId: string;
  readonly licenseVersion: number;
  readonly licenseName: string;
  readonly studio: string;
  readonly rightsType: RightsType;
  readonly territories: readonly Territory[];
  readonly devices: readonly Device[];
  /** `null` for all. */
  readonly formats: readonly Format[] | null;
  readonly languages: Languages;
  readonly window: DateRange;
  /** The offers assigned to the title. */
  readonly assigned: readonly Offer[];
  /** The license's offers that are not assigned to the title, at least those that run on one of the days asked about. */
  readonly unassigned: readonly Offer[];
}

/** The rights of a title: every license of which it has an offer. */
export interface TitleRights {
  readonly contentId: string;
  readonly title: string;
  readonly licenses: readonly LicenseRights[];
  readonly takedowns: readonly Takedown[];
  /** Why it is not in the catalog; `null` while it is. */
  readonly closing: TitleClosing | null;
}

/** The reason why a title may not be shown on some days, with the license to correct. */
export type Obstacle =
  /** The title is retired, or void. */
  | TitleClosing
  /** The title is taken down there. */
  | { readonly kind: 'taken-down'; readonly takedown: Takedown }
  /** No license covers the territory for the rights type. `otherwise` lists the rights types that are licensed there. */
  | { readonly kind: 'not-licensed-there'; readonly otherwise: readonly RightsType[] }
  /** The license does not cover the device, or its offer on those days excludes it. */
  | {
      readonly kind: 'not-for-device';
      readonly license: LicenseRights;
      readonly offer: Offer | null;
    }
  /** None of the licenses allows the language; `license` is one of them. `only` lists what they allow. */
  | {
      readonly kind: 'not-in-language';
      readonly license: LicenseRights;
      readonly only: readonly LanguageTag[];
    }
  /** The license holds the language back. */
  | { readonly kind: 'held-back'; readonly license: LicenseRights; readonly language: LanguageTag }
  /** The license has an offer on those days, but it has no price for the format. */
  | { readonly kind: 'not-in-format'; readonly license: LicenseRights; readonly offer: Offer }
  | { readonly kind: 'not-started'; readonly license: LicenseRights; readonly startsOn: IsoDate }
  | { readonly kind: 'ended'; readonly license: LicenseRights; readonly lastDay: IsoDate }
  /** The license covers the days but has no offer on them. */
  | { readonly kind: 'no-offer'; readonly license: LicenseRights }
  /** The license has an offer that is not assigned to the title. */
  | { readonly kind: 'not-assigned'; readonly license: LicenseRights; readonly offer: Offer }
  /** The license has an offer that cannot be assigned, because it clashes with one of the title's offers (C2). */
  | {
      readonly kind: 'blocked';
      readonly license: LicenseRights;
      readonly offer: Offer;
      readonly by: LicensedOffer;
    };

/** An offer of a title, with its license. */
export interface GivenOffer {
  readonly license: LicenseRights;
  readonly offer: Offer;
}

/** Consecutive days with the same answer. */
export type AnsweredDays =
  | (GivenOffer & {
      readonly available: true;
      readonly days: DateRange;
      /** Further offers on the same days, for other formats. */
      readonly others: readonly GivenOffer[];
    })
  | { readonly available: false; readonly days: DateRange; readonly obstacle: Obstacle };

export interface Availability {
  /** Whether the title is available on all of the days, none or some. */
  readonly verdict: 'yes' | 'no' | 'partly';
  /** In date order. Together they cover the days asked about exactly. */
  readonly spans: readonly AnsweredDays[];
  /** The first available day after the first unavailable one; `null` when there is none. */
  readonly nextYes: IsoDate | null;
}

/**
 * Decides whether a title may be shown; no other code does. A title is available on a day when one of its offers runs on
 * that day, includes the device and the format, and belongs to a license for the rights type, the territory and the language.
 * By C2 there is at most one for each format and language.
 */
export function availabilityOf(
  { licenses, takedowns, closing }: TitleRights,
  question: AvailabilityQuestion,
): Availability {
  if (closing !== null) return notInCatalog(closing, question);
  const { territory, rightsType, days } = question;
  const there = licenses.filter(({ territories }) => territories.includes(territory));
  const relevant = there.filter((license) => license.rightsType === rightsType);
  const standing =
    relevant.length === 0 ? [] : takedowns.filter((takedown) => takedown.covers(question));
  const spans = merged(
    pieces(days, relevant, standing).map((piece): AnsweredDays => {
      const day = piece.startsOn;
      const takedown = standing.find((one) => one.days.contains(day));
      if (takedown !== undefined)
        return { available: false, days: piece, obstacle: { kind: 'taken-down', takedown } };
      const [given, ...others] = relevant.flatMap((license) =>
        isInLanguage(license, question)
          ? on(license.assigned, day)
              .filter((offer) => isFor(license, offer, question))
              .map((offer) => ({ license, offer }))
          : [],
      );
      if (given !== undefined) return { available: true, days: piece, ...given, others };
      const obstacle: Obstacle =
        relevant.length === 0
          ? {
              kind: 'not-licensed-there',
              otherwise: [...new Set(there.map((license) => license.rightsType))].sort(),
            }
          : obstacleOn(day, question, relevant, allAssigned(licenses));
      return { available: false, days: piece, obstacle };
    }),
  );
  const yes = spans.filter(({ available }) => available);
  return {
    verdict: yes.length === spans.length ? 'yes' : yes.length === 0 ? 'no' : 'partly',
    spans,
    nextYes: nextYes(spans, question, relevant, standing),
  };
}

/** A title that is not in the catalog has no offers: the answer is the same on every day. */
function notInCatalog(obstacle: TitleClosing, { days }: AvailabilityQuestion): Availability {
  return { verdict: 'no', spans: [{ available: false, days, obstacle }], nextYes: null };
}

/** Whether an offer is for the device and, where one is asked for, the format. */
function isFor(
  { formats }: LicenseRights,
  { devices, prices }: Offer,
  { device, format = null }: AvailabilityQuestion,
): boolean {
  const sold = formatsForSale(formats, prices);
  return devices.includes(device) && (format === null || sold === null || sold.includes(format));
}

/** Splits the days at every start and end that could change the answer. */
function pieces(
  days: DateRange,
  licenses: readonly LicenseRights[],
  takedowns: readonly Takedown[],
): DateRange[] {
  const windows = licenses.flatMap(({ window, assigned, unassigned }) => [
    window,
    ...[...assigned, ...unassigned].map((offer) => offer.window),
  ]);
  windows.push(...takedowns.map((takedown) => takedown.days));
  const inside = windows
    .flatMap(({ startsOn: start, endsOn: end }) => (end === null ? [start] : [start, end]))
    .filter((day) => day > days.startsOn && (days.endsOn === null || day < days.endsOn));
  const starts = [days.startsOn, ...new Set(inside.sort())];
  return starts.map((start, index) => DateRange.of(start, starts[index + 1] ?? days.endsOn));
}

/**
 * Finds the reason why no license makes the title available on a day.
 *
 * @param relevant not empty; all of them cover the territory and the rights type
 */
function obstacleOn(
  day: IsoDate,
  question: AvailabilityQuestion,
  relevant: readonly LicenseRights[],
  assigned: readonly LicensedOffer[],
): Obstacle {
  const { device } = question;
  const forDevice = relevant.filter(({ devices }) => devices.includes(device));
  if (forDevice.length === 0) {
    const license = relevant.find(({ window }) => window.contains(day)) ?? first(relevant);
    return { kind: 'not-for-device', license, offer: null };
  }
  const spoken = forDevice.filter((license) => isInLanguage(license, question));
  const { language } = question;
  if (spoken.length === 0 && language !== undefined) return unspoken(day, language, forDevice);
  const open = spoken.filter(({ window }) => window.contains(day));
  if (open.length === 0) return beforeOrAfter(day, spoken);

  let blocked: Obstacle | null = null;
  for (const license of open) {
    for (const offer of on(license.unassigned, day)) {
      if (!isFor(license, offer, question)) continue;
      const [clash] = clashesOf(licensedFrom(license, offer), assigned);
      if (clash === undefined) return { kind: 'not-assigned', license, offer };
      blocked ??= { kind: 'blocked', license, offer, by: clash.with };
    }
  }
  if (blocked !== null) return blocked;
  for (const license of open) {
    const [offer] = on(license.assigned, day);
    if (offer === undefined) continue;
    const kind = offer.devices.includes(device) ? 'not-in-format' : 'not-for-device';
    return { kind, license, offer };
  }
  return { kind: 'no-offer', license: first(open) };
}

function isInLanguage({ languages }: LicenseRights, { language }: AvailabilityQuestion): boolean {
  return language === undefined || languages.includes(language);
}

/**
 * For a language in which no license is: the one that holds it back, or what they are for, of the licenses that run on the
 * day, or else of all.
 */
function unspoken(
  day: IsoDate,
  language: LanguageTag,
  licenses: readonly LicenseRights[],
): Obstacle {
  const running = licenses.filter(({ window }) => window.contains(day));
  const concerned = running.length === 0 ? licenses : running;
  const holding = concerned.find(({ languages }) => languages.allows(language));
  if (holding !== undefined) return { kind: 'held-back', license: holding, language };
  const only = concerned.flatMap(({ languages }) => languages.allowed ?? []);
  return { kind: 'not-in-language', license: first(concerned), only: [...new Set(only)].sort() };
}

/** For a day on which no license runs: the next license to start, or else the one that ended last. */
function beforeOrAfter(day: IsoDate, licenses: readonly LicenseRights[]): Obstacle {
  const upcoming = licenses
    .filter(({ window }) => window.startsOn > day)
    .sort((a, b) => (a.window.startsOn < b.window.startsOn ? -1 : 1));
  if (upcoming.length > 0) {
    const license = first(upcoming);
    return { kind: 'not-started', license, startsOn: license.window.startsOn };
  }
  const license = first(
    [...licenses].sort((a, b) => ((a.window.lastDay ?? '') > (b.window.lastDay ?? '') ? -1 : 1)),
  );
  const { lastDay } = license.window;
  if (lastDay === null) throw new Error('A license without an end has not ended.');
  return { kind: 'ended', license, lastDay };
}

function nextYes(
  spans: readonly AnsweredDays[],
  question: AvailabilityQuestion,
  relevant: readonly LicenseRights[],
  takedowns: readonly Takedown[],
): IsoDate | null {
  const firstNo = spans.findIndex(({ available }) => !available);
  if (firstNo === -1) return null;
  const within = spans.slice(firstNo).find(({ available }) => available);
  if (within !== undefined) return within.days.startsOn;
  const { endsOn: end } = question.days;
  if (end === null) return null;
  const later = relevant
    .filter((license) => isInLanguage(license, question))
    .flatMap((license) => license.assigned.filter((offer) => isFor(license, offer, question)))
    .flatMap(({ window }) => window.outsideAll(takedowns.map((takedown) => takedown.days)))
    .filter((window) => window.endsOn === null || window.endsOn > end)
    .map((window) => (window.startsOn > end ? window.startsOn : end))
    .sort();
  return later[0] ?? null;
}

/** Merges neighboring spans with the same answer. */
function merged(spans: readonly AnsweredDays[]): AnsweredDays[] {
  const result: AnsweredDays[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last !== undefined && keyOf(last) === keyOf(span))
      result[result.length - 1] = { ...last, days: last.days.hull(span.days) };
    else result.push(span);
  }
  return result;
}

function keyOf(span: AnsweredDays): string {
  if (span.available)
    return [span, ...span.others]
      .map(({ license, offer }) => `yes ${license.licenseId} ${offer.window.startsOn}`)
      .join();
  const { obstacle } = span;
  if (obstacle.kind === 'not-licensed-there' || 'reason' in obstacle) return obstacle.kind;
  if (obstacle.kind === 'taken-down') return `${obstacle.kind} ${obstacle.takedown.number}`;
  const offer = 'offer' in obstacle ? (obstacle.offer?.window.startsOn ?? '') : '';
  const only = 'only' in obstacle ? obstacle.only.join() : '';
  return `${obstacle.kind} ${obstacle.license.licenseId} ${offer}${only}`;
}

function on(offers: readonly Offer[], day: IsoDate): Offer[] {
  return offers.filter(({ window }) => window.contains(day));
}

function allAssigned(licenses: readonly LicenseRights[]): LicensedOffer[] {
  return licenses.flatMap((license) =>
    license.assigned.map((offer) => licensedFrom(license, offer)),
  );
}

function licensedFrom(license: LicenseRights, offer: Offer): LicensedOffer {
  const { licenseId, licenseVersion, licenseName, rightsType, territories } = license;
  const { formats, languages } = license;
  const rights = { rightsType, territories, formats, languages };
  return { licenseId, licenseVersion, licenseName, ...rights, offer };
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('There is none.');
  return item;
}
