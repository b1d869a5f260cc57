import fc from 'fast-check';
import type {
  AvailabilityQuestion,
  LicenseRights,
  TitleRights,
} from '../../src/domain/content/availability-question';
import type { TitleClosing } from '../../src/domain/closing';
import type { LicensedOffer } from '../../src/domain/content/clash';
import type { LanguagesData } from '../../src/domain/values/languages';
import type { Device } from '../../src/domain/values/device';
import type { Format } from '../../src/domain/values/format';
import type { PriceEntry } from '../../src/domain/price-table/price-cell';
import type { PriceLineData } from '../../src/domain/license/price-list';
import { clashesOf } from '../../src/domain/content/clash';
import { DateRange, isoDate } from '../../src/domain/values/date-range';
import { DEVICES, deviceSet } from '../../src/domain/values/device';
import { FORMATS } from '../../src/domain/values/format';
import { Languages, requireLanguageTag } from '../../src/domain/values/languages';
import { Prices } from '../../src/domain/price-table/prices';
import { Offer } from '../../src/domain/license/offer';
import { rightsType } from '../../src/domain/values/rights-type';
import { Takedown } from '../../src/domain/content/takedown';
import { territorySet } from '../../src/domain/values/territory';
import { anId } from './license-builders';
import { dayAt } from './license-moves';
import { someLanguages, TELLING_TAGS } from './random-languages';
import { onePrice, USUAL_KIND } from '../../src/domain/license/price-list';

const RIGHTS = ['SVOD', 'SVOD', 'SVOD', 'AVOD'];
const TERRITORIES = ['DE', 'JP', 'US'];
const SOME_DEVICES: readonly Device[] = DEVICES.slice(0, 3);
const SOME_FORMATS: readonly Format[] = FORMATS.slice(0, 3);

/** The range of days of rights and questions, as numbers for `dayAt`. */
export const RIGHTS_DAYS = { first: 10, last: 59 };

/** A number that represents a set: never empty, and the full set as often as all smaller ones together. */
const aSet = fc.nat(13);

/**
 * An offer without its position: free days before it, length, devices, its formats with whether the title has it, and its
 * tier, the smallest numbers none.
 */
const anOfferSeed = fc.tuple(fc.nat(5), fc.nat(9), aSet, fc.nat(27), fc.nat(5));
const aLicenseSeed = fc.tuple(
  fc.tuple(fc.nat(RIGHTS.length - 1), aSet, aSet, someLanguages, aSet),
  fc.tuple(fc.nat(35), fc.nat(34), fc.nat(3)),
  fc.array(anOfferSeed, { minLength: 1, maxLength: 5 }),
);

const CLOSINGS: readonly TitleClosing[] = [
  { kind: 'retired', reason: 'Rights reverted' },
  { kind: 'void', reason: 'Registered twice' },
];

/** Where a takedown applies (the smallest numbers everywhere), and on which days. */
const aTakedownSeed = fc.tuple(fc.nat(9), fc.nat(5), fc.nat(49), fc.nat(34), fc.nat(2));

type TakedownSeed = readonly [
  territories: number,
  rights: number,
  start: number,
  length: number,
  open: number,
];
type OfferSeed = readonly [
  gap: number,
  length: number,
  devices: number,
  look: number,
  tier: number,
];
type LicenseSeed = readonly [
  what: readonly [
    rights: number,
    territories: number,
    devices: number,
    languages: LanguagesData,
    formats: number,
  ],
  window: readonly [start: number, length: number, open: number],
  offers: readonly OfferSeed[],
];

const TIERS = ['Tier 1', 'Tier 2'];

/** A price table that says something of most tiers, in several currencies, and changes on some days. */
const someEntries: fc.Arbitrary<readonly PriceEntry[]> = fc.array(
  fc.record({
    tier: fc.constantFrom(...TIERS),
    rightsType: fc.constantFrom(...RIGHTS).map(rightsType),
    kind: fc.constant(USUAL_KIND),
    format: fc.constantFrom(null, null, null, ...SOME_FORMATS),
    territory: fc.constantFrom(null, null, null, ...territorySet(TERRITORIES)),
    currency: fc.constantFrom('USD', 'USD', 'EUR'),
    startsOn: fc.constantFrom(0, 0, 20, 30, 40, 50).map((number) => isoDate(dayAt(number))),
    price: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom<'not-sold' | 'same'>('not-sold', 'same') },
    ),
  }),
  { minLength: 6, maxLength: 20 },
);

/**
 * The rights of a random title, as storage accepts them: offers lie within their licenses and do not overlap (L2 to L4),
 * the title has at least one offer of each license (C1), and its offers do not clash (C2). One license in four is open, and
 * half of those have an open offer. One title in ten is closed, and has no offers. Half of the offers are on a tier.
 */
export const someRights: fc.Arbitrary<TitleRights> = fc
  .tuple(
    aLicenseSeed,
    fc.array(aLicenseSeed, { maxLength: 3 }),
    fc.array(aTakedownSeed, { maxLength: 2 }),
    fc.nat(19),
    someEntries,
  )
  .map(([first, others, seeds, closed, entries]): TitleRights => {
    const table = Prices.NONE.with(entries);
    const [title, takedowns] = [{ contentId: anId(), title: 'Title' }, seeds.map(takedownFrom)];
    const closing = CLOSINGS[19 - closed];
    if (closing !== undefined) return { ...title, licenses: [], takedowns, closing };
    const licenses: LicenseRights[] = [];
    for (const [index, seed] of [first, ...others].entries()) {
      const license = licenseOf(seed, index, licenses, table);
      if (license.assigned.length > 0) licenses.push(license);
    }
    return { ...title, licenses, takedowns, closing: null };
  });

