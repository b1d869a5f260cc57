import { UNRESTRICTED } from '../../../src/domain/license/terms';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type {
  AvailabilityQuestion,
  TitleRights,
} from '../../../src/domain/content/availability-question';
import { PrismaAvailabilityViews } from '../../../src/adapters/postgres/content/availability-views';
import { PrismaContentViews } from '../../../src/adapters/postgres/content/content-views';
import { NoRightsThere, TakenDownAlready } from '../../../src/domain/content/takedown-errors';
import { takeDownTitle } from '../../../src/service/content/takedown-service';
import { availabilityOf } from '../../../src/domain/content/availability';
import { DateRange, isoDate } from '../../../src/domain/values/date-range';
import { answeredGrid, gridTally } from '../../../src/service/content/answered-grid';
import { GRID_ANSWERS } from '../../../src/service/content/availability-views';
import { territorySet } from '../../../src/domain/values/territory';
import { assignOffer, registerContent } from '../../../src/service/content/content-service';
import { recordContract } from '../../../src/service/contract/contract-service';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { Prices } from '../../../src/domain/price-table/prices';
import { recordPriceTable } from '../../../src/service/price-table/price-table-service';
import { grantLicense } from '../../../src/service/license/license-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { someContentDetails } from '../../builders/content-builders';
import { aName, anId, days } from '../../builders/license-builders';
import { aQuestion, someRights } from '../../builders/random-rights';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const { unitOfWork } = database;
const views = new PrismaContentViews(database.prisma);
const seed = new SeedData(unitOfWork);
const availability = new PrismaAvailabilityViews(database.prisma);

const inCatalog = someRights.filter(({ closing }) => closing === null);
const VERDICTS = ['yes', 'partly', 'no'] as const;

