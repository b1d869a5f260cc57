import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DateRangeData } from '../../../src/domain/values/date-range';
import { PrismaAvailabilityViews } from '../../../src/adapters/postgres/content/availability-views';
import { PrismaContentViews } from '../../../src/adapters/postgres/content/content-views';
import { availabilityOf } from '../../../src/domain/content/availability';
import type { OfferData } from '../../../src/domain/license/offer';
import { union } from '../../../src/domain/content/coverage';
import { DateRange } from '../../../src/domain/values/date-range';
import type { Territory } from '../../../src/domain/values/territory';
import { DEVICES } from '../../../src/domain/values/device';
import { ReadableMemory } from '../../fakes/readable-memory';
import { campaign } from '../../builders/effort';
import { anId, days, someDetails, anOfferData, prices } from '../../builders/license-builders';
import { contractDetails } from '../../builders/command-builders';
import { thisBuild } from '../../race/build';
import { AnswerLog } from '../../race/answer-log';
import { Random } from '../../race/random';
import { randomFurtherTerms, randomRequest } from '../../race/random-requests';
import { details, randomTitleRequest, seenTitle } from '../../race/random-title-requests';
import type { Answer, Request } from '../../race/requests';
import { asking, newCommand, perform } from '../../race/requests';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import { testDatabase } from '../support';

/*
 * Runs the same commands on licenses and their titles in memory and on PostgreSQL: answers and states must be equal, and
 * PostgreSQL must violate no rule (C1, C2, C3). The covered days in catalog and calendar must be those with an available
 * answer for any territory and device.
 */

const TERRITORIES = [['CA', 'US'], ['US'], ['DE', 'FR']];
const TITLES = 3;
const COMMANDS = 25;

const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

const database = await testDatabase();
const contentViews = new PrismaContentViews(database.prisma);
const availabilityViews = new PrismaAvailabilityViews(database.prisma);
const answerLog = new AnswerLog();

it(
  'sequences of commands on licenses and titles end alike in memory and on PostgreSQL',
  { timeout: 600_000 },
  async () => {
    const seen = new Map<string, number>();
    const { size: numRuns, seed } = campaign('Sequences of commands on licenses and titles', {
      usual: 75,
      full: 300,
    });
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (sequence) => {
        const random = new Random(sequence);
        const fake = new ReadableMemory();
        const both = async (request: Request) => {
          const expected = await perform(thisBuild, fake, request);
          const answer = await perform(thisBuild, database.unitOfWork, request);
          answerLog.note(request, answer);
          expect(answer).toEqual(expected);
          return answer;
        };
        const { contractId, licenseIds, contentIds } = await setUp(both, random);
        const past = contentIds.map(() => new Map<number, object>());
        for (let turn = 0; turn < COMMANDS; turn += 1) {
          const licenseId = random.one(licenseIds);
          const license = fake.contents.licenses[licenseId ?? ''];
          if (licenseId === undefined || license === undefined) throw new Error('No license.');
          const view = { id: licenseId, ...license };
          const titles = await Promise.all(contentIds.map((id) => readTitle(fake, id)));
          const request =
            (random.chance(0.6) ? randomTitleRequest(titles, view, random) : null) ??
            randomRequest(
              view,
              { id: contractId, version: contractVersion(fake, contractId) },
              random,
            );
          for (const [index, id] of contentIds.entries()) {
            const { version, ...state } = await stateOf(fake, id);
            past[index]?.set(version, state);
          }
          const answer = await both(request);
          const what = answer.kind === 'refused' ? answer.code : answer.kind;
          seen.set(`${request.kind} ${what}`, (seen.get(`${request.kind} ${what}`) ?? 0) + 1);
        }
        for (const id of contentIds) {
          expect(await readTitle(database.unitOfWork, id)).toEqual(await readTitle(fake, id));
          const { closing } = await readTitle(fake, id);
          expect(await coverageOf(id)).toEqual(closing === null ? await availableAnywhere(id) : []);
        }
        for (const [index, id] of contentIds.entries()) {
          const { version: latest, ...now } = await stateOf(fake, id);
          past[index]?.set(latest, now);
          for (const [version, state] of past[index] ?? [])
            if (version === latest || random.chance(0.2))
              expect(await asOf(id, version)).toEqual(state);
        }
      }),
      { numRuns, seed },
    );

    expect(await answerLog.findings(database.url)).toEqual([]);
    for (const expected of [
      'assign accepted',
      'assign offer-clash',
      'assign offer-gone',
      'assign titles accepted',
      'unassign titles accepted',
      'move accepted',
      'unassign accepted',
      'unassign last-assignment',
      'withdraw titles-stranded',
      'withdraw accepted',
      'amend titles-clash',
      'replace accepted',
      'register accepted',
      'correct title accepted',
      'correct title identifier-taken',
      'take down accepted',
      'take down titles accepted',
      'undo takedowns accepted',
      'bring back accepted',
      'close title accepted',
      'reopen title accepted',
      'close accepted',
      'close licenses accepted',
      'reopen licenses accepted',
      'undo accepted',
    ])
      expect([...seen.keys()]).toContain(expected);
  },
);

