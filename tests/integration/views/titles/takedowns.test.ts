import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AvailabilityQuestion } from '../../../../src/domain/content/availability-question';
import { PrismaAvailabilityViews } from '../../../../src/adapters/postgres/content/availability-views';
import { PrismaCalendarViews } from '../../../../src/adapters/postgres/content/calendar/calendar-views';
import { PrismaContentViews } from '../../../../src/adapters/postgres/content/content-views';
import { inSnapshot } from '../../../../src/adapters/postgres/consistency-source';
import { availabilityOf } from '../../../../src/domain/content/availability';
import { findingsInTitle } from '../../../../src/domain/consistency/title-consistency';
import { DateRange } from '../../../../src/domain/values/date-range';
import { territorySet } from '../../../../src/domain/values/territory';
import {
  bringTitleBack,
  takeDownTitle,
  takeDownTitles,
} from '../../../../src/service/content/takedown-service';
import { amendLicense } from '../../../../src/service/license/license-service';
import { aCommand } from '../../../builders/command-builders';
import { aName, days, someTerms } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor, SeedData } from '../../support-titles';

const database = await testDatabase();
const { unitOfWork } = database;
const availability = new PrismaAvailabilityViews(database.prisma);
const calendar = new PrismaCalendarViews(database.prisma);
const catalog = new PrismaContentViews(database.prisma);
const seed = new SeedData(unitOfWork);

const EVERYWHERE = { territories: null, rightsTypes: null };
const REASON = 'Rights dispute';

/** A title with one offer, TVOD in Canada and the United States from June 2026 on, at version 1. */
async function givenTitle(studio = aName('Studio')) {
  const offer = offerFor('Always', days('2026-06-01', null));
  const licenseId = await seed.license({ studio, offers: [offer] });
  const id = await seed.title({ studio, offers: [[licenseId, offer]] });
  return { id, licenseId, studio, offer };
}

function takeDown(id: string, version: number, plan: object) {
  return takeDownTitle(
    {
      ...aCommand(),
      ...{ contentId: id, expectedVersion: version },
      plan: { startsOn: '2026-07-01', ...EVERYWHERE, reason: REASON, ...plan },
    },
    unitOfWork,
  );
}

function bringBack(id: string, version: number, takedown: number, from: string) {
  return bringTitleBack(
    { ...aCommand(), contentId: id, expectedVersion: version, takedown, from },
    unitOfWork,
  );
}