it('titles are counted and listed by the answers of availabilityOf', async () => {
  const studio = aName('Studio');
  for (const rights of fc.sample(inCatalog, 25)) await store(rights, studio);
  const all = { filter: { studio }, today: '2026-06-10', pageSize: 100 };
  const ids = (await views.list(all)).rows.map(({ id }) => id);

  await fc.assert(
    fc.asyncProperty(aQuestion, async (question) => {
      const rights = await availability.rights(ids, question);
      const expected = { yes: [] as string[], partly: [] as string[], no: [] as string[] };
      for (const title of rights)
        expected[availabilityOf(title, question).verdict].push(title.contentId);

      expect(await views.tally({ ...all, question })).toEqual({
        yes: expected.yes.length,
        partly: expected.partly.length,
        no: expected.no.length,
      });
      for (const verdict of VERDICTS) {
        const filter = { studio, answer: { question, verdict } };
        const { rows, total } = await views.list({ ...all, filter });
        expect(rows.map(({ id }) => id)).toEqual(expected[verdict]);
        expect(total).toBe(expected[verdict].length);
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

it('titles are counted and listed by their answers in several places, as availabilityOf gives them', async () => {
  const studio = aName('Studio');
  for (const rights of fc.sample(inCatalog, 25)) await store(rights, studio);
  const all = { filter: { studio }, today: '2026-06-10', pageSize: 100 };
  const ids = (await views.list(all)).rows.map(({ id }) => id);
  const read = { contents: views, availability };
  const today = isoDate(all.today);
  const places = fc.tuple(aQuestion, aQuestion, aQuestion);

  await fc.assert(
    fc.asyncProperty(places, async ([first, second, third]) => {
      const { days, rightsType } = first;
      const questions = [first, second, third].map((one) => ({ ...one, days, rightsType }));
      const asked = { questions, ...all, titles: [], answer: undefined, cursor: undefined };
      const verdicts = new Map<string, string[]>(ids.map((id) => [id, []]));
      for (const question of questions)
        for (const rights of await availability.rights(ids, question))
          verdicts.get(rights.contentId)?.push(availabilityOf(rights, question).verdict);

      const { rows } = await answeredGrid(asked, today, 100, read);
      expect(rows.map(({ answers }) => answers.map(({ verdict }) => verdict))).toEqual([
        ...verdicts.values(),
      ]);
      const that = (answer: (some: string[]) => boolean) =>
        ids.filter((id) => answer(verdicts.get(id) ?? []));
      const expected = {
        'yes-everywhere': that((some) => some.every((one) => one === 'yes')),
        'partly-somewhere': that((some) => some.includes('partly')),
        'no-somewhere': that((some) => some.includes('no')),
      };
      const tally = {
        total: ids.length,
        yesEverywhere: expected['yes-everywhere'].length,
        partlySomewhere: expected['partly-somewhere'].length,
        noSomewhere: expected['no-somewhere'].length,
        yes: questions.map((_, place) => that((some) => some[place] === 'yes').length),
      };
      expect(await gridTally(asked, today, read)).toEqual(tally);
      expect(await gridTally({ ...asked, titles: ids }, today, read)).toEqual(tally);
      for (const answer of GRID_ANSWERS)
        for (const titles of [[], ids]) {
          const found = await answeredGrid({ ...asked, answer, titles }, today, 100, read);
          expect(found.rows.map(({ contentId }) => contentId)).toEqual(expected[answer]);
        }
    }),
    { numRuns: 30 },
  );
}, 120_000);

it('amounts of tiers are those of the stored price tables, by territory, format and day', async () => {
  const stored: { readonly rights: TitleRights; readonly id: string }[] = [];
  for (const rights of fc.sample(inCatalog, 24)) {
    const studio = aName('Studio');
    const id = await store({ ...rights, takedowns: [] }, studio);
    const prices = rights.licenses[0]?.table.entries.filter(({ price }) => price !== 'same') ?? [];
    if (prices.length > 0)
      await recordPriceTable({ ...aCommand(), priceTableId: anId(), studio, prices }, unitOfWork);
    const table = Prices.of(prices);
    const licenses = rights.licenses.map((license) => ({ ...license, table }));
    stored.push({ id, rights: { ...rights, takedowns: [], licenses } });
  }
  let costs = 0;
  await fc.assert(
    fc.asyncProperty(aQuestion, async (question) => {
      const found = await availability.rights(
        stored.map(({ id }) => id),
        question,
      );
      for (const { rights, id } of stored) {
        const one = found.find(({ contentId }) => contentId === id);
        if (one === undefined) throw new Error('A title is gone.');
        const pricesIn = (title: TitleRights) =>
          availabilityOf(title, question).spans.flatMap((span) => {
            if (!span.available) return [];
            const all = [span, ...span.others].map(({ prices }) => JSON.stringify(prices));
            return [[span.days.toString(), ...all.sort()]];
          });
        expect(pricesIn(one)).toEqual(pricesIn(rights));
        costs += pricesIn(one).join().includes('"tier":"Tier') ? 1 : 0;
      }
    }),
    { numRuns: 120 },
  );
  expect(costs).toBeGreaterThan(10);
}, 120_000);

it('a text that matches a title is not treated as misspelled when a filter excludes the title', async () => {
  const studio = aName('Studio');
  const [spring, summer] = [
    offerFor('Spring', days('2026-03-01', '2026-05-31')),
    offerFor('Summer', days('2026-06-01', '2026-08-31')),
  ];
  const license = await seed.license({ studio, offers: [spring, summer] });
  await seed.title({ studio, title: 'Low Orbit', offers: [[license, spring]] });
  await seed.title({ studio, title: 'Low Orbits', offers: [[license, summer]] });
  const [territory] = territorySet(['US']);
  if (territory === undefined) throw new Error('There is no territory.');
  const question: AvailabilityQuestion = {
    ...{ territory, device: 'tv', rightsType: 'TVOD' },
    days: DateRange.fromDays('2026-03-15', '2026-03-15'),
  };
  const found = async (text: string) => {
    const search = { today: '2026-03-10', pageSize: 10 };
    const filter = { studio, text };
    const answer = { question, verdict: 'yes' as const };
    const { rows } = await views.list({ ...search, filter: { ...filter, answer } });
    const tally = await views.tally({ ...search, filter, question });
    return [rows.map(({ title }) => title), tally];
  };

  expect(await found('Orbits')).toEqual([[], { yes: 0, partly: 0, no: 1 }]);
  expect(await found('Orbis')).toEqual([['Low Orbit'], { yes: 1, partly: 0, no: 1 }]);
});

/** Stores a title with its licenses, their offers, its assignments and those of its takedowns that can be. @returns its id */
async function store({ licenses, takedowns }: TitleRights, studio: string, title = aName('Title')) {
  const [contractId, contentId] = [anId(), anId()];
  const details = contractDetails({ studio });
  await recordContract({ ...aCommand(), contractId, details }, unitOfWork);
  let version = 0;
  for (const { licenseId, licenseName, assigned, unassigned, window, ...terms } of licenses) {
    const { rightsType, territories, devices, formats, languages } = terms;
    await grantLicense(
      {
        ...aCommand(),
        ...{ licenseId, contractId },
        details: {
          ...{ name: licenseName, notes: '' },
          terms: {
            ...UNRESTRICTED,
            ...{ rightsType, territories, devices, formats },
            languages: languages.toData(),
            window: window.toData(),
          },
        },
      },
      unitOfWork,
    );
    const offers = [...assigned, ...unassigned].map((offer) => offer.toData());
    await generateOffers(
      { ...aCommand(), licenseId, expectedVersion: 1, plan: { kind: 'at', offers } },
      unitOfWork,
    );
    for (const offer of assigned) {
      const chosen = { licenseId, offer: offer.toData() };
      await (version === 0
        ? registerContent(
            {
              ...{ ...aCommand(), contentId, first: chosen },
              details: someContentDetails({ title, studio }),
            },
            unitOfWork,
          )
        : assignOffer({ ...aCommand(), contentId, expectedVersion: version, chosen }, unitOfWork));
      version += 1;
    }
  }
  for (const takedown of takedowns) {
    const { days: when, territories, rightsTypes, reason } = takedown.toData();
    const plan = { ...when, territories, rightsTypes, reason };
    try {
      await takeDownTitle({ ...aCommand(), contentId, expectedVersion: version, plan }, unitOfWork);
    } catch (refusal) {
      if (refusal instanceof NoRightsThere || refusal instanceof TakenDownAlready) continue;
      throw refusal;
    }
    version += 1;
  }
  return contentId;
}