async function setUp(
  both: (request: Request) => Promise<Answer>,
  random: Random,
): Promise<{ contractId: string; licenseIds: string[]; contentIds: string[] }> {
  const contractId = anId();
  const recording = { ...newCommand(), contractId, details: contractDetails() };
  await both({ kind: 'record', command: recording });
  const licenseIds = TERRITORIES.map(anId);
  const contentIds = Array.from({ length: TITLES }, anId);
  const offers = ['02', '05', '08'].map((month) =>
    anOfferData({ prices: prices('2.99'), window: days(`2026-${month}-01`, `2026-${month}-20`) }),
  );
  for (const [index, licenseId] of licenseIds.entries()) {
    const window = days('2026-01-01', '2026-12-31');
    const granted = someDetails({
      terms: {
        ...randomFurtherTerms(random),
        ...{ territories: TERRITORIES[index] ?? [], window },
      },
    });
    await both({
      kind: 'grant',
      command: { ...newCommand(), licenseId, contractId, details: granted },
    });
    await both(asking({ kind: 'offers-generated', offers }, licenseId, 1));
  }
  for (const [index, contentId] of contentIds.entries()) {
    const [offer] = offers;
    const licenseId = licenseIds[index];
    if (offer === undefined || licenseId === undefined) throw new Error('There is no offer.');
    const first = { licenseId, offer };
    const command = { ...newCommand(), contentId, details: details(licenseId, random), first };
    await both({ kind: 'register', command });
  }
  return { contractId, licenseIds, contentIds };
}

/** A title with its offers as its licenses have them now. */
async function stateOf(unitOfWork: UnitOfWork, contentId: string) {
  return unitOfWork.run(newCommand(), async ({ contents }) => {
    const content = await contents.get(contentId);
    if (content === null) throw new Error('There is no such title.');
    const { version, details, takedowns, closing, assignments } = content;
    return {
      ...{ version, details: details.toData(), closing },
      takedowns: takedowns.map((takedown) => takedown.toData()),
      assigned: inOrder(
        assignments.map(({ licenseId, licenseName, territories, offer }) => ({
          ...{ licenseId, licenseName, territories, offer: offer.toData() },
        })),
      ),
    };
  });
}

/** The same from its history. */
async function asOf(contentId: string, version: number) {
  const past = await contentViews.contentAsOf(contentId, version);
  if (past === null) throw new Error(`There is no version ${version}.`);
  const { details, closing, takedowns, assigned } = past;
  return {
    ...{ details, closing, takedowns },
    assigned: inOrder(
      assigned.map(({ licenseId, licenseName, territories, offer }) => ({
        ...{ licenseId, licenseName, territories, offer },
      })),
    ),
    replayed: false,
  };
}

function inOrder<T extends { readonly licenseId: string; readonly offer: OfferData }>(
  assigned: readonly T[],
): readonly T[] {
  const placeOf = ({ licenseId, offer }: T) => `${offer.window.startsOn} ${licenseId}`;
  return assigned.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

// A copy of a copy can be years later.
const ALL_DAYS = days('2025-12-01', '2099-12-31');
const WITHIN = DateRange.of(ALL_DAYS.startsOn, ALL_DAYS.endsOn);

async function coverageOf(id: string): Promise<readonly DateRangeData[]> {
  return (await contentViews.content(id))?.coverage ?? [];
}

/** The days on which a title may be shown in any territory on any device; all these licenses are for SVOD. */
async function availableAnywhere(id: string): Promise<readonly DateRangeData[]> {
  const [title] = await availabilityViews.rights([id], {
    rightsType: 'SVOD',
    territory: 'US' as Territory,
    days: WITHIN,
  });
  if (title === undefined) throw new Error('There is no such title.');
  const territories = new Set(title.licenses.flatMap((license) => license.territories));
  const spans = [...territories].flatMap((territory) =>
    DEVICES.flatMap((device) => {
      const question = { territory, device, rightsType: 'SVOD', days: WITHIN } as const;
      return availabilityOf(title, question).spans.filter(({ available }) => available);
    }),
  );
  return union(spans.map((span) => span.days.toData()));
}

function contractVersion(fake: ReadableMemory, id: string): number {
  return fake.contents.contracts[id]?.version ?? 0;
}

async function readTitle(unitOfWork: UnitOfWork, contentId: string) {
  return unitOfWork.run(newCommand(), async ({ contents }) => {
    const content = await contents.get(contentId);
    if (content === null) throw new Error('There is no such title.');
    return { ...seenTitle(content), closing: content.closing };
  });
}
