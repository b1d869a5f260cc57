import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LicensedOffer } from '../../../../src/domain/content/clash';
import {
  clashBetween,
  clashesOf,
  describeClash,
  licensedOffer,
  refOf,
  sameRef,
} from '../../../../src/domain/content/clash';
import { DEVICES } from '../../../../src/domain/values/device';
import { FORMATS } from '../../../../src/domain/values/format';
import { RIGHTS_TYPES } from '../../../../src/domain/values/rights-type';
import { aLicensedOffer } from '../../../builders/content-builders';
import { runs } from '../../../builders/effort';
import { aLicense, anOffer, days, inFormats } from '../../../builders/license-builders';
import { dayAt } from '../../../builders/license-moves';
import { isAmong, someLanguages, TELLING_TAGS } from '../../../builders/random-languages';

const first = aLicensedOffer({ heldBack: ['fr'], offer: { prices: inFormats(['SD']) } });

describe('two offers of one title', () => {
  it('C2: clash when rights type, territory, device and day are the same', () => {
    const other = aLicensedOffer({
      territories: ['MX', 'US'],
      offer: { window: days('2026-02-28', null), devices: ['mobile', 'tv'] },
    });

    expect(clashBetween(first, other)).toMatchObject({
      with: other,
      territories: ['US'],
      devices: ['tv'],
      languages: null,
      days: days('2026-02-28', '2026-02-28'),
    });
  });

  it('C2: clash in the languages that both are for', () => {
    const other = aLicensedOffer({ languages: ['de', 'en', 'fr-CA'], heldBack: ['en-GB'] });

    expect(clashBetween(first, other)).toMatchObject({ languages: ['de', 'en'] });
  });

  it.each([
    ['as another rights type', { rightsType: 'AVOD' }],
    ['in other territories', { territories: ['DE', 'MX'] }],
    ['in other languages', { languages: ['fr'] }],
    ['on other devices', { offer: { devices: ['mobile'] } }],
    ['in other formats', { offer: { prices: inFormats(['HD', 'UHD']) } }],
    ['in other formats of its license', { formats: ['HD', 'UHD'] }],
    ['on the days after', { offer: { window: days('2026-03-01', null) } }],
    ['on the days before', { offer: { window: days('2026-01-01', '2026-01-31') } }],
  ])('do not clash %s', (_where, parts) => {
    expect(clashBetween(first, aLicensedOffer(parts))).toBeNull();
  });

  it('clash in the same places in either order, as a day-by-day comparison shows', () => {
    const reached = { clash: 0, none: 0, open: 0 };
    fc.assert(
      fc.property(anyOffer, anyOffer, (one, other) => {
        const clash = clashBetween(one, other);
        const again = clashBetween(other, one);
        expect(again && { ...again, with: one }).toEqual(clash && { ...clash, with: one });
        expect(placesOf(clash)).toEqual(naivePlaces(one, other));
        reached[clash === null ? 'none' : 'clash'] += 1;
        if (clash?.days.endsOn === null) reached.open += 1;
      }),
      { numRuns: runs(2_000) },
    );
    const few = runs(2_000) / 50;
    expect(Object.entries(reached).filter(([, times]) => times < few)).toEqual([]);
  });
});

describe('an offer and the offers of a title', () => {
  it('clashes with each that shares a customer, and never with itself', () => {
    const [second, third] = [aLicensedOffer(), aLicensedOffer({ rightsType: 'AVOD' })];

    const clashes = clashesOf(first, [first, second, third]);

    expect(clashes.map((clash) => clash.with)).toEqual([second]);
  });

  it('equals another with its first day on the same license only', () => {
    const ref = refOf(first);

    expect(sameRef(ref, { licenseId: first.licenseId, startsOn: '2026-02-01' })).toBe(true);
    expect(sameRef(ref, { ...ref, startsOn: '2026-02-02' })).toBe(false);
    expect(sameRef(ref, refOf(aLicensedOffer()))).toBe(false);
  });

  it('has the values of its license that decide', () => {
    const offer = anOffer();
    const license = aLicense({ version: 7, offers: [offer] });
    const { name, terms } = license.details;

    expect(licensedOffer(license, offer)).toEqual({
      licenseId: license.id,
      licenseVersion: 7,
      licenseName: name,
      rightsType: terms.rightsType,
      territories: terms.territories,
      formats: terms.formats,
      languages: terms.languages,
      offer,
    });
  });
});

