import type { AvailabilityQuestion, LicenseRights, Obstacle } from './availability-question';
import type { LicensedOffer } from './clash';
import type { Offer } from '../license/offer';
import type { IsoDate } from '../values/date-range';
import type { LanguageTag } from '../values/language-tag';
import { clashesOf } from './clash';
import { formatsForSale } from '../license/price-list';

/**
 * Finds the reason why no license makes the title available on a day.
 *
 * @param relevant not empty; all of them cover the territory and the rights type
 */
export function obstacleOn(
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
  if (open.length === 0)
    return heldBack(day, question, forDevice, spoken) ?? beforeOrAfter(day, spoken);

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

/** Whether a license is for the language, where one is asked for. */
export function isInLanguage(
  { languages }: LicenseRights,
  { language }: AvailabilityQuestion,
): boolean {
  return language === undefined || languages.includes(language);
}

/** Whether an offer is for the device and, where one is asked for, the format. */
export function isFor(
  { formats }: LicenseRights,
  { devices, prices }: Offer,
  { device, format = null }: AvailabilityQuestion,
): boolean {
  const sold = formatsForSale(formats, prices);
  return devices.includes(device) && (format === null || sold === null || sold.includes(format));
}

/** The offers that run on a day. */
export function on(offers: readonly Offer[], day: IsoDate): Offer[] {
  return offers.filter(({ window }) => window.contains(day));
}

/** An offer with what its license says of it. */
export function licensedFrom(license: LicenseRights, offer: Offer): LicensedOffer {
  const { licenseId, licenseVersion, licenseName, rightsType, territories } = license;
  const { formats, languages } = license;
  const rights = { rightsType, territories, formats, languages };
  return { licenseId, licenseVersion, licenseName, ...rights, offer };
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
  if (holding !== undefined) return { kind: 'held-back', license: holding, language, until: null };
  const only = concerned.flatMap(({ languages }) => languages.allowed ?? []);
  return { kind: 'not-in-language', license: first(concerned), only: [...new Set(only)].sort() };
}

/** For a language that a license holds back while it runs, until one that is for it starts; `null` where neither is so. */
function heldBack(
  day: IsoDate,
  { language }: AvailabilityQuestion,
  licenses: readonly LicenseRights[],
  spoken: readonly LicenseRights[],
): Obstacle | null {
  if (language === undefined) return null;
  const [until] = upcomingOf(day, spoken);
  const license = licenses.find(
    ({ window, languages }) => window.contains(day) && languages.allows(language),
  );
  if (until === undefined || license === undefined) return null;
  return { kind: 'held-back', license, language, until };
}

/** Those that start after a day, the next one first. */
function upcomingOf(day: IsoDate, licenses: readonly LicenseRights[]): readonly LicenseRights[] {
  return licenses
    .filter(({ window }) => window.startsOn > day)
    .sort((a, b) => (a.window.startsOn < b.window.startsOn ? -1 : 1));
}

/** For a day on which no license runs: the next license to start, or else the one that ended last. */
function beforeOrAfter(day: IsoDate, licenses: readonly LicenseRights[]): Obstacle {
  const [next] = upcomingOf(day, licenses);
  if (next !== undefined)
    return { kind: 'not-started', license: next, startsOn: next.window.startsOn };
  const license = first(
    [...licenses].sort((a, b) => ((a.window.lastDay ?? '') > (b.window.lastDay ?? '') ? -1 : 1)),
  );
  const { lastDay } = license.window;
  if (lastDay === null) throw new Error('A license without an end has not ended.');
  return { kind: 'ended', license, lastDay };
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('There is none.');
  return item;
}
