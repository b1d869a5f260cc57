import { expect, it } from 'vitest';
import { PrismaCandidateViews } from '../../../../src/adapters/postgres/content/candidate-views';
import { PrismaContentViews } from '../../../../src/adapters/postgres/content/content-views';
import { isoDate } from '../../../../src/domain/values/date-range';
import { closeLicense } from '../../../../src/service/license/close-license';
import type { AskedDays } from '../../../../src/service/content/fitting-offers';
import { fittingOffers } from '../../../../src/service/content/fitting-offers';
import { aCommand } from '../../../builders/command-builders';
import { aName, days } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor, SeedData } from '../../support-titles';

const database = await testDatabase();
const seed = new SeedData(database.unitOfWork);
const contents = new PrismaContentViews(database.prisma);
const candidates = new PrismaCandidateViews(database.prisma);

const TODAY = isoDate('2026-06-10');
const JUNE = offerFor('June', days('2026-06-01', '2026-06-30'));
const JULY = offerFor('July', days('2026-07-01', '2026-07-31'));
const AUGUST = offerFor('August', days('2026-08-01', '2026-08-31'));

it('offers of the title’s licenses come first, then those of its studio; what it has is left out', async () => {
  const studio = aName('Studio');
  const own = await seed.license({ studio, offers: [JUNE, AUGUST] });
  await seed.license({ studio, offers: [JULY] });
  await seed.license({ studio: aName('Another'), offers: [JULY] });
  const title = await seed.title({ studio, offers: [[own, JUNE]] });

  expect(await fitting(title)).toEqual(['August', 'July']);
});

it('what clashes, is over or is of a void license does not fit', async () => {
  const studio = aName('Studio');
  const own = await seed.license({ studio, offers: [JUNE] });
  await seed.license({ studio, offers: [offerFor('Clash', days('2026-06-30', '2026-07-02'))] });
  await seed.license({ studio, offers: [offerFor('Over', days('2026-05-01', '2026-06-09'))] });
  await seed.license({
    ...{ studio, rightsType: 'EST' },
    offers: [offerFor('As EST', days('2026-06-30', '2026-07-02'))],
  });
  const gone = await seed.license({ studio, offers: [JULY] });
  await closeLicense(
    {
      ...{ ...aCommand(), licenseId: gone, expectedVersion: 2, titles: 0 },
      plan: { kind: 'void', reason: 'Granted twice' },
    },
    database.unitOfWork,
  );
  const title = await seed.title({ studio, offers: [[own, JUNE]] });

  expect(await fitting(title)).toEqual(['As EST']);
});

it('of what fills days in a place, the most days come first', async () => {
  const studio = aName('Studio');
  const own = await seed.license({ studio, offers: [JUNE] });
  await seed.license({ studio, offers: [offerFor('Week', days('2026-07-01', '2026-07-07'))] });
  await seed.license({ studio, offers: [offerFor('Long', days('2026-07-05', null))] });
  await seed.license({ studio, territories: ['DE'], offers: [JULY] });
  await seed.license({ studio, rightsType: 'EST', offers: [JULY] });
  await seed.license({ studio, offers: [AUGUST] });
  const title = await seed.title({ studio, offers: [[own, JUNE]] });
  const days14 = days('2026-07-01', '2026-07-14');

  expect(await fitting(title, { territory: 'US', rightsType: 'TVOD', days: days14 })).toEqual([
    ...['Long 10', 'Week 7'],
  ]);
});

async function fitting(id: string, asked: AskedDays | null = null): Promise<string[]> {
  const view = await contents.content(id);
  if (view === null) throw new Error('There is no such title.');
  const found = await fittingOffers({ view, asked, today: TODAY }, candidates);
  return found.map(({ offer, fills }) => [offer.name, fills ?? []].flat().join(' '));
}
