import { expect, it } from 'vitest';
import { PrismaCalendarViews } from '../../../../src/adapters/postgres/content/calendar/calendar-views';
import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { PrismaPriceTableViews } from '../../../../src/adapters/postgres/price-table/price-table-views';
import { eventPrices } from '../../../../src/service/content/event-prices';
import { recordPriceTable } from '../../../../src/service/price-table/price-table-service';
import { soldPrices } from '../../../../src/service/price-table/sold-prices';
import { aCommand } from '../../../builders/command-builders';
import { aName, anId, aTierLine, days } from '../../../builders/license-builders';
import { anEdit } from '../../../builders/price-table-builders';
import { testDatabase } from '../../support';
import { offerFor, SeedData } from '../../support-titles';

const database = await testDatabase();
const calendar = new PrismaCalendarViews(database.prisma);
const priceTables = new PrismaPriceTableViews(database.prisma);
const seed = new SeedData(database.unitOfWork);

const offer = {
  ...offerFor('Spring', days('2026-03-01', '2026-05-31')),
  prices: [aTierLine('Tier 1')],
};

/** A license in Canada and the United States with a title, and a table that raises its tier on 31 May. */
async function sold() {
  const studio = aName('Studio');
  const licenseId = await seed.license({ studio, rightsType: 'EST', offers: [offer] });
  await seed.title({ studio, offers: [[licenseId, offer]] });
  const us = { tier: 'Tier 1', rightsType: 'EST', territory: 'US', currency: 'USD' };
  const prices = [
    anEdit({ ...us, startsOn: '2026-01-01', price: 999 }),
    anEdit({ ...us, startsOn: '2026-05-31', price: 1299 }),
    anEdit({ ...us, territory: 'CA', currency: 'CAD', startsOn: '2026-05-31', price: 1499 }),
  ];
  await recordPriceTable(
    { ...aCommand(), priceTableId: anId(), studio, prices },
    database.unitOfWork,
  );
  return { studio, licenseId };
}

it('an offer on a tier costs on its first and last day what its table says then', async () => {
  const { studio } = await sold();
  const { rows } = await calendar.events({
    ...{ filter: { studio }, span: { startsOn: '2026-01-01', endsOn: null }, pageSize: 9 },
  });

  expect(
    (await eventPrices(rows, priceTables)).map((one, place) => [rows[place]?.kind, one]),
  ).toEqual([
    [
      'starts',
      {
        ...{ tiers: 'Tier 1', amounts: '$9.99', isMissing: true },
        details: ['CA: Tier 1: no amount yet', 'US: Tier 1: $9.99'],
      },
    ],
    [
      'ends',
      {
        ...{ tiers: 'Tier 1', amounts: 'C$14.99, $12.99', isMissing: false },
        details: ['CA: Tier 1: C$14.99', 'US: Tier 1: $12.99'],
      },
    ],
  ]);
});

it('what a title had costs what its license is sold for', async () => {
  const { licenseId } = await sold();
  const sales = await new PrismaLicenseViews(database.prisma).sales([licenseId, anId()]);

  expect(Object.keys(sales)).toEqual([licenseId]);
  const sale = sales[licenseId];
  if (sale === undefined) throw new Error('The license is gone.');
  const [price] = await soldPrices([{ ...sale, offer }], () => '2026-05-30', priceTables);
  expect(price?.details).toEqual(['CA: Tier 1: no amount yet', 'US: Tier 1: $9.99']);
});