const aTag = fc.constantFrom(...TELLING_TAGS);

/** A question that concerns most random rights: a day, or a span of up to forty. */
export const aQuestion: fc.Arbitrary<AvailabilityQuestion> = fc
  .tuple(fc.nat(9), fc.nat(7), fc.nat(7), fc.nat(64), fc.nat(59), fc.option(aTag), fc.nat(5))
  .map(([rights, territory, device, start, length, tag, format]) => ({
    rightsType: rightsType(rights === 0 ? 'AVOD' : 'SVOD'),
    territory: nth(territorySet(TERRITORIES), territory),
    device: nth(SOME_DEVICES, device),
    language: tag === null ? undefined : requireLanguageTag(tag, 'languages'),
    days: DateRange.of(dayAt(start), dayAt(start + 1 + Math.max(0, length - 20))),
    format: format < 3 ? nth(SOME_FORMATS, format) : null,
  }));

function takedownFrom(
  [territories, rights, start, length, open]: TakedownSeed,
  index: number,
): Takedown {
  const from = RIGHTS_DAYS.first + start;
  return Takedown.of({
    number: index + 2,
    days: { startsOn: dayAt(from), endsOn: open === 0 ? null : dayAt(from + 1 + length) },
    territories: territories < 2 ? null : setOf(TERRITORIES, territories - 2),
    rightsTypes: rights < 2 ? null : [nth(RIGHTS, rights)],
    reason: 'Rights dispute',
  });
}

function licenseOf(
  [[rights, territories, devices, languages, formats], [start, length, open], offers]: LicenseSeed,
  index: number,
  earlier: readonly LicenseRights[],
  table: Prices,
): LicenseRights {
  const { first } = RIGHTS_DAYS;
  const end = open === 0 ? null : first + start + 1 + length;
  const mine = setOf(SOME_DEVICES, devices);
  const empty: LicenseRights = {
    licenseId: anId(),
    licenseVersion: 1,
    licenseName: `License ${index + 1}`,
    studio: 'Studio',
    rightsType: rightsType(nth(RIGHTS, rights)),
    territories: territorySet(setOf(TERRITORIES, territories)),
    devices: deviceSet(mine),
    formats: formatsOf(formats),
    languages: Languages.of(languages),
    window: DateRange.of(dayAt(first + start), end === null ? null : dayAt(end)),
    table,
    assigned: [],
    unassigned: [],
  };
  const taken = earlier.flatMap((license) =>
    license.assigned.map((offer) => licensedFrom(license, offer)),
  );
  const assigned: Offer[] = [];
  const unassigned: Offer[] = [];
  for (const [offer, wanted] of offersOf(offers, first + start, end, empty)) {
    const free = clashesOf(licensedFrom(empty, offer), taken).length === 0;
    const none = assigned.length === 0 && unassigned.length === 0;
    ((wanted || none) && free ? assigned : unassigned).push(offer);
  }
  return { ...empty, assigned, unassigned };
}

/** Each offer with whether the title should have it. Offers beyond the window are omitted, except the first. */
function offersOf(
  seeds: readonly OfferSeed[],
  start: number,
  end: number | null,
  { devices, formats }: LicenseRights,
): (readonly [offer: Offer, wanted: boolean])[] {
  let next = start;
  return seeds.flatMap(([gap, length, some, look, tier], index) => {
    const from = next + (index === 0 && end !== null && next + gap >= end ? 0 : gap);
    if (end !== null && from >= end) return [];
    const isOpen = end === null && index === seeds.length - 1 && length % 2 === 0;
    const to = end === null ? from + 1 + length : Math.min(from + 1 + length, end);
    next = to;
    const offer = Offer.of({
      name: `Offer ${index + 1}`,
      prices: pricesOf(look >> 1, 99 + index, formats ?? SOME_FORMATS).map(onTier(tier)),
      window: { startsOn: dayAt(from), endsOn: isOpen ? null : dayAt(to) },
      devices: setOf(devices, some),
    });
    return [[offer, look % 2 === 1] as const];
  });
}

/** A price of one format most of the time, which lets several offers of a title run at once. */
function pricesOf(
  number: number,
  minor: number,
  formats: readonly Format[],
): readonly PriceLineData[] {
  const all = onePrice({ minor, currency: 'USD' });
  const [line] = all;
  if (number >= 11) return all;
  return number === 10
    ? formats.map((format) => ({ ...line, format }))
    : [{ ...line, format: nth(formats, number) }];
}

/** A price, or the tier in its place. */
function onTier(number: number): (line: PriceLineData) => PriceLineData {
  const tier = number < 3 ? null : nth(TIERS, number);
  return (line) => (tier === null ? line : { ...line, amount: null, tier });
}

function licensedFrom(license: LicenseRights, offer: Offer): LicensedOffer {
  const { licenseId, licenseVersion, licenseName, territories, formats, languages } = license;
  const rights = { rightsType: license.rightsType, territories, formats, languages };
  return { licenseId, licenseVersion, licenseName, ...rights, offer };
}

/** Some formats, or all of the vocabulary as often. */
function formatsOf(number: number): readonly Format[] | null {
  return number >= 7 ? null : setOf(SOME_FORMATS, number);
}

function setOf<T>(all: readonly T[], number: number): T[] {
  const some = all.filter((_, index) => ((number >> index) & 1) === 1);
  return number >= 7 || some.length === 0 ? [...all] : some;
}

function nth<T>(all: readonly T[], number: number): T {
  const one = all[number % all.length];
  if (one === undefined) throw new Error('There is none.');
  return one;
}
