import { describe, expect, it } from 'vitest';
import type { CountedFilter, LicenseFilter } from '../../../../src/service/license/license-views';
import type { OfferData } from '../../../../src/domain/license/offer';
import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { closeLicense } from '../../../../src/service/license/close-license';
import { generateOffers } from '../../../../src/service/license/generate-offers';
import { grantLicense } from '../../../../src/service/license/license-service';
import { aCommand } from '../../../builders/command-builders';
import {
  aName,
  anId,
  anOfferData,
  days,
  someDetails,
  type DetailsParts,
} from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { SeedData } from '../../support-titles';

/* The filters of the list by several values and by days, on 1 June 2026; and how many licenses each value would leave. */

const TODAY = '2026-06-01';
const YEAR = days('2026-01-01', '2026-12-31');
const database = await testDatabase();
const views = new PrismaLicenseViews(database.prisma);
const studio = aName('Studio');
const other = aName('Other');
const seed = new SeedData(database.unitOfWork);
const contracts = { [studio]: await seed.contract(studio), [other]: await seed.contract(other) };

const offered = (first: string, last: string | null) => anOfferData({ window: days(first, last) });

await grant('Empty', { window: YEAR });
await grant('Whole', { window: YEAR }, [offered('2026-01-01', '2026-12-31')]);
await grant('Until 10 June', { window: YEAR }, [offered('2026-01-01', '2026-06-10')]);
await grant('Touching', { window: YEAR }, [
  offered('2026-01-01', '2026-06-10'),
  offered('2026-06-11', '2026-12-31'),
]);
await grant('Upcoming', { window: days('2026-08-01', '2026-12-31'), rightsType: 'EST' });
await grant('Open', { window: days('2026-01-01', null), rightsType: 'TVOD' });
await grant('Open from July', { window: days('2026-01-01', null), territories: ['FI'] }, [
  offered('2026-07-01', null),
]);
await grant('Elsewhere', { window: YEAR }, [], other);
const ended = await grant('Ended early', { window: YEAR });
const voided = await grant('Void', { window: YEAR });
const close = (licenseId: string, plan: Parameters<typeof closeLicense>[0]['plan']) =>
  closeLicense({ ...aCommand(), licenseId, expectedVersion: 1, plan }, database.unitOfWork);
await close(ended, { kind: 'ended', lastDay: '2026-03-31', reason: 'Over' });
await close(voided, { kind: 'void', reason: 'Twice' });

