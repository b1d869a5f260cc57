import { expect, it } from 'vitest';
import { PrismaCalendarViews } from '../../../src/adapters/postgres/content/calendar/calendar-views';
import { takeDownTitle } from '../../../src/service/content/takedown-service';
import { closeLicense } from '../../../src/service/license/close-license';
import { aCommand } from '../../builders/command-builders';
import { aName, days } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const views = new PrismaCalendarViews(database.prisma);
const seed = new SeedData(database.unitOfWork);

const JUNE = { startsOn: '2026-06-01', endsOn: '2026-07-02' };
const june = offerFor('June', days('2026-06-01', '2026-06-30'));
const SOLD = { territories: ['CA', 'US'] };

/** A studio whose license has one offer, and these titles on it. */
async function stocked(...titles: readonly string[]) {
  const studio = aName('Studio');
  const license = await seed.license({ name: 'Library', studio, offers: [june] });
  const ids: string[] = [];
  for (const title of titles)
    ids.push(await seed.title({ title, studio, offers: [[license, june]] }));
  return { studio, license, ids };
}

it('a day names a title of each offer that starts and ends, how many more have it, and where', async () => {
  const { studio } = await stocked('Low Orbit', 'Ember', 'Quarry');

  const told = { name: 'Ember', others: 2, ...SOLD };
  expect(await views.headlines({ studio }, JUNE, 3)).toEqual([
    { kind: 'starts', day: '2026-06-01', ...told },
    { kind: 'ends', day: '2026-07-01', ...told },
  ]);
  expect(await views.headlines({ studio, kind: 'series' }, JUNE, 3)).toEqual([]);
});

it('a day names the license whose rights ended and the title that is taken down, which it leaves out of its offers', async () => {
  const { studio, license, ids } = await stocked('Ember', 'Low Orbit');
  const lower = { ...aCommand(), contentId: ids[0] ?? '', expectedVersion: 1 };
  const where = { territories: ['US'], rightsTypes: null };
  await takeDownTitle(
    { ...lower, plan: { startsOn: '2026-06-10', ...where, reason: 'Dispute' } },
    database.unitOfWork,
  );
  const plan = { kind: 'ended', lastDay: '2026-06-20', reason: 'Terminated' } as const;
  await closeLicense(
    { ...aCommand(), licenseId: license, expectedVersion: 2, plan },
    database.unitOfWork,
  );

  const found = await views.headlines({ studio }, JUNE, 3);

  expect(found.filter(({ kind }) => kind !== 'starts')).toEqual([
    { kind: 'taken-down', day: '2026-06-10', name: 'Ember', others: 0, territories: ['US'] },
    { kind: 'rights-ended', day: '2026-06-21', name: 'Library', others: 0, territories: null },
    { kind: 'ends', day: '2026-06-21', name: 'Ember', others: 1, ...SOLD },
  ]);
});

it('a day names no more of a kind than asked for, with a filter and without', async () => {
  const january = offerFor('Crowd', days('2033-01-01', '2033-01-31'));
  const studio = aName('Studio');
  for (let count = 0; count < 3; count += 1) {
    const license = await seed.license({ studio, offers: [january] });
    await seed.title({ studio, offers: [[license, january]] });
  }
  const first = { startsOn: '2033-01-01', endsOn: '2033-01-02' };

  expect(await views.headlines({ studio }, first, 2)).toHaveLength(2);
  expect(await views.headlines({}, first, 2)).toHaveLength(2);
});
