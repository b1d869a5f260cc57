import type { DateRange } from '../values/date-range';
import type { Device } from '../values/device';
import type { Format } from '../values/format';
import type { LanguageTag } from '../values/language-tag';
import type { License } from '../license/license';
import type { TermsData } from '../license/terms';
import type { RightsType } from '../values/rights-type';
import type { Territory } from '../values/territory';
import { formatDay, formatLength } from '../values/date-range';
import { deviceName } from '../values/device';
import { sharedFormats } from '../values/format';
import { languageName } from '../values/language-tag';
import { Languages } from '../values/languages';
import type { Offer } from '../license/offer';
import { formatsForSale } from '../license/price-list';
import { territoryName } from '../values/territory';
import { listed } from '../values/words';

/**
 * An offer with the rights type, territories and languages of its license: everything that decides whether it clashes with
 * another.
 */
export interface LicensedOffer {
  readonly licenseId: string;
  /**
   * The version at which the license was read. A decision based on it is stored only while it is still the latest version.
   */
  readonly licenseVersion: number;
  readonly licenseName: string;
  readonly rightsType: RightsType;
  readonly territories: readonly Territory[];
  /** `null` for all. */
  readonly formats: readonly Format[] | null;
  readonly languages: Languages;
  readonly offer: Offer;
}

/** A reference to an offer. Offers of a license never overlap, so the first day identifies an offer within its license. */
export interface OfferRef {
  readonly licenseId: string;
  readonly startsOn: string;
}

/** A place and time in which one customer would see two prices (C2). */
export interface Clash {
  readonly with: LicensedOffer;
  readonly territories: readonly Territory[];
  readonly devices: readonly Device[];
  /** `null` for all, but those held back. */
  readonly languages: readonly LanguageTag[] | null;
  /** `null` for all formats. */
  readonly formats: readonly Format[] | null;
  readonly days: DateRange;
}

/** An offer with the license's current name and those of its terms that decide on clashes. */
export function licensedOffer({ id, version, details }: License, offer: Offer): LicensedOffer {
  const { name, terms } = details;
  const { rightsType, territories, formats, languages } = terms;
  return {
    licenseId: id,
    licenseVersion: version,
    licenseName: name,
    rightsType,
    territories,
    formats,
    languages,
    offer,
  };
}

/** Each offer once: a title has it or not. */
export function distinct(offers: readonly LicensedOffer[]): readonly LicensedOffer[] {
  const textOf = (offer: LicensedOffer) => JSON.stringify(refOf(offer));
  return [...new Map(offers.map((offer) => [textOf(offer), offer])).values()];
}

/**
 * The licenses of some offers, with the versions at which they were read. A license that changed between two reads counts
 * with its older version, because what was read of it is inconsistent.
 */
export function licensesRead(offers: readonly LicensedOffer[]): Map<string, number> {
  const versions = new Map<string, number>();
  for (const { licenseId, licenseVersion } of offers)
    versions.set(licenseId, Math.min(licenseVersion, versions.get(licenseId) ?? Infinity));
  return versions;
}

export function refOf({ licenseId, offer }: LicensedOffer): OfferRef {
  return { licenseId, startsOn: offer.window.startsOn };
}

export function sameRef(a: OfferRef, b: OfferRef): boolean {
  return a.licenseId === b.licenseId && a.startsOn === b.startsOn;
}

/**
 * Finds where two offers of one title clash, or `null`. They clash when their rights types are the same and they share a
 * day, a territory, a device, a format and a language (C2). Two offers of one license never clash, because they never overlap
 * (L3).
 */
export function clashBetween(offer: LicensedOffer, other: LicensedOffer): Clash | null {
  if (offer.rightsType !== other.rightsType) return null;
  const days = offer.offer.window.intersection(other.offer.window);
  if (days === null) return null;
  const devices = offer.offer.devices.filter((device) => other.offer.devices.includes(device));
  if (devices.length === 0) return null;
  const formats = sharedFormats(formatsOf(offer), formatsOf(other));
  if (formats?.length === 0) return null;
  const there = new Set(other.territories);
  const territories = offer.territories.filter((territory) => there.has(territory));
  if (territories.length === 0) return null;
  const languages = offer.languages.sharedWith(other.languages);
  return languages?.length === 0
    ? null
    : { with: other, territories, devices, formats, languages, days };
}

/** The formats for which an offer has a price, `null` for all. */
export function formatsOf({
  formats,
  offer,
}: Pick<LicensedOffer, 'formats' | 'offer'>): readonly Format[] | null {
  return formatsForSale(formats, offer.prices);
}

/** Whether two terms decide alike on clashes of their license's offers with others (C2). */
export function clashAlike(some: TermsData, others: TermsData): boolean {
  return (
    some.rightsType === others.rightsType &&
    some.territories.join() === others.territories.join() &&
    some.formats?.join() === others.formats?.join() &&
    Languages.of(some.languages).equals(Languages.of(others.languages))
  );
}

/** Finds where an offer clashes with any of a title's other offers. */
export function clashesOf(offer: LicensedOffer, others: readonly LicensedOffer[]): Clash[] {
  return others.flatMap((other) =>
    sameRef(refOf(offer), refOf(other)) ? [] : (clashBetween(offer, other) ?? []),
  );
}

const MAX_NAMED = 3;

/**
 * Describes a clash as the end of a sentence: the offer, the territories, the devices, the formats and languages unless all,
 * and the days.
 */
export function describeClash({
  with: other,
  territories,
  devices,
  formats,
  languages,
  days,
}: Clash): string {
  const named = territories.slice(0, MAX_NAMED).map(territoryName);
  const spoken = languages?.slice(0, MAX_NAMED).map(languageName);
  const when =
    days.days === null
      ? `all days from ${formatDay(days.startsOn)}`
      : `${formatLength(days.days)}: ${days.toString()}`;
  return (
    `${other.offer.name} of the license ${other.licenseName} in ${listed(named, territories.length)} ` +
    `on ${listed(devices.map(deviceName))}` +
    (formats === null ? '' : ` in ${listed(formats)}`) +
    (spoken === undefined ? '' : ` in ${listed(spoken, languages?.length)}`) +
    ` (${when})`
  );
}
