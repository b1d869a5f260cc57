import { expect, it } from 'vitest';
import { PrismaContentViews } from '../../../src/adapters/postgres/content/content-views';
import { rearrangeOffers } from '../../../src/service/license/license-service';
import { undoChange } from '../../../src/service/license/undo-change';
import { aCommand } from '../../builders/command-builders';
import { days } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const { unitOfWork } = database;
const views = new PrismaContentViews(database.prisma);
const seed = new SeedData(unitOfWork);

const may = offerFor('May', days('2026-05-01', '2026-05-31'));
const sale = offerFor('Sale', days('2026-10-01', '2026-10-20'));
const saleInMay = { ...sale, window: days('2026-05-01', '2026-05-20') };

it('a title that loses an offer to another, from its first day on, is told as it was at every version', async () => {
  const licenseId = await seed.license({ offers: [may, sale] });
  const contentId = await seed.title({
    offers: [
      [licenseId, may],
      [licenseId, sale],
    ],
  });
  const on = (expectedVersion: number) => ({ ...aCommand(), licenseId, expectedVersion });
  const offersAt = async (version: number) =>
    (await views.contentAsOf(contentId, version))?.assigned.map(({ offer }) => offer);

  await rearrangeOffers(
    {
      ...on(2),
      ...{ replaced: [{ before: sale, after: saleInMay }], added: [], withdrawn: [may] },
    },
    unitOfWork,
  );

  expect((await views.content(contentId))?.assigned.map(({ offer }) => offer)).toEqual([saleInMay]);
  expect(await offersAt(3)).toEqual([saleInMay]);
  expect(await offersAt(2)).toEqual([may, sale]);

  await undoChange(on(3), unitOfWork);

  expect(await offersAt(4)).toEqual([may, sale]);
  expect(await offersAt(3)).toEqual([saleInMay]);
  expect((await views.content(contentId))?.coverage).toEqual([may.window, sale.window]);
});

it('moves a run of offers that touch, each onto days that another leaves', async () => {
  const run = Array.from({ length: 12 }, (_, index) =>
    offerFor(`Week ${index}`, days(weekDay(index, 0), weekDay(index, 6))),
  );
  const licenseId = await seed.license({ offers: run });
  const contentId = await seed.title({ offers: run.map((offer) => [licenseId, offer] as const) });
  const later = run.map((offer, index) => ({
    before: offer,
    after: { ...offer, window: days(weekDay(index, 3), weekDay(index, 9)) },
  }));

  await rearrangeOffers(
    {
      ...{ ...aCommand(), licenseId, expectedVersion: 2 },
      ...{ replaced: later, added: [], withdrawn: [] },
    },
    unitOfWork,
  );

  const view = await views.content(contentId);
  expect(view?.assigned.map(({ offer }) => offer)).toEqual(later.map(({ after }) => after));
  expect(view?.version).toBe(12);
});

function weekDay(week: number, day: number): string {
  return new Date(Date.UTC(2026, 2, 2 + week * 7 + day)).toISOString().slice(0, 10);
}
