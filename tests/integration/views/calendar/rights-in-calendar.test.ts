import { expect, it } from 'vitest';
import { PrismaCalendarViews } from '../../../../src/adapters/postgres/content/calendar/calendar-views';
import { PrismaPriceTableViews } from '../../../../src/adapters/postgres/price-table/price-table-views';
import { feedContent } from '../../../../src/service/events/feed-service';
import { isoDate } from '../../../../src/domain/values/date-range';
import { closeTitle } from '../../../../src/service/content/close-title';
import { bringTitleBack, takeDownTitle } from '../../../../src/service/content/takedown-service';
import { closeLicense } from '../../../../src/service/license/close-license';
import { undoChange } from '../../../../src/service/license/undo-change';
import { recordContract } from '../../../../src/service/contract/contract-service';
import { grantLicense } from '../../../../src/service/license/license-service';
import { aCommand, contractDetails } from '../../../builders/command-builders';
import { aName, anId, days, someDetails } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor, SeedData } from '../../support-titles';

const database = await testDatabase();
const { unitOfWork } = database;
const calendar = new PrismaCalendarViews(database.prisma);
const seed = new SeedData(unitOfWork);

const SPAN = { startsOn: '2026-07-01', endsOn: '2026-10-01' };
const offer = offerFor('Always', days('2026-06-01', '2026-12-31'));

/** A license of a studio and a title that has its offer, TVOD in Canada and the United States. */
async function sold() {
  const studio = aName('Studio');
  const licenseId = await seed.license({ studio, offers: [offer] });
  const id = await seed.title({ studio, offers: [[licenseId, offer]] });
  return { studio, licenseId, id };
}

function down(contentId: string, expectedVersion: number, plan: object = {}) {
  const everywhere = { territories: null, rightsTypes: null };
  return takeDownTitle(
    {
      ...{ ...aCommand(), contentId, expectedVersion },
      plan: { startsOn: '2026-08-01', ...everywhere, reason: 'Dispute', ...plan },
    },
    unitOfWork,
  );
}

function back(contentId: string, expectedVersion: number, takedown: number, from: string) {
  return bringTitleBack({ ...aCommand(), contentId, expectedVersion, takedown, from }, unitOfWork);
}

function end(licenseId: string, expectedVersion: number, lastDay: string) {
  const plan = { kind: 'ended', lastDay, reason: 'Terminated' } as const;
  return closeLicense({ ...aCommand(), licenseId, expectedVersion, plan }, unitOfWork);
}

async function told(studio: string, filter: { kind?: string } = {}) {
  const { rows } = await calendar.rights({
    ...{ filter: { studio, ...filter }, span: SPAN, pageSize: 10 },
  });
  return rows;
}

it('tells a license that ended on its first day without rights, with the reason, until the end is undone', async () => {
  const { studio, licenseId } = await sold();
  await end(licenseId, 2, '2026-08-31');

  expect(await told(studio)).toEqual([
    {
      ...{ kind: 'rights-ended', day: '2026-09-01', studio, reason: 'Terminated' },
      ...{ licenseId, licenseName: expect.any(String) as string },
    },
  ]);
  expect(await calendar.days({ studio }, SPAN)).toEqual([
    { day: '2026-09-01', starts: 0, ends: 1, rights: 1 },
  ]);

  await undoChange({ ...aCommand(), licenseId, expectedVersion: 3 }, unitOfWork);
  expect(await told(studio)).toEqual([]);
});

it('tells the end of a license whose titles are all retired by it', async () => {
  const { studio, licenseId } = await sold();
  await end(licenseId, 2, '2026-07-31');
  const late = await seed.license({
    studio,
    offers: [offerFor('Late', days('2026-09-01', '2026-12-31'))],
  });
  await seed.title({
    studio,
    offers: [[late, offerFor('Late', days('2026-09-01', '2026-12-31'))]],
  });
  await end(late, 2, '2026-08-15');

  expect((await told(studio, { kind: 'movie' })).map(({ day }) => day)).toEqual([
    '2026-08-01',
    '2026-08-16',
  ]);
});

