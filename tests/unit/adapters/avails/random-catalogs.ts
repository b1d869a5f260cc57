import fc from 'fast-check';
import type { KnownTitle } from '../../../../src/domain/avails/avail-ids';
import type { SoldTitle } from '../../../../src/domain/avails/avail-rows';
import type { AvailUse } from '../../../../src/domain/avails/right-cells';
import type {
  StoredLicense,
  StoredRights,
} from '../../../../src/domain/avails/planning/stored-rights';
import type { ContentDetailsData } from '../../../../src/domain/content/content-details';
import type { OfferData } from '../../../../src/domain/license/offer';
import { addDays, isoDate } from '../../../../src/domain/values/date-range';
import { Takedown } from '../../../../src/domain/content/takedown';
import { eidrOf } from '../../../../src/domain/content/identifier';
import { RIGHTS_TYPES, rightsType } from '../../../../src/domain/values/rights-type';
import { someContentDetails } from '../../../builders/content-builders';
import { someTerms } from '../../../builders/license-builders';
import { isByFormat } from '../../../../src/domain/avails/planning/lines';
import { UNRESTRICTED } from '../../../../src/domain/license/terms';

const STUDIO = 'Northlight';
const CONTRACT = {
  id: '00000000-0000-4000-8000-00000000c0de',
  studio: STUDIO,
  reference: 'NL-1',
  closing: null,
};

/** The titles for sale, as stored and as exported. */
interface Catalog {
  readonly stored: StoredRights;
  readonly sold: readonly SoldTitle[];
}

const ids = fc.uuid();

/** What a format costs: an amount of some kind, or a tier. Both of one kind alone can be a tier. */
const lines = fc
  .record({
    kind: fc.constantFrom('WSP', 'SRP', 'DMRP'),
    minor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_999_999 })),
    tier: fc.option(fc.constantFrom('Tier 1', 'Tier 2', 'New Release'), { freq: 3 }),
  })
  .map(({ kind, ...price }) => ({ kind: price.tier === null ? kind : 'WSP', ...price }));

/** Consecutive offers, touching or with gaps; the last may be open. */
const timelines: fc.Arbitrary<OfferData[]> = fc
  .tuple(
    fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 40 }),
        days: fc.integer({ min: 1, max: 400 }),
        prices: fc.oneof(fc.tuple(lines), fc.array(lines, { minLength: 2, maxLength: 3 })),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
    fc.boolean(),
  )
  .map(([phases, currency, isOpen]) => {
    let at = isoDate('2026-01-01');
    return phases.map(({ gap, days, prices: chosen }, place) => {
      const start = addDays(at, gap);
      at = addDays(start, days);
      const end = isOpen && place === phases.length - 1 ? null : at;
      const prices = chosen.map(({ kind, minor, tier }, format) => ({
        format: chosen.length === 1 ? null : (['SD', 'HD', 'UHD'][format] ?? null),
        kind,
        amount: tier === null ? { minor, currency } : null,
        tier,
      }));
      return {
        name: `Phase ${place}`,
        prices,
        window: { startsOn: start, endsOn: end },
        devices: ['tv'],
      };
    });
  });

/** Licenses of different kinds, so that no title has two prices at once. */
const licenses = fc
  .uniqueArray(
    fc.record({
      id: ids,
      rightsType: fc.constantFrom(...Object.keys(RIGHTS_TYPES)),
      territories: fc.subarray(['CA', 'DE', 'FR', 'US'], { minLength: 1 }),
      offers: timelines,
      languages: fc.constantFrom(
        UNRESTRICTED.languages,
        { allowed: null, heldBack: ['es'] },
        { allowed: ['en', 'fr-CA'], heldBack: [] },
        { allowed: ['fr'], heldBack: ['fr-CA'] },
      ),
      exclusive: fc.boolean(),
      formats: fc.constantFrom(null, ['SD', 'HD', 'UHD']),
    }),
    { selector: ({ rightsType }) => rightsType, minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ id, offers: all, ...terms }): StoredLicense => {
      const offers = isByFormat(rightsType(terms.rightsType)) ? all : all.map(withOnePrice);
      const window = { startsOn: '2026-01-01', endsOn: null };
      const details = { name: `License ${id}`, notes: '', terms: someTerms({ ...terms, window }) };
      const about = { contractId: CONTRACT.id, studio: STUDIO, titleIds: new Set<string>() };
      const unused = { closing: null, usedStarts: new Set<string>() };
      return { id, version: 2, ...about, details, offers, ...unused };
    }),
  );

/** Subscriptions have one price: the best format stands for all. */
function withOnePrice({ prices: [first, ...others], ...offer }: OfferData): OfferData {
  const prices = first === undefined ? others : [{ ...first, format: null }];
  return { ...offer, prices };
}

const words = fc
  .tuple(
    fc.constantFrom('', '=', '+', '-', '@', "'", "'="),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }),
  )
  .map(([start, rest]) => `${start}${rest}`.trim())
  .filter((text) => /[a-z]/i.test(text) && !text.startsWith('//'));

/** No identifier, an ALID, an EIDR, both, or one of another scheme; unique to each title. */
const identifiers = fc
  .record({
    alid: fc.boolean(),
    eidr: fc.boolean(),
    other: fc.boolean(),
    digits: fc.uuid().map((id) => id.replaceAll('-', '')),
  })
  .map(({ alid, eidr, other, digits }) => [
    ...(eidr ? [{ scheme: 'eidr', value: eidrOf(digits.slice(0, 20)) }] : []),
    ...(alid ? [{ scheme: 'alid', value: `md:alid:org:northlight.example:${digits}` }] : []),
    ...(other ? [{ scheme: 'other', value: `md:cid:org:northlight.example:${digits}` }] : []),
  ]);