describe('a title that is taken down', () => {
  it('answers no from that day on, with the reason, until it is back', async () => {
    const { id } = await givenTitle();
    await takeDown(id, 1, { territories: ['US'] });
    const answer = async (territory: string) => {
      const [only] = territorySet([territory]);
      if (only === undefined) throw new Error('There is one.');
      const question: AvailabilityQuestion = {
        ...{ territory: only, device: 'tv', rightsType: 'TVOD' },
        days: DateRange.fromDays('2026-06-30', '2026-07-01'),
      };
      const [rights] = await availability.rights([id], question);
      if (rights === undefined) throw new Error('The title is not there.');
      return availabilityOf(rights, question);
    };

    expect(await answer('CA')).toMatchObject({ verdict: 'yes' });
    expect(await answer('US')).toMatchObject({
      verdict: 'partly',
      spans: [
        { available: true },
        { obstacle: { kind: 'taken-down', takedown: { reason: REASON } } },
      ],
      nextYes: null,
    });

    await bringBack(id, 2, 2, '2026-08-01');
    expect(await answer('US')).toMatchObject({ verdict: 'partly', nextYes: '2026-08-01' });
    await takeDown(id, 3, { territories: ['US'] });
    await bringBack(id, 4, 4, '2026-07-01');
    expect(await answer('US')).toMatchObject({ verdict: 'partly', nextYes: '2026-08-01' });
  });

  it('is found in the catalog on the days on which it is down, in whichever place', async () => {
    const { id, studio } = await givenTitle();
    const found = async (today: string) => {
      const filter = { studio, coverage: 'taken-down' } as const;
      const { rows, total } = await catalog.list({ filter, today, pageSize: 10 });
      expect(total).toBe(rows.length);
      return rows.map(({ takenDown }) => takenDown);
    };
    expect(await found('2026-07-01')).toEqual([]);

    await takeDown(id, 1, { territories: ['US'] });
    expect(await found('2026-06-30')).toEqual([]);
    expect(await found('2026-07-01')).toEqual([[{ startsOn: '2026-07-01', endsOn: null }]]);

    await bringBack(id, 2, 2, '2026-08-01');
    expect(await found('2026-07-31')).toEqual([[{ startsOn: '2026-07-01', endsOn: '2026-08-01' }]]);
    expect(await found('2026-08-01')).toEqual([]);
  });

  it('is dark there on the boards and in the catalog, and has a gap when it comes back', async () => {
    const { id, studio } = await givenTitle();
    const span = { startsOn: '2026-06-11', endsOn: '2026-09-09' };
    const query = { filter: { studio }, span, pageSize: 10 };

    await takeDown(id, 1, { territories: ['US'] });
    expect((await calendar.goingDark(query)).rows).toMatchObject([
      {
        ...{ contentId: id, day: '2026-07-01', isTakenDown: true },
        places: [{ rightsType: 'TVOD', territories: ['US'] }],
      },
    ]);

    await bringBack(id, 2, 2, '2026-08-01');
    expect((await calendar.goingDark(query)).rows).toEqual([]);
    expect((await calendar.gaps(query)).rows).toMatchObject([
      { contentId: id, day: '2026-07-01', until: '2026-08-01', isTakenDown: true },
    ]);

    await takeDown(id, 3, { startsOn: '2026-05-01' });
    const view = await catalog.content(id);
    expect(view?.coverage).toEqual([]);
    expect(view?.takedowns.map(({ number }) => number)).toEqual([2, 4]);
    expect(view?.lastChange.words).toBe(`Taken down from 1 May 2026 everywhere: ${REASON}`);
  });

  it('is not said to be the reason where offers end as they would have', async () => {
    const studio = aName('Studio');
    const offer = offerFor('July', days('2026-06-01', '2026-07-09'));
    const inUs = offerFor('Long', days('2026-06-01', '2026-07-19'));
    const canada = await seed.license({ studio, offers: [offer], territories: ['CA'] });
    const states = await seed.license({ studio, offers: [inUs], territories: ['US'] });
    const offers = [
      [canada, offer],
      [states, inUs],
    ] as const;
    const id = await seed.title({ studio, offers });
    await takeDown(id, 2, { startsOn: '2026-07-10', territories: ['US'] });
    const span = { startsOn: '2026-06-11', endsOn: '2026-09-09' };
    const { rows } = await calendar.goingDark({ filter: { studio }, span, pageSize: 10 });
    expect(rows).toMatchObject([{ day: '2026-07-10', isTakenDown: true }]);
    await bringBack(id, 3, 3, '2026-07-10');
    const { rows: back } = await calendar.goingDark({ filter: { studio }, span, pageSize: 10 });
    expect(back).toMatchObject([
      { day: '2026-07-10', isTakenDown: false, places: [{ territories: ['CA'] }] },
      { day: '2026-07-20', isTakenDown: false, places: [{ territories: ['US'] }] },
    ]);
  });

  it('has no start and no end in the calendar while it is down in all of a license', async () => {
    const studio = aName('Studio');
    const offer = offerFor('July', days('2026-07-10', '2026-07-20'));
    const licenseId = await seed.license({ studio, offers: [offer] });
    const id = await seed.title({ studio, offers: [[licenseId, offer]] });
    const span = { startsOn: '2026-07-01', endsOn: '2026-08-02' };
    const happening = async () => {
      const [found, listed] = await Promise.all([
        calendar.days({ studio }, span),
        calendar.events({ filter: { studio }, span, pageSize: 10 }),
      ]);
      const onOffer = found.filter(({ starts, ends }) => starts + ends > 0);
      return [onOffer.map(({ day }) => day), listed.rows.map(({ kind, titles }) => [kind, titles])];
    };
    const both = [
      ['2026-07-10', '2026-07-21'],
      [
        ['starts', 1],
        ['ends', 1],
      ],
    ];

    await takeDown(id, 1, { startsOn: '2026-07-15', territories: ['US'] });
    expect(await happening()).toEqual(both);
    await takeDown(id, 2, { startsOn: '2026-07-15', territories: ['CA'] });
    expect(await happening()).toEqual([['2026-07-10'], [['starts', 1]]]);
    expect(await calendar.endingSoon({ studio }, '2026-07-01', [30])).toEqual([
      { within: 30, offers: 0 },
    ]);
  });
});

