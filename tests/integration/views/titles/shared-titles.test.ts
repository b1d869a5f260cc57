import { expect, it } from 'vitest';
import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { days } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor, SeedData } from '../../support-titles';

const database = await testDatabase();
const views = new PrismaLicenseViews(database.prisma);
const seed = new SeedData(database.unitOfWork);

const march = offerFor('March', days('2026-03-01', '2026-03-31'));
const may = offerFor('May', days('2026-05-01', '2026-05-31'));

it('licenses that share titles with one are found, without itself and those that share none', async () => {
  const [one, other, apart] = [
    await seed.license({ offers: [march] }),
    await seed.license({ offers: [may] }),
    await seed.license({ offers: [may] }),
  ];
  await seed.title({
    offers: [
      [one, march],
      [other, may],
    ],
  });
  await seed.title({ offers: [[apart, may]] });

  const { rows } = await views.list({
    filter: { sharesTitlesWith: one },
    ...{ sort: 'name', descending: false, today: '2026-03-10', pageSize: 10, withOffers: true },
    strip: days('2026-01-01', '2026-12-31'),
  });

  expect(rows.map(({ id, held }) => [id, held?.offers])).toEqual([[other, [may]]]);
});
