import { expect, it } from 'vitest';
import { PrismaMissingAmountViews } from '../../../src/adapters/postgres/price-table/missing-amount-views';
import { isoDate } from '../../../src/domain/values/date-range';
import { closeLicense } from '../../../src/service/license/close-license';
import { closeTitle } from '../../../src/service/content/close-title';
import { takeDownTitle } from '../../../src/service/content/takedown-service';
import { missingAmountPage, waitingCells } from '../../../src/service/price-table/missing-amounts';
import { recordPriceTable } from '../../../src/service/price-table/price-table-service';
import { aCommand } from '../../builders/command-builders';
import { aName, anId, aTierLine, days, prices } from '../../builders/license-builders';
import { anEdit, inCanada } from '../../builders/price-table-builders';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const views = new PrismaMissingAmountViews(database.prisma);
const seed = new SeedData(database.unitOfWork);

const TODAY = isoDate('2026-06-01');

it('missing amounts are told by how many titles wait for them', async () => {
  const studio = aName('Élan');
  const license = (tier: string, window = days('2026-07-01', '2026-12-31')) =>
    onTier(studio, tier, window);
  const [one, two] = [await license('Tier 1'), await license('Tier 2')];
  await title(two);
  await title(one);
  await title(one);
  await table(studio.replace('É', 'e'), [inCanada({ rightsType: 'TVOD' })]);

  expect(await rows(studio)).toEqual([
    ['Tier 1', ['US'], 2, '2026-07-01', 'US USD'],
    ['Tier 2', ['CA', 'US'], 1, '2026-07-01', 'CA CAD'],
  ]);
});

it('a title with two offers on a tier waits once', async () => {
  const studio = aName('Studio');
  const [spring, summer] = [
    { ...offerFor('A', days('2026-06-01', '2026-06-30')), prices: [aTierLine('Tier 1')] },
    { ...offerFor('B', days('2026-08-01', '2026-08-31')), prices: [aTierLine('Tier 1')] },
  ];
  const license = await seed.license({ studio, offers: [spring, summer] });
  await seed.title({
    offers: [
      [license, spring],
      [license, summer],
    ],
  });

  expect(await rows(studio)).toEqual([['Tier 1', ['CA', 'US'], 1, '2026-06-01', 'CA CAD']]);
});

it('what is over, void, retired or taken down does not wait', async () => {
  const studio = aName('Studio');
  const over = await onTier(studio, 'Over', days('2026-03-01', '2026-05-31'));
  await title(over);
  const gone = await onTier(studio, 'Void', days('2026-07-01', '2026-12-31'));
  await closeLicense(
    {
      ...{ ...aCommand(), licenseId: gone.licenseId, expectedVersion: 2 },
      plan: { kind: 'void', reason: 'Recorded twice' },
    },
    database.unitOfWork,
  );
  const fixed = { ...offerFor('Fixed', days('2026-07-01', null)), prices: prices('4.99') };
  await seed.license({ studio, offers: [fixed] });
  const running = await onTier(studio, 'Tier 1', days('2026-07-01', null));
  const [retired, downEverywhere, downInCanada, back] = [
    await title(running),
    await title(running),
    await title(running),
    await title(running),
  ];
  await closeTitle(
    {
      ...{ ...aCommand(), contentId: retired, expectedVersion: 1 },
      closing: { kind: 'retired', reason: 'Left the catalog' },
    },
    database.unitOfWork,
  );
  await takeDown(downEverywhere, { territories: null });
  await takeDown(downInCanada, { territories: ['CA'] });
  await takeDown(back, { territories: null, endsOn: '2026-07-01' });

  expect(await rows(studio)).toEqual([['Tier 1', ['CA', 'US'], 2, '2026-07-01', 'CA CAD']]);
});

it('cells of a price table are told with the titles that wait for each, once', async () => {
  const studio = aName('Studio');
  const window = days('2026-07-01', null);
  const [first, second] = [
    await onTier(studio, 'Tier 1', window),
    await onTier(studio, 'Tier 2', window),
  ];
  await title(first);
  await title(second);
  await takeDown(await title(second), { territories: ['CA'] });
  const both = await title(first);
  await takeDown(both, { territories: null });
  const in2027 = { rightsType: 'TVOD', startsOn: '2027-01-01' };
  await table(studio, [inCanada({ rightsType: 'TVOD', tier: 'Tier 3' }), inCanada(in2027)]);

  const cells = await waitingCells({ studio, today: TODAY }, views);
  expect(
    cells
      .map(({ tier, territory, currency, titles }) => [tier, territory, currency, titles])
      .sort(),
  ).toEqual([
    ['Tier 1', 'CA', 'CAD', 1],
    ['Tier 1', 'US', 'USD', 1],
    ['Tier 2', 'CA', 'CAD', 1],
    ['Tier 2', 'US', 'USD', 2],
  ]);
});

async function rows(studio: string) {
  const query = { studio, today: TODAY, pageSize: 200 };
  const { rows: found } = await missingAmountPage(query, views);
  return found.map(({ tier, territories, titles, neededOn, column }) => [
    ...[tier, territories, titles, neededOn, `${column.territory ?? 'all'} ${column.currency}`],
  ]);
}

async function onTier(studio: string, tier: string, window: ReturnType<typeof days>) {
  const offer = { ...offerFor('Offer', window), prices: [aTierLine(tier)] };
  return { licenseId: await seed.license({ studio, offers: [offer] }), offer };
}

function title({ licenseId, offer }: Awaited<ReturnType<typeof onTier>>) {
  return seed.title({ offers: [[licenseId, offer]] });
}

async function takeDown(
  contentId: string,
  where: { readonly territories: readonly string[] | null; readonly endsOn?: string },
) {
  await takeDownTitle(
    {
      ...{ ...aCommand(), contentId, expectedVersion: 1 },
      plan: { startsOn: '2026-05-01', rightsTypes: null, reason: 'Rights dispute', ...where },
    },
    database.unitOfWork,
  );
}

async function table(studio: string, edits: Parameters<typeof recordPriceTable>[0]['prices']) {
  await recordPriceTable(
    { ...aCommand(), priceTableId: anId(), studio, prices: [anEdit(), ...edits] },
    database.unitOfWork,
  );
}