describe('licenses are listed that match', () => {
  it.each<[LicenseFilter, readonly string[]]>([
    [{ nothingOnOffer: true }, ['Empty', 'Open', 'Open from July']],
    // From 1 June on: 214 days until the end of the year, 203 after 10 June, 153 from August on, 30 in June.
    [{ freeDays: 214 }, ['Empty', 'Open']],
    [{ freeDays: 215 }, ['Open']],
    [{ freeDays: 204 }, ['Empty', 'Open', 'Until 10 June']],
    [{ freeDays: 153 }, ['Empty', 'Open', 'Until 10 June', 'Upcoming']],
    [{ freeDays: 154 }, ['Empty', 'Open', 'Until 10 June']],
    [{ freeDays: 30 }, ['Empty', 'Open', 'Open from July', 'Until 10 June', 'Upcoming']],
    [{ freeDays: 31 }, ['Empty', 'Open', 'Until 10 June', 'Upcoming']],
    [{ darkWithin: 9 }, []],
    [{ darkWithin: 10 }, ['Until 10 June']],
    [{ darkWithin: 365 }, ['Touching', 'Until 10 June', 'Whole']],
    [{ rightsType: ['EST', 'TVOD'] }, ['Open', 'Upcoming']],
    [{ territory: ['FI', 'SE'] }, ['Open from July']],
    [{ device: ['tablet', 'set-top-box'] }, []],
    [{ status: ['upcoming', 'ended'] }, ['Ended early', 'Upcoming']],
    [{ status: ['upcoming'], nothingOnOffer: true }, []],
    [{ closed: ['ended', 'void'] }, ['Ended early', 'Void']],
    [{ closed: 'void' }, ['Void']],
    [{ ids: [voided, ended] }, ['Ended early', 'Void']],
    [{ ids: [] }, []],
    [{ language: ['fi', 'not a language'], territory: 'FI' }, ['Open from July']],
    [{ language: ['not a language'] }, []],
  ])('%o', async (filter, names) => {
    const query = { ...filter, studio };
    const { rows, total } = await views.list({
      ...{ filter: query, today: TODAY, pageSize: 50, strip: YEAR },
      ...{ sort: 'name', descending: false },
    });

    expect([rows.map(({ name }) => name), total]).toEqual([names, names.length]);
    expect(await views.count(query, TODAY)).toBe(names.length);
    expect((await views.matching(query, TODAY, 50)).map(({ name }) => name)).toEqual(names);
  });

  it('several studios, however they are spelt, and of them at most so many', async () => {
    const filter = { studio: [other.toUpperCase(), studio], nothingOnOffer: true } as const;
    const found = await views.matching(filter, TODAY, 3);
    expect(found.map(({ name, version }) => [name, version])).toEqual([
      ['Elsewhere', 1],
      ['Empty', 1],
      ['Open', 1],
    ]);
    expect(await views.count(filter, TODAY)).toBe(4);
  });
});

describe('under the other filters, the values are counted', () => {
  it.each<[CountedFilter, LicenseFilter, Readonly<Record<string, number>>]>([
    ['studio', { nothingOnOffer: true }, { [studio]: 3, [other]: 1 }],
    ['studio', { nothingOnOffer: true, studio: other }, { [studio]: 3, [other]: 1 }],
    ['rightsType', { studio }, { SVOD: 6, EST: 1, TVOD: 1 }],
    ['rightsType', { studio, rightsType: ['EST'] }, { SVOD: 6, EST: 1, TVOD: 1 }],
    ['territory', { studio, freeDays: 30 }, { CA: 4, US: 4, FI: 1 }],
    ['device', { studio, rightsType: 'EST' }, { tv: 1, computer: 1, mobile: 1 }],
    ['format', { studio: other }, { SD: 1, HD: 1, UHD: 1 }],
    ['status', { studio }, { current: 6, upcoming: 1, ended: 1 }],
    ['closed', { studio }, { ended: 1, void: 1 }],
    ['closed', { studio: other }, {}],
  ])('%s with %o', async (of, filter, counts) => {
    const found = await views.filterCounts(of, filter, TODAY);
    const known = of === 'format' ? Object.keys(counts) : Object.keys(found);
    expect(Object.fromEntries(known.map((value) => [value, found[value]]))).toEqual(counts);
  });

  it('of several filters in their order', async () => {
    const filters = [{ darkWithin: 10 }, { freeDays: 30 }, {}, { darkWithin: 9 }];
    const asked = filters.map((filter) => ({ studio, ...filter }));
    expect(await views.counts(asked, TODAY)).toEqual([1, 5, 8, 0]);
    expect(await views.counts([], TODAY)).toEqual([]);
  });
});

async function grant(
  name: string,
  terms: NonNullable<DetailsParts['terms']>,
  offers: readonly OfferData[] = [],
  of = studio,
): Promise<string> {
  const licenseId = anId();
  await grantLicense(
    {
      ...{ ...aCommand(), licenseId, contractId: contracts[of] ?? '' },
      details: someDetails({ name, terms }),
    },
    database.unitOfWork,
  );
  if (offers.length > 0)
    await generateOffers(
      { ...aCommand(), licenseId, expectedVersion: 1, plan: { kind: 'at', offers } },
      database.unitOfWork,
    );
  return licenseId;
}
