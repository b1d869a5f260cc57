import { describe, expect, it } from 'vitest';
import { PrismaCalendarViews } from '../../../../src/adapters/postgres/content/calendar/calendar-views';
import type { CalendarFilter } from '../../../../src/service/content/calendar-views';
import { DAY_LIMIT } from '../../../../src/service/content/calendar-views';
import { aName, days } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor } from '../../support-titles';
import { stockOn } from './support-stock';

const database = await testDatabase();
const { seed, stocked } = stockOn(database);
const views = new PrismaCalendarViews(database.prisma);

const TODAY = '2026-06-10';

describe('starts and ends', () => {
  it('are counted on the first day, and on the day after the last', async () => {
    const studio = await stocked([offerFor('Spring', days('2026-06-01', '2026-06-30'))]);

    expect(await views.days({ studio }, { startsOn: '2026-06-01', endsOn: '2026-07-02' })).toEqual([
      { day: '2026-06-01', starts: 1, ends: 0, rights: 0 },
      { day: '2026-07-01', starts: 0, ends: 1, rights: 0 },
    ]);
    expect(await views.days({ studio }, { startsOn: '2026-06-02', endsOn: '2026-07-01' })).toEqual(
      [],
    );
  });

  it('include only offers that are assigned', async () => {
    const studio = aName('Studio');
    await seed.license({ studio, offers: [offerFor('Unused', days('2026-06-01', '2026-06-30'))] });

    expect(await views.days({ studio }, { startsOn: '2026-06-01', endsOn: '2026-08-01' })).toEqual(
      [],
    );
    expect(await views.endingSoon({ studio }, TODAY, [90])).toEqual([{ within: 90, offers: 0 }]);
  });

  it('are counted for one kind of title', async () => {
    const studio = await stocked([offerFor('Spring', days('2026-06-01', '2026-06-30'))]);
    const span = { startsOn: '2026-06-01', endsOn: '2026-07-02' };

    expect(await views.days({ studio, kind: 'movie' }, span)).toHaveLength(2);
    expect(await views.days({ studio, kind: 'series' }, span)).toEqual([]);
  });

  it('are counted for several studios and kinds, of which one is enough', async () => {
    const [one, other] = [
      await stocked([offerFor('Spring', days('2026-06-01', '2026-06-30'))]),
      await stocked([offerFor('Spring', days('2026-06-01', '2026-06-30'))]),
    ];
    await stocked([offerFor('Spring', days('2026-06-01', '2026-06-30'))]);
    const [first, studio] = [{ startsOn: '2026-06-01', endsOn: '2026-06-02' }, [one, other]];
    const starts = async (filter: CalendarFilter) => {
      const [day] = await views.days(filter, first);
      const { rows } = await views.events({ filter, span: first, pageSize: 9 });
      expect(rows).toHaveLength(day?.starts ?? 0);
      const headlines = await views.headlines(filter, first, 9);
      expect(headlines).toHaveLength(day?.starts ?? 0);
      return day?.starts ?? 0;
    };

    expect(await starts({ studio })).toBe(2);
    expect(await starts({ studio: [one, aName('Studio')] })).toBe(1);
    expect(await starts({ studio, kind: ['series', 'movie'] })).toBe(2);
    expect(await starts({ studio, kind: ['series', 'short'] })).toBe(0);
  });

  it('are counted up to the limit, with a filter and without', async () => {
    const offer = offerFor('Crowd', days('2031-01-01', '2031-01-31'));
    const studio = aName('Studio');
    for (let count = 0; count < DAY_LIMIT + 3; count += 1) await stocked([offer], studio);
    const first = { startsOn: '2031-01-01', endsOn: '2031-01-02' };

    expect(await views.days({ studio }, first)).toEqual([
      { day: '2031-01-01', starts: DAY_LIMIT + 1, ends: 0, rights: 0 },
    ]);
    expect(await views.days({}, first)).toEqual([
      { day: '2031-01-01', starts: DAY_LIMIT + 1, ends: 0, rights: 0 },
    ]);
  });

  it('never include an end of an open offer', async () => {
    const studio = await stocked([offerFor('Open', days('2026-06-01', null))]);

    const { rows } = await views.events({
      filter: { studio },
      span: { startsOn: '2026-01-01', endsOn: null },
      pageSize: 10,
    });

    expect(rows.map(({ kind }) => kind)).toEqual(['starts']);
  });

  it('ending soon counts from today on: windows that ended yesterday are over', async () => {
    const studio = await stocked([
      offerFor('Over', days('2026-05-01', '2026-06-09')),
      offerFor('Today', days('2026-06-10', '2026-06-10')),
      offerFor('In a week', days('2026-06-11', '2026-06-16')),
      offerFor('A day too late', days('2026-06-17', '2026-06-17')),
    ]);

    expect(await views.endingSoon({ studio }, TODAY, [7, 30])).toEqual([
      { within: 7, offers: 2 },
      { within: 30, offers: 3 },
    ]);
  });
});

describe('events', () => {
  it('have offer, license, price and titles, with ends before starts', async () => {
    const studio = aName('Studio');
    const [may, june] = [
      offerFor('May', days('2026-05-01', '2026-05-31')),
      offerFor('June', days('2026-06-01', '2026-06-30')),
    ];
    const license = await seed.license({ name: 'Library', studio, offers: [may, june] });
    await seed.title({
      title: 'Low Orbit',
      studio,
      offers: [
        [license, may],
        [license, june],
      ],
    });

    const { rows, next } = await views.events({
      filter: { studio },
      span: { startsOn: '2026-06-01', endsOn: '2026-06-02' },
      pageSize: 10,
    });

    const sold = { rightsType: 'TVOD', territories: ['CA', 'US'], formats: null };
    expect(rows).toEqual([
      {
        ...sold,
        ...{ kind: 'ends', day: '2026-06-01', licenseId: license, licenseName: 'Library', studio },
        ...{ offer: may, titles: 1, examples: ['Low Orbit'] },
      },
      {
        ...sold,
        ...{
          kind: 'starts',
          day: '2026-06-01',
          licenseId: license,
          licenseName: 'Library',
          studio,
        },
        ...{ offer: june, titles: 1, examples: ['Low Orbit'] },
      },
    ]);
    expect(next).toBeNull();
  });

  it('are listed page by page, each once', async () => {
    const studio = aName('Studio');
    for (let count = 0; count < 3; count += 1)
      await stocked([offerFor('June', days('2026-06-01', '2026-06-30'))], studio);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await views.events({
        filter: { studio },
        span: { startsOn: '2026-06-01', endsOn: '2026-07-02' },
        cursor,
        pageSize: 2,
      });
      seen.push(...page.rows.map(({ kind, licenseId }) => `${kind} ${licenseId}`));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);

    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect(seen.map((each) => each.split(' ')[0])).toEqual([
      ...['starts', 'starts', 'starts', 'ends', 'ends', 'ends'],
    ]);
  });

  it('can be restricted to one kind', async () => {
    const studio = await stocked([offerFor('June', days('2026-06-01', '2026-06-30'))]);
    const span = { startsOn: '2026-06-01', endsOn: '2026-07-02' };

    const { rows } = await views.events({ filter: { studio }, span, kind: 'ends', pageSize: 9 });

    expect(rows.map(({ kind, day }) => [kind, day])).toEqual([['ends', '2026-07-01']]);
  });
});
