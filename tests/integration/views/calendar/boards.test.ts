import { describe, expect, it } from 'vitest';
import { PrismaCalendarViews } from '../../../../src/adapters/postgres/content/calendar/calendar-views';
import { aName, days } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor } from '../../support-titles';
import { stockOn } from './support-stock';

const database = await testDatabase();
const { stocked } = stockOn(database);
const views = new PrismaCalendarViews(database.prisma);
const AHEAD = { startsOn: '2026-06-11', endsOn: '2026-09-09' };

describe('boards', () => {
  it.each([
    ['2026-06-09', 0],
    ['2026-06-10', 1],
    ['2026-09-07', 1],
    ['2026-09-08', 0],
  ])('a title whose last day is %s is going dark: %i', async (lastDay, count) => {
    const studio = await stocked([offerFor('Last', days('2026-05-01', lastDay))]);

    const board = await views.goingDark({ filter: { studio }, span: AHEAD, pageSize: 10 });

    expect(board.rows).toHaveLength(count);
    expect(board.total).toBe(count);
  });

  it('a title that stays on offer is in neither list', async () => {
    const studio = await stocked([offerFor('Open', days('2026-05-01', null))]);

    const [dark, gaps] = await boards({ studio });

    expect([dark.total, gaps.total]).toEqual([0, 0]);
  });

  it('a title that returns has a gap, and is not going dark', async () => {
    const studio = await stocked([
      offerFor('Now', days('2026-05-01', '2026-06-30')),
      offerFor('Later', days('2026-08-01', null)),
    ]);

    const [dark, gaps] = await boards({ studio });

    expect(dark.rows).toEqual([]);
    expect(gaps.rows).toMatchObject([{ day: '2026-07-01', until: '2026-08-01', kind: 'movie' }]);
  });

  it('excludes gaps that have begun, and touching offers have none', async () => {
    const studio = await stocked([
      offerFor('Past', days('2026-05-01', '2026-06-09')),
      offerFor('Next', days('2026-06-20', '2026-06-30')),
      offerFor('Touching', days('2026-07-01', null)),
    ]);

    const [, gaps] = await boards({ studio });

    expect(gaps.rows).toEqual([]);
  });

  it('can be filtered by studio and kind, and are paged, the soonest first', async () => {
    const studio = aName('Studio');
    for (const lastDay of ['2026-08-01', '2026-07-01', '2026-07-01'])
      await stocked([offerFor('Last', days('2026-05-01', lastDay))], studio);
    const query = { filter: { studio, kind: 'movie' }, span: AHEAD, pageSize: 2 };

    const first = await views.goingDark(query);
    const second = await views.goingDark({ ...query, cursor: first.next ?? undefined });
    const back = await views.goingDark({ ...query, cursor: second.previous ?? undefined });

    expect(first.rows.map(({ day }) => day)).toEqual(['2026-07-02', '2026-07-02']);
    expect(second.rows.map(({ day }) => day)).toEqual(['2026-08-02']);
    expect(back.rows).toEqual(first.rows);
    expect(second.total).toBe(3);
    expect((await boards({ studio, kind: 'short' }))[0].total).toBe(0);
  });
});

function boards(filter: { studio: string; kind?: string }) {
  return Promise.all([
    views.goingDark({ filter, span: AHEAD, pageSize: 10 }),
    views.gaps({ filter, span: AHEAD, pageSize: 10 }),
  ]);
}