it('tells a void license nowhere', async () => {
  const studio = aName('Studio');
  const [contractId, licenseId] = [anId(), anId()];
  await recordContract(
    { ...aCommand(), contractId, details: contractDetails({ studio }) },
    unitOfWork,
  );
  const details = someDetails({ terms: { window: days('2026-01-01', '2026-08-31') } });
  await grantLicense({ ...aCommand(), licenseId, contractId, details }, unitOfWork);
  const plan = { kind: 'void', reason: 'Recorded twice' } as const;
  await closeLicense({ ...aCommand(), licenseId, expectedVersion: 1, plan }, unitOfWork);

  expect(await told(studio)).toEqual([]);
});

it('tells a takedown where and why, and the return from it where an offer runs', async () => {
  const { studio, id } = await sold();
  await down(id, 1, { territories: ['US'], rightsTypes: ['TVOD'] });
  const takedown = { contentId: id, takedown: 2, reason: 'Dispute' };
  const there = { territories: ['US'], rightsTypes: ['TVOD'] };
  expect(await told(studio)).toMatchObject([
    { kind: 'taken-down', day: '2026-08-01', ...takedown, ...there },
  ]);
  expect(await told(studio, { kind: 'series' })).toEqual([]);

  await back(id, 2, 2, '2026-09-15');
  expect(await told(studio)).toMatchObject([
    { kind: 'taken-down', day: '2026-08-01' },
    { kind: 'back', day: '2026-09-15', ...takedown, ...there },
  ]);
  expect((await calendar.days({}, SPAN)).map(({ day }) => day)).toContain('2026-09-15');

  await down(id, 3, { startsOn: '2026-09-15' });
  expect((await told(studio)).map(({ kind }) => kind)).toEqual(['taken-down', 'taken-down']);
});

it('tells nothing of a takedown that never applied, nor of a title that is retired', async () => {
  const { studio, id } = await sold();
  await down(id, 1);
  await back(id, 2, 2, '2026-08-01');
  expect(await told(studio)).toEqual([]);

  await down(id, 3);
  expect(await told(studio)).toHaveLength(1);
  const closing = { kind: 'retired', reason: 'Out of the catalog' } as const;
  await closeTitle({ ...aCommand(), contentId: id, expectedVersion: 4, closing }, unitOfWork);
  expect(await told(studio)).toEqual([]);
});

it('is paged through, each once, also where much happens on one day', async () => {
  const studio = aName('Studio');
  for (let count = 0; count < 3; count += 1) {
    const licenseId = await seed.license({ studio, offers: [offer] });
    const id = await seed.title({ studio, offers: [[licenseId, offer]] });
    await down(id, 1, { territories: ['CA'] });
    await down(id, 2, { territories: ['US'] });
    await end(licenseId, 2, '2026-07-31');
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await calendar.rights({ filter: { studio }, span: SPAN, cursor, pageSize: 2 });
    for (const event of page.rows) seen.push(JSON.stringify(event));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);

  expect(new Set(seen).size).toBe(9);
  expect(seen).toHaveLength(9);
  expect(await calendar.days({ studio }, SPAN)).toMatchObject([{ day: '2026-08-01', rights: 9 }]);
});

it('is in the feeds that ask for it', async () => {
  const { studio, licenseId, id } = await sold();
  await down(id, 1);
  await end(licenseId, 2, '2026-08-31');
  const feed = {
    id: anId(),
    name: 'Rights',
    studio,
    madeBy: 'Priya',
    madeAt: '2026-06-10T10:00:00Z',
  };
  const content = await feedContent({ ...feed, parts: ['rights'] }, isoDate('2026-07-15'), {
    calendar,
    priceTables: new PrismaPriceTableViews(database.prisma),
  });

  expect(content.events).toMatchObject([
    { part: 'rights', rights: { kind: 'taken-down', contentId: id } },
    { part: 'rights', rights: { kind: 'rights-ended', licenseId } },
  ]);
});
