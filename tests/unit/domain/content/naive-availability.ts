import type {
  AvailabilityQuestion,
  LicenseRights,
  Obstacle,
  TitleRights,
} from '../../../../src/domain/content/availability-question';
import type { IsoDate } from '../../../../src/domain/values/date-range';
import type { LanguageTag } from '../../../../src/domain/values/language-tag';
import type { Offer } from '../../../../src/domain/license/offer';
import { addDays } from '../../../../src/domain/values/date-range';
import { isAmong, TELLING_TAGS } from '../../../builders/random-languages';
import { FORMATS } from '../../../../src/domain/values/format';

/** The correct answers for one day: its offers, or all reasons of the kind that takes precedence. */
export type NaiveAnswer =
  | { readonly given: readonly { readonly license: LicenseRights; readonly offer: Offer }[] }
  | { readonly reasons: readonly Obstacle[] };

/** Decides one day on its own by a plain search of the licenses. */
export function naiveAnswer(
  { licenses, takedowns, closing }: TitleRights,
  { territory, device, rightsType, language, format }: AvailabilityQuestion,
  day: IsoDate,
): NaiveAnswer {
  if (closing !== null) return { reasons: [closing] };
  const there = licenses.filter((license) => license.territories.some((one) => one === territory));
  const relevant = there.filter((license) => license.rightsType === rightsType);
  const down = takedowns.filter(
    (takedown) =>
      has(takedown.days, day) &&
      (takedown.territories === null || takedown.territories.includes(territory)) &&
      (takedown.rightsTypes === null || takedown.rightsTypes.includes(rightsType)),
  );
  if (relevant.length > 0 && down.length > 0)
    return { reasons: down.map((takedown) => ({ kind: 'taken-down', takedown })) };

  const isSpoken = (license: LicenseRights) =>
    language === undefined || isAmong(language, license.languages);
  const given = relevant
    .filter(isSpoken)
    .flatMap((license) =>
      license.assigned
        .filter(
          (offer) =>
            has(offer.window, day) && goesTo(offer, device) && isIn({ license, offer }, format),
        )
        .map((offer) => ({ license, offer })),
    );
  if (given.length > 0) return { given };

  if (relevant.length === 0) {
    const otherwise = there.map((license) => license.rightsType).sort();
    return { reasons: [{ kind: 'not-licensed-there', otherwise: withoutRepeats(otherwise) }] };
  }
  const onDevice = relevant.filter((license) => goesTo(license, device));
  if (onDevice.length === 0) {
    const running = relevant.filter(({ window }) => has(window, day));
    return {
      reasons: (running.length > 0 ? running : relevant).map((license) => ({
        kind: 'not-for-device',
        license,
        offer: null,
      })),
    };
  }
  const spoken = onDevice.filter(isSpoken);
  if (spoken.length === 0 && language !== undefined)
    return { reasons: unspoken(onDevice, language, day) };
  const running = spoken.filter(({ window }) => has(window, day));
  if (running.length === 0) {
    const holding = onDevice.filter(
      (license) =>
        language !== undefined && has(license.window, day) && isSoldIn(license, language),
    );
    const reasons = beforeOrAfter(spoken, day);
    if (language === undefined || reasons[0]?.kind !== 'not-started' || holding.length === 0)
      return { reasons };
    return {
      reasons: reasons.flatMap((next) =>
        next.kind === 'not-started'
          ? holding.map((license) => ({
              kind: 'held-back' as const,
              license,
              language,
              until: next.license,
            }))
          : [],
      ),
    };
  }

  const everywhere = licenses.flatMap((license) =>
    license.assigned.map((offer) => ({ license, offer })),
  );
  const assignable: Obstacle[] = [];
  const blocked: Obstacle[] = [];
  for (const license of running)
    for (const offer of license.unassigned) {
      if (!has(offer.window, day) || !goesTo(offer, device) || !isIn({ license, offer }, format))
        continue;
      const inTheWay = everywhere.filter((other) =>
        haveACustomerInCommon({ license, offer }, other),
      );
      if (inTheWay.length === 0) assignable.push({ kind: 'not-assigned', license, offer });
      for (const other of inTheWay) {
        const { licenseId, licenseVersion, licenseName, territories } = other.license;
        const { formats, languages } = other.license;
        const from = { licenseId, licenseVersion, licenseName, territories, formats, languages };
        const by = { ...from, offer: other.offer };
        blocked.push({ kind: 'blocked', license, offer, by: { ...by, rightsType } });
      }
    }
  if (assignable.length > 0) return { reasons: assignable };
  if (blocked.length > 0) return { reasons: blocked };

  const elsewhere = running.flatMap((license) =>
    license.assigned
      .filter(({ window }) => has(window, day))
      .map((offer): Obstacle => ({
        kind: goesTo(offer, device) ? 'not-in-format' : 'not-for-device',
        license,
        offer,
      })),
  );
  if (elsewhere.length > 0) return { reasons: elsewhere };
  return { reasons: running.map((license) => ({ kind: 'no-offer', license })) };
}