describe('the description of a clash', () => {
  const other = aLicensedOffer({
    licenseName: 'Winter slate',
    territories: ['CA', 'DE', 'JP', 'MX', 'US'],
    offer: { name: 'PREM', window: days('2026-02-10', null), devices: ['tv', 'mobile'] },
  });
  const words = (one: LicensedOffer) => {
    const clash = clashBetween(one, other);
    return clash === null ? '' : describeClash(clash);
  };

  it('has offer, license, territories, devices and days', () => {
    expect(words(first)).toBe(
      'PREM of the license Winter slate in Canada and United States on TV in SD (19 days: 10 – 28 Feb 2026)',
    );
  });

  it('has the languages, unless they are all', () => {
    const spoken = aLicensedOffer({ languages: ['de', 'en', 'es', 'fr', 'it'] });

    expect(words(spoken)).toBe(
      'PREM of the license Winter slate in Canada and United States on TV ' +
        'in German, English, Spanish and 2 more (19 days: 10 – 28 Feb 2026)',
    );
  });

  it('counts further territories, and has no last day if it is open', () => {
    const everywhere = aLicensedOffer({
      territories: other.territories,
      offer: { window: days('2026-01-01', null) },
    });

    expect(words(everywhere)).toBe(
      'PREM of the license Winter slate in Canada, Germany, Japan and 2 more on TV ' +
        '(all days from 10 Feb 2026)',
    );
  });
});

const TERRITORIES = ['CA', 'DE', 'US'];
const SOME_DEVICES = DEVICES.slice(0, 3);
const SOME_FORMATS = FORMATS.slice(0, 2);
/** All random windows with an end have ended by then. */
const CALENDAR = Array.from({ length: 60 }, (_, number) => dayAt(number));

const anyOffer = fc
  .record({
    rights: fc.constantFrom(...Object.keys(RIGHTS_TYPES).slice(0, 2)),
    territories: fc.subarray(TERRITORIES, { minLength: 1 }),
    devices: fc.subarray(SOME_DEVICES, { minLength: 1 }),
    start: fc.nat(29),
    length: fc.nat(29),
    open: fc.nat(1),
    languages: someLanguages,
    formats: fc.oneof(fc.constant(null), fc.subarray<string>(SOME_FORMATS, { minLength: 1 })),
  })
  .map(({ rights, territories, devices, start, length, open, languages, formats }) =>
    aLicensedOffer({
      rightsType: rights,
      territories,
      ...(languages.allowed === null ? {} : { languages: languages.allowed }),
      heldBack: languages.heldBack,
      offer: {
        devices,
        prices: inFormats(formats),
        window: { startsOn: dayAt(start), endsOn: open === 0 ? null : dayAt(start + 1 + length) },
      },
    }),
  );

/** A comparison of every day, territory, device and format. */
function naivePlaces(one: LicensedOffer, other: LicensedOffer): string[] {
  const isSold = ({ territories, offer }: LicensedOffer, [where, what, how, day]: string[]) =>
    territories.some((territory) => territory === where) &&
    offer.devices.some((device) => device === what) &&
    offer.prices.lines.some(({ format }) => format === null || format === how) &&
    [...CALENDAR.keys()].some(
      (number) =>
        CALENDAR[number] === day &&
        CALENDAR.indexOf(offer.window.startsOn) <= number &&
        (offer.window.endsOn === null || CALENDAR.indexOf(offer.window.endsOn) > number),
    );
  if (one.rightsType !== other.rightsType) return [];
  const [mine, theirs] = [one.languages, other.languages];
  if (!TELLING_TAGS.some((tag) => isAmong(tag, mine) && isAmong(tag, theirs))) return [];
  return everyPlace()
    .filter((place) => isSold(one, place) && isSold(other, place))
    .map((place) => place.join(' '));
}

function everyPlace(): string[][] {
  return TERRITORIES.flatMap((territory) =>
    SOME_DEVICES.flatMap((device) =>
      SOME_FORMATS.flatMap((format) => CALENDAR.map((day) => [territory, device, format, day])),
    ),
  );
}

function placesOf(clash: ReturnType<typeof clashBetween>): string[] {
  if (clash === null) return [];
  const { startsOn: start, endsOn: end } = clash.days;
  const formats: readonly string[] = clash.formats ?? SOME_FORMATS;
  return everyPlace()
    .filter(
      ([territory = '', device = '', format = '', day = '']) =>
        clash.territories.some((one) => one === territory) &&
        clash.devices.some((one) => one === device) &&
        formats.includes(format) &&
        start <= day &&
        (end === null || day < end),
    )
    .map((place) => place.join(' '));
}
