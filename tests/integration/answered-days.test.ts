import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TitleRights } from '../../src/domain/availability';
import { PrismaAvailabilityViews } from '../../src/adapters/postgres/availability-views';
import { PrismaContentViews } from '../../src/adapters/postgres/content-views';
import { availabilityOf } from '../../src/domain/availability';
import { assignOffer, registerContent } from '../../src/service/content-service';
import { recordContract } from '../../src/service/contract-service';
import { generateOffers, grantLicense } from '../../src/service/license-service';
import { aCommand, contractDetails } from '../builders/command-builders';
import { someContentDetails } from '../builders/content-builders';
import { aName, anId } from '../builders/license-builders';
import { aQuestion, someRights } from '../builders/random-rights';
import { testDatabase } from './support';

const database = await testDatabase();
const { unitOfWork } = database;
const views = new PrismaContentViews(database.prisma);
const availability = new PrismaAvailabilityViews(database.prisma);

const VERDICTS = ['yes', 'partly', 'no'] as const;

it('titles are counted and listed by the answers that availabilityOf gives each of them', async () => {
  const studio = aName('Studio');
  for (const rights of fc.sample(someRights, 25)) await store(rights, studio);
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

it('a text that some title has is not taken to be misspelt because their answers are others', async () => {
  const studio = aName('Studio');
  const [rights, other] = fc.sample(someRights, 2);
  if (rights === undefined || other === undefined) throw new Error('There are no rights.');
  await store(rights, studio, 'Low Orbit');
  await store(other, studio, 'Low Orbits of Saturn');
  const [never] = fc.sample(
    aQuestion.map((question) => ({ ...question, rightsType: 'FAST' as const })),
    1,
  );
  if (never === undefined) throw new Error('There is no question.');
  const search = (text: string) => ({
    ...{ filter: { studio, text }, today: '2026-06-10', pageSize: 10 },
  });

  expect(await views.tally({ ...search('Saturn'), question: never })).toEqual({
    ...{ yes: 0, partly: 0, no: 1 },
  });
  expect(await views.tally({ ...search('Lwo Orbit'), question: never })).toEqual({
    ...{ yes: 0, partly: 0, no: 2 },
  });
  const filter = { studio, text: 'Orbits', answer: { question: never, verdict: 'yes' as const } };
  expect((await views.list({ ...search(''), filter })).total).toBe(0);
});

/** Stores a title with its licenses, their offers and those of them it has. */
async function store({ licenses }: TitleRights, studio: string, title = aName('Title')) {
  const [contractId, contentId] = [anId(), anId()];
  const details = contractDetails({ studio });
  await recordContract({ ...aCommand(), contractId, details }, unitOfWork);
  let version = 0;
  for (const { licenseId, licenseName, assigned, unassigned, window, ...terms } of licenses) {
    const { rightsType, territories, devices } = terms;
    await grantLicense(
      {
        ...aCommand(),
        ...{ licenseId, contractId },
        details: {
          ...{ name: licenseName, notes: '' },
          terms: { rightsType, territories, devices, window: window.toData() },
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
}