function unspoken(
  licenses: readonly LicenseRights[],
  language: LanguageTag,
  day: IsoDate,
): Obstacle[] {
  const running = licenses.filter(({ window }) => has(window, day));
  const concerned = running.length > 0 ? running : licenses;
  const holding = concerned.filter((license) => isSoldIn(license, language));
  if (holding.length > 0)
    return holding.map((license) => ({ kind: 'held-back', license, language, until: null }));
  const tags = concerned.flatMap(({ languages }) => languages.allowed ?? []).sort();
  const only = withoutRepeats(tags);
  return concerned.map((license) => ({ kind: 'not-in-language', license, only }));
}

/** Whether a license is for a language but for what it holds back. */
function isSoldIn({ languages: { allowed } }: LicenseRights, language: LanguageTag): boolean {
  return allowed === null || isAmong(language, { allowed, heldBack: [] });
}

function beforeOrAfter(licenses: readonly LicenseRights[], day: IsoDate): Obstacle[] {
  const upcoming = licenses.filter(({ window }) => window.startsOn > day);
  const soonest = upcoming.map(({ window }) => window.startsOn).sort()[0];
  if (soonest !== undefined)
    return upcoming
      .filter(({ window }) => window.startsOn === soonest)
      .map((license) => ({ kind: 'not-started', license, startsOn: soonest }));
  const ends = licenses.map(({ window }) => window.endsOn).sort();
  const latest = ends.at(-1);
  if (latest === undefined || latest === null) throw new Error('What is open has not ended.');
  return licenses
    .filter(({ window }) => window.endsOn === latest)
    .map((license) => ({ kind: 'ended', license, lastDay: addDays(latest, -1) }));
}

interface Placed {
  readonly license: LicenseRights;
  readonly offer: Offer;
}

function haveACustomerInCommon(one: Placed, other: Placed): boolean {
  if (one.license.licenseId === other.license.licenseId) return false;
  if (one.license.rightsType !== other.license.rightsType) return false;
  const place = one.license.territories.some((code) => other.license.territories.includes(code));
  const device = one.offer.devices.some((code) => other.offer.devices.includes(code));
  const format = FORMATS.some((code) => isIn(one, code) && isIn(other, code));
  const [mine, theirs] = [one.license.languages, other.license.languages];
  const language = TELLING_TAGS.some((tag) => isAmong(tag, mine) && isAmong(tag, theirs));
  const days = haveADayInCommon(one.offer.window, other.offer.window);
  return place && device && format && language && days;
}

interface Days {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
}

/** The later of two spans begins on a day of the earlier one, or they share no day. */
function haveADayInCommon(one: Days, other: Days): boolean {
  return has(one, other.startsOn) || has(other, one.startsOn);
}

function has({ startsOn, endsOn }: Days, day: IsoDate): boolean {
  return day >= startsOn && (endsOn === null || day < endsOn);
}

function goesTo({ devices }: { readonly devices: readonly string[] }, device: string): boolean {
  return devices.some((one) => one === device);
}

/** Whether an offer has a price for a format of its license, or any where none is asked for. */
function isIn({ license, offer }: Placed, format: string | null = null): boolean {
  const formats = offer.prices.toData().map((line) => line.format);
  const isLicensed = license.formats === null || license.formats.some((one) => one === format);
  return format === null || (isLicensed && (formats.includes(null) || formats.includes(format)));
}

function withoutRepeats<T>(sorted: readonly T[]): T[] {
  return sorted.filter((one, index) => one !== sorted[index - 1]);
}