describe('what is stored of takedowns', () => {
  const TERRITORIES = ['CA', 'US'];
  const aPlan = fc.record({
    startsOn: fc.constantFrom('2026-05-01', '2026-06-15', '2026-07-01', '2026-09-01'),
    territories: fc.option(fc.subarray(TERRITORIES, { minLength: 1 })),
    rightsTypes: fc.option(fc.constant(['TVOD'])),
    back: fc.option(fc.constantFrom('2026-06-15', '2026-07-10', '2026-10-01')),
  });

  it('is what the domain makes of them, whatever order they come in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aPlan, { minLength: 1, maxLength: 3 }), async (plans) => {
        const { id, licenseId } = await givenTitle();
        let version = 1;
        for (const { back, ...plan } of plans) {
          const taken = await takeDown(id, version, plan).catch((refusal: unknown) => {
            expect(refusal).toMatchObject({ code: 'taken-down-already' });
            return null;
          });
          if (taken === null) continue;
          version += 1;
          expect(await findings(id)).toEqual([]);
          if (back === null) continue;
          await bringBack(id, version, version, back);
          version += 1;
          expect(await findings(id)).toEqual([]);
        }
        const terms = {
          ...someTerms({ rightsType: 'EST', territories: ['US'] }),
          ...{ devices: ['tv', 'mobile'], window: { startsOn: '2026-01-01', endsOn: null } },
        };
        await amendLicense(
          {
            ...aCommand(),
            ...{ licenseId, expectedVersion: 2, details: { name: 'Amended', notes: '', terms } },
          },
          unitOfWork,
        );
        expect(await findings(id)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('is missed by the checker when it is changed behind the product’s back', async () => {
    const { id } = await givenTitle();
    await takeDown(id, 1, {});

    await database.rows('ALTER TABLE takedowns DISABLE TRIGGER ALL', []);
    await database.rows('UPDATE takedowns SET reason = $2 WHERE content_id = $1', [id, 'None']);
    await database.rows('ALTER TABLE takedowns ENABLE TRIGGER ALL', []);

    expect(await findings(id)).toEqual(['its takedowns are not those of its history']);
  });

  it('does not change without the title', async () => {
    const { id } = await givenTitle();
    await takeDown(id, 1, {});

    await expect(
      database.rows('DELETE FROM takedowns WHERE content_id = $1', [id]),
    ).rejects.toThrow(/takedowns_change_with_content|changed without it/);
  });

  it('of many titles is one command', async () => {
    const [one, other] = [await givenTitle(), await givenTitle()];

    const { assigned } = await takeDownTitles(
      {
        ...aCommand(),
        plan: { startsOn: '2026-07-01', ...EVERYWHERE, reason: REASON },
        titles: [one, other].map(({ id }) => ({ contentId: id, expectedVersion: 1 })),
      },
      unitOfWork,
    );

    expect(assigned.map(({ version }) => version)).toEqual([2, 2]);
    expect([await findings(one.id), await findings(other.id)]).toEqual([[], []]);
  });
});

async function findings(id: string): Promise<string[]> {
  return inSnapshot(database.url, async (source) => {
    for await (const title of source.titles())
      if (title.id === id) return findingsInTitle(title).map(({ words }) => words);
    throw new Error('The title is not there.');
  });
}