const named = (kind: string, parts: Partial<ContentDetailsData> = {}): fc.Arbitrary<KnownTitle> =>
  fc
    .record({
      id: ids,
      title: words,
      identifiers,
      releaseYear: fc.option(fc.integer({ min: 1900, max: 2030 })),
    })
    .map(({ id, ...details }) => ({
      id,
      details: someContentDetails({ studio: STUDIO, kind, ...details, ...parts }),
    }));

/** Some offers of some licenses. */
const usesOf = (all: readonly StoredLicense[]): fc.Arbitrary<AvailUse[]> =>
  fc.subarray(
    all.flatMap(({ id, details: { terms }, offers }) =>
      offers.map((offer): AvailUse => {
        return { contract: CONTRACT, license: { id, ...terms }, offer, origins: [] };
      }),
    ),
    { minLength: 1 },
  );

const alone = { parents: [], members: [], episodes: 0, isSoldInParts: false, takedowns: [] };

/** Takedowns of everything, or of some places, that begin and end in any offer's window. */
const takedowns: fc.Arbitrary<Takedown[]> = fc
  .array(
    fc
      .record({
        from: fc.integer({ min: 0, max: 900 }),
        days: fc.option(fc.integer({ min: 1, max: 300 })),
        territories: fc.option(fc.subarray(['CA', 'DE', 'FR', 'US'], { minLength: 1 })),
        rightsTypes: fc.option(fc.subarray(Object.keys(RIGHTS_TYPES), { minLength: 1 })),
      })
      .map(({ from, days, ...where }) => {
        const startsOn = addDays(isoDate('2026-01-01'), from);
        const endsOn = days === null ? null : addDays(startsOn, days);
        return { days: { startsOn, endsOn }, ...where, reason: 'Rights dispute' };
      }),
    { maxLength: 2 },
  )
  .map((all) => all.map((data, place) => Takedown.of({ number: place + 2, ...data })));

const movies = (all: readonly StoredLicense[]): fc.Arbitrary<SoldTitle[]> =>
  fc.tuple(named('movie'), usesOf(all)).map(([title, uses]) => [{ ...title, ...alone, uses }]);

/** A series with a season that is only a parent of its episodes, or is also sold by an ALID. */
const series = (all: readonly StoredLicense[]): fc.Arbitrary<SoldTitle[]> =>
  fc
    .record({
      top: named('series'),
      season: named('season', { position: 1 }),
      episodes: fc.array(fc.tuple(named('episode'), usesOf(all)), { minLength: 1, maxLength: 3 }),
      own: fc.option(usesOf(all)),
    })
    .map(({ top, season: bare, episodes, own }) => {
      const season = { ...bare, details: { ...bare.details, parentId: top.id } };
      const [first] = episodes;
      const shared = first?.[1].slice(0, 1) ?? [];
      const count = episodes.length;
      return [
        { ...top, ...alone, isSoldInParts: true, uses: shared },
        {
          ...season,
          ...alone,
          parents: [top],
          episodes: count,
          isSoldInParts: own === null,
          uses: own ?? shared,
        },
        ...episodes.map(([{ id, details }, uses], place) => ({
          ...{ id, ...alone, parents: [season, top], episodes: count, uses },
          details: { ...details, parentId: season.id, position: place + 1 },
        })),
      ];
    });

/** A bundle with members that are also sold individually. */
const bundles = (all: readonly StoredLicense[]): fc.Arbitrary<SoldTitle[]> =>
  fc
    .record({
      bundle: fc.tuple(named('bundle'), usesOf(all)),
      members: fc.array(fc.tuple(named('movie'), usesOf(all)), { minLength: 1, maxLength: 3 }),
    })
    .map(({ bundle: [bundle, uses], members }) => {
      const inside = members.map(([{ id, details }, own]) => ({
        ...{ id, ...alone, uses: own },
        details: { ...details, parentId: bundle.id },
      }));
      return [{ ...bundle, ...alone, members: inside, uses }, ...inside];
    });

export const catalogs: fc.Arbitrary<Catalog> = licenses.chain((all) =>
  fc
    .array(fc.oneof(movies(all), series(all), bundles(all)), { minLength: 1, maxLength: 4 })
    .chain((groups) => fc.tuple(...groups.flat().map(withTakedowns)))
    .map((sold) => ({ sold, stored: storedOf(all, sold) })),
);

function withTakedowns(title: SoldTitle): fc.Arbitrary<SoldTitle> {
  return takedowns.map((down) => ({ ...title, takedowns: down }));
}

function storedOf(all: readonly StoredLicense[], sold: readonly SoldTitle[]): StoredRights {
  const uses = sold.flatMap(({ id, uses: own }) => own.map((use) => ({ id, use })));
  return {
    contracts: [CONTRACT],
    licenses: new Map(
      all.map((license) => {
        const own = uses.filter(({ use }) => use.license.id === license.id);
        const titleIds = new Set(own.map(({ id }) => id));
        const usedStarts = new Set<string>(own.map(({ use }) => use.offer.window.startsOn));
        return [license.id, { ...license, titleIds, usedStarts }];
      }),
    ),
    titles: sold.map(({ id, details, uses: own, takedowns: down }) => ({
      id,
      version: 1,
      details,
      takedowns: down.map((takedown) => takedown.toData()),
      // By people and by imports in turn.
      deletions: down.flatMap(({ number }) => (number % 2 === 0 ? [number] : [])),
      closing: null,
      offers: own.map(({ license, offer }) => ({
        licenseId: license.id,
        startsOn: isoDate(offer.window.startsOn),
      })),
    })),
    earlierRows: new Map(),
    rows: new Map(),
  };
}
