import { describe, expect, it } from 'vitest';
import { PrismaCalendarViews } from '../../../../src/adapters/postgres/content/calendar/calendar-views';
import { PrismaContentViews } from '../../../../src/adapters/postgres/content/content-views';
import { amendLicense } from '../../../../src/service/license/license-service';
import { aCommand } from '../../../builders/command-builders';
import { aName, days, someTerms } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor, SeedData } from '../../support-titles';

const database = await testDatabase();
const { unitOfWork } = database;
const calendar = new PrismaCalendarViews(database.prisma);
const catalog = new PrismaContentViews(database.prisma);
const seed = new SeedData(unitOfWork);

const TODAY = '2026-06-10';
const AHEAD = { startsOn: '2026-06-11', endsOn: '2026-09-09' };

describe('going dark', () => {
  it('is reported with place and rights type, although an offer elsewhere begins later', async () => {
    const studio = aName('Studio');
    const us = offerFor('Ends', days('2026-05-01', '2026-06-30'));
    const fr = offerFor('Later', days('2026-12-01', null));
    const ending = await seed.license({ studio, territories: ['US', 'CA'], offers: [us] });
    const later = await seed.license({ studio, territories: ['FR'], offers: [fr] });
    const contentId = await seed.title({
      studio,
      offers: [
        [ending, us],
        [later, fr],
      ],
    });

    const { rows, total } = await calendar.goingDark({
      ...{ filter: { studio }, span: AHEAD, pageSize: 10 },
    });

    expect(total).toBe(1);
    expect(rows).toMatchObject([
      {
        contentId,
        day: '2026-07-01',
        until: null,
        places: [{ rightsType: 'TVOD', territories: ['CA', 'US'] }],
      },
    ]);
    expect(await inCatalog(studio, 'going-dark')).toEqual([contentId]);
    expect(await inCatalog(studio, 'gap-ahead')).toEqual([]);
  });

  it('has one line per rights type and day, for all places', async () => {
    const studio = aName('Studio');
    const june = offerFor('June', days('2026-05-01', '2026-06-30'));
    const july = offerFor('July', days('2026-05-01', '2026-07-31'));
    const offers = [
      [
        await seed.license({ studio, rightsType: 'EST', territories: ['US'], offers: [june] }),
        june,
      ],
      [
        await seed.license({ studio, rightsType: 'TVOD', territories: ['FR'], offers: [june] }),
        june,
      ],
      [
        await seed.license({ studio, rightsType: 'TVOD', territories: ['US'], offers: [july] }),
        july,
      ],
    ] as const;
    await seed.title({ studio, offers });

    const { rows, total } = await calendar.goingDark({
      ...{ filter: { studio, kind: 'movie' }, span: AHEAD, pageSize: 10 },
    });

    expect(total).toBe(2);
    expect(rows.map(({ day, places }) => [day, places])).toEqual([
      [
        '2026-07-01',
        [
          { rightsType: 'EST', territories: ['US'] },
          { rightsType: 'TVOD', territories: ['FR'] },
        ],
      ],
      ['2026-08-01', [{ rightsType: 'TVOD', territories: ['US'] }]],
    ]);
  });

  it('ends when an amended license adds the place, and begins when it removes the place', async () => {
    const studio = aName('Studio');
    const offer = offerFor('Ends', days('2026-05-01', '2026-06-30'));
    const name = aName('License');
    const licenseId = await seed.license({ name, studio, territories: ['US'], offers: [offer] });
    await seed.title({ studio, offers: [[licenseId, offer]] });
    const terms = {
      ...someTerms({ rightsType: 'EST', territories: ['GB'] }),
      ...{ devices: ['tv', 'mobile'], window: { startsOn: '2026-01-01', endsOn: null } },
    };

    await amendLicense(
      { ...aCommand(), licenseId, expectedVersion: 2, details: { name, notes: '', terms } },
      unitOfWork,
    );

    const { rows } = await calendar.goingDark({ filter: { studio }, span: AHEAD, pageSize: 10 });
    expect(rows.map(({ places }) => places)).toEqual([
      [{ rightsType: 'EST', territories: ['GB'] }],
    ]);
  });
});

describe('a gap', () => {
  it('is reported although the title is on offer elsewhere all the time', async () => {
    const studio = aName('Studio');
    const [spring, fall] = [
      offerFor('Spring', days('2026-05-01', '2026-06-30')),
      offerFor('Fall', days('2026-08-01', null)),
    ];
    const always = offerFor('Always', days('2026-05-01', null));
    const us = await seed.license({ studio, territories: ['US'], offers: [spring, fall] });
    const fr = await seed.license({ studio, territories: ['FR'], offers: [always] });
    const contentId = await seed.title({
      studio,
      offers: [
        [us, spring],
        [us, fall],
        [fr, always],
      ],
    });

    const { rows, total } = await calendar.gaps({
      ...{ filter: { studio }, span: AHEAD, pageSize: 10 },
    });

    expect(total).toBe(1);
    expect(rows).toMatchObject([
      {
        ...{ contentId, day: '2026-07-01', until: '2026-08-01' },
        places: [{ rightsType: 'TVOD', territories: ['US'] }],
      },
    ]);
    expect(await inCatalog(studio, 'gap-ahead')).toEqual([contentId]);
    expect(await inCatalog(studio, 'off-offer')).toEqual([]);
  });

  it('with two lengths from one day on has two lines, across pages', async () => {
    const studio = aName('Studio');
    const spring = offerFor('Spring', days('2026-05-01', '2026-06-30'));
    const [july, august] = [
      offerFor('July', days('2026-07-15', null)),
      offerFor('August', days('2026-08-01', null)),
    ];
    const us = await seed.license({ studio, territories: ['US'], offers: [spring, july] });
    const fr = await seed.license({ studio, territories: ['FR'], offers: [spring, august] });
    await seed.title({
      studio,
      offers: [
        [us, spring],
        [us, july],
        [fr, spring],
        [fr, august],
      ],
    });
    const query = { filter: { studio }, span: AHEAD, pageSize: 1 };

    const first = await calendar.gaps(query);
    const second = await calendar.gaps({ ...query, cursor: first.next ?? undefined });

    expect([...first.rows, ...second.rows].map(({ until }) => until)).toEqual([
      '2026-07-15',
      '2026-08-01',
    ]);
    expect([first.total, second.next]).toEqual([2, null]);
  });
});

async function inCatalog(studio: string, coverage: 'going-dark' | 'gap-ahead' | 'off-offer') {
  const query = { filter: { studio, coverage }, today: TODAY, pageSize: 10 };
  return (await catalog.list(query)).rows.map(({ id }) => id);
}
