import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { contractDetails } from '../../builders/command-builders';
import { campaign } from '../../builders/effort';
import { anId, prices } from '../../builders/license-builders';
import type { Move } from '../../builders/license-moves';
import { aMove, dayAt, MOVING_DETAILS, proposed } from '../../builders/license-moves';
import { thisBuild } from '../../race/build';
import { AnswerLog } from '../../race/answer-log';
import type { Answer, LicenseRequest, Request } from '../../race/requests';
import { asking, newCommand, perform } from '../../race/requests';
import { testDatabase } from '../support';
import { LicenseModel } from './license-model';

const database = await testDatabase({ connections: 4 });
const views = new PrismaLicenseViews(database.prisma);
const answerLog = new AnswerLog();
const contract = { id: anId(), version: 0 };

/** The next step of a client, independent of the state. */
type Step =
  | { readonly how: 'change'; readonly move: Move; readonly lag: number }
  | { readonly how: 'first-free'; readonly at: number; readonly days: number; readonly lag: number }
  | { readonly how: 'ladder'; readonly at: number; readonly steps: number; readonly lag: number }
  | { readonly how: 'end'; readonly at: number; readonly lag: number }
  | { readonly how: 'undo'; readonly lag: number }
  | { readonly how: 'correct the contract' }
  | { readonly how: 'send the last one again' };

/** The number of versions a command is behind; mostly none, sometimes negative. */
const lag = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -1, max: 3 }) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ how: fc.constant('change' as const), move: aMove, lag }) },
  {
    weight: 3,
    arbitrary: fc.record({
      how: fc.constant('first-free' as const),
      at: fc.nat(79),
      days: fc.integer({ min: 1, max: 20 }),
      lag,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      how: fc.constant('ladder' as const),
      at: fc.nat(79),
      steps: fc.integer({ min: 1, max: 4 }),
      lag,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ how: fc.constant('end' as const), at: fc.nat(79), lag }),
  },
  { weight: 3, arbitrary: fc.record({ how: fc.constant('undo' as const), lag }) },
  { weight: 1, arbitrary: fc.constant({ how: 'correct the contract' as const }) },
  { weight: 2, arbitrary: fc.constant({ how: 'send the last one again' as const }) },
);

/** The request that a step means for the current state of a license. */
function requestOf(
  chosen: Exclude<Step, { how: 'correct the contract' | 'send the last one again' }>,
  model: LicenseModel,
): LicenseRequest {
  const expectedVersion = Math.max(1, model.history.length - chosen.lag);
  const command = { ...newCommand(), licenseId: model.id, expectedVersion };
  const some = { name: 'Slot', prices: prices('1.99'), devices: ['tv'] };
  switch (chosen.how) {
    case 'change':
      return asking(proposed(chosen.move, model.state), model.id, expectedVersion);
    case 'first-free': {
      const { at, days } = chosen;
      const plan = { kind: 'first-free', offer: some, days, onOrAfter: dayAt(at) } as const;
      return { kind: 'generate', command: { ...command, plan } };
    }
    case 'ladder': {
      const steps = Array.from({ length: chosen.steps }, (_, index) => ({
        ...some,
        days: 1 + ((chosen.at + index) % 7),
      }));
      const plan = { kind: 'ladder', start: dayAt(chosen.at), steps, devices: ['tv'] } as const;
      return { kind: 'generate', command: { ...command, plan } };
    }
    case 'end': {
      const plan = { kind: 'ended', lastDay: dayAt(chosen.at), reason: 'Reverted' } as const;
      return { kind: 'close', command: { ...command, plan } };
    }
    case 'undo':
      return { kind: 'undo', command };
  }
}

async function ask(request: Request): Promise<Answer> {
  const answer = await perform(thisBuild, database.unitOfWork, request);
  answerLog.note(request, answer);
  return answer;
}

async function correctContract(): Promise<void> {
  const { id: contractId, version: expectedVersion } = contract;
  const command = { ...newCommand(), contractId, expectedVersion, details: contractDetails() };
  const answer = await ask({ kind: 'correct', command });
  contract.version += 1;
  expect(answer).toMatchObject({ kind: 'accepted', version: contract.version });
}

beforeAll(async () => {
  const command = { ...newCommand(), contractId: contract.id, details: contractDetails() };
  contract.version = 1;
  expect(await ask({ kind: 'record', command })).toMatchObject({ kind: 'accepted', version: 1 });
});

const seen = new Map<string, number>();

afterAll(() => {
  const counts = [...seen].map(([what, count]) => `${count} ${what}`).join(', ');
  console.info(`Model: ${counts}`);
});

it(
  'stores exactly what the domain says after any sequence of commands, and answers as it says',
  { timeout: 3_600_000 },
  async () => {
    const { size: numRuns, seed } = campaign('Sequences of commands on a license', {
      usual: 100,
      full: 1_000,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 16, size: 'max' }),
        async (steps) => {
          const model = new LicenseModel(contract.id);
          const grant = { ...newCommand(), licenseId: model.id, contractId: contract.id };
          let last: Request = { kind: 'grant', command: { ...grant, details: MOVING_DETAILS } };
          expect(await ask(last)).toEqual(model.predict(last));

          for (const chosen of steps) {
            if (chosen.how === 'correct the contract') {
              await correctContract();
              continue;
            }
            if (chosen.how !== 'send the last one again') last = requestOf(chosen, model);
            const answer = await ask(last);
            expect(answer).toEqual(model.predict(last));
            const what = answer.kind === 'refused' ? answer.code : answer.kind;
            seen.set(what, (seen.get(what) ?? 0) + 1);
          }

          const stored = await views.licenseSince(model.id, 0);
          expect(stored?.view.version).toBe(model.history.length);
          expect(stored?.view.details).toEqual(model.state.details);
          expect(stored?.view.offers).toEqual(model.state.offers);
          expect(stored?.view.closing).toEqual(model.state.closing);
          expect(stored?.changes).toEqual(model.history);
        },
      ),
      { numRuns, seed },
    );

    expect(await answerLog.findings(database.url)).toEqual([]);
  },
);
