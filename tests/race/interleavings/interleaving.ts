// Longer than 300 lines on purpose: the moves that are interleaved and what is demanded of their outcome belong together. A
// new move needs a line in each part.

import type { LicenseClosingPlan } from '../../../src/domain/closing';
import type { LicenseDetailsData } from '../../../src/domain/license/license-details';
import type { OfferData } from '../../../src/domain/license/offer';
import { DateRange, addDays, isoDate } from '../../../src/domain/values/date-range';
import { explainConflict } from '../../../src/service/license/conflict-explanation';
import type { LicenseIntent } from '../../../src/service/license/conflict-explanation';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import type { LicenseViews } from '../../../src/service/license/license-views';
import { contractDetails } from '../../builders/command-builders';
import { anId, days, prices, someDetails } from '../../builders/license-builders';
import type { Build } from '../build';
import { AnswerLog } from '../answer-log';
import type { Answer, LicenseRequest, Request } from '../requests';
import { Gate, GatedUnitOfWork } from '../gates';
import { asking, madeAgain, newCommand, perform } from '../requests';

/** One app: a build of the program, opened on a database. */
export interface App {
  readonly build: Build;
  readonly unitOfWork: UnitOfWork;
  readonly views: LicenseViews;
}

/** A license that two people have open, both at this version. */
export interface RaceFixture {
  readonly licenseId: string;
  readonly version: number;
  readonly details: LicenseDetailsData;
  /** The offers of February and April. */
  readonly february: OfferData;
  readonly april: OfferData;
}

/** Records the contract of the fixtures. */
export async function recordRaceContract({ build, unitOfWork }: App): Promise<string> {
  const contractId = anId();
  const command = { ...newCommand(), contractId, details: contractDetails() };
  const answer = await perform(build, unitOfWork, { kind: 'record', command });
  if (answer.kind !== 'accepted') throw new Error(`The contract was not recorded: ${answer.kind}`);
  return contractId;
}

/** Grants a license with some history: two offers, the first of which was replaced later. */
export async function makeRaceFixture(
  { build, unitOfWork }: App,
  contractId: string,
  answerLog: AnswerLog,
): Promise<RaceFixture> {
  const licenseId = anId();
  const details = someDetails({ terms: { window: days('2026-01-01', '2026-12-31') } });
  const original = offer('Premiere', days('2026-02-01', '2026-02-28'));
  const february = { ...original, prices: prices('3.99') };
  const april = offer('Library', days('2026-04-01', '2026-04-30'));
  const requests: readonly Request[] = [
    { kind: 'grant', command: { ...newCommand(), licenseId, contractId, details } },
    asking({ kind: 'offers-generated', offers: [original, april] }, licenseId, 1),
    asking({ kind: 'offer-replaced', before: original, after: february }, licenseId, 2),
  ];
  for (const request of requests) {
    const answer = await perform(build, unitOfWork, request);
    answerLog.note(request, answer);
    if (answer.kind !== 'accepted') throw new Error(`The fixture was not set: ${answer.kind}`);
  }
  return { licenseId, version: 3, details, february, april };
}

/** The target of a change: the days, the offer, and the amendment. */
export interface Aim {
  readonly who: string;
  readonly firstDay: string;
  readonly offer: 'february' | 'april';
  readonly amendment: (details: LicenseDetailsData) => LicenseDetailsData;
}

/** Both want the same days and the same offer, and amendments remove those days. */
export const COLLIDING: readonly [Aim, Aim] = [
  { who: 'Ada', firstDay: '2026-06-01', offer: 'february', amendment: endingInMay('Ada') },
  { who: 'Ben', firstDay: '2026-06-11', offer: 'february', amendment: endingInMay('Ben') },
];

/** Each wants other days and another offer, and amendments remove nothing. */
export const APART: readonly [Aim, Aim] = [
  {
    who: 'Ada',
    firstDay: '2026-06-01',
    offer: 'february',
    amendment: (details) => ({ ...details, notes: 'Ada was here' }),
  },
  {
    who: 'Ben',
    firstDay: '2026-09-01',
    offer: 'april',
    amendment: (details) => ({ ...details, name: 'Ben’s' }),
  },
];

function endingInMay(who: string) {
  return (details: LicenseDetailsData): LicenseDetailsData => ({
    ...details,
    notes: `${who} ended it in May`,
    terms: { ...details.terms, window: days('2026-01-01', '2026-05-31') },
  });
}

/** Changes to the license, each legal by itself. */
export const MOVES = {
  'generate at a window': ({ licenseId, version }: RaceFixture, { who, firstDay }: Aim) =>
    generate(licenseId, version, { kind: 'at', offers: [offer(who, thirtyDays(firstDay))] }),
  'generate in the first free slot': (
    { licenseId, version }: RaceFixture,
    { who, firstDay }: Aim,
  ) => {
    const { name, prices: list, devices } = offer(who, thirtyDays(firstDay));
    const slot = { days: 30, onOrAfter: firstDay };
    const plan = { kind: 'first-free', offer: { name, prices: list, devices }, ...slot } as const;
    return generate(licenseId, version, plan);
  },
  'generate a price ladder': ({ licenseId, version }: RaceFixture, { who, firstDay }: Aim) =>
    generate(licenseId, version, {
      kind: 'ladder',
      start: firstDay,
      steps: [
        { name: `${who} 1`, prices: prices('2.99'), days: 15 },
        { name: `${who} 2`, prices: prices('1.99'), days: 15 },
      ],
      devices: ['tv'],
    }),
  replace: (fixture: RaceFixture, { who, firstDay, offer: which }: Aim) =>
    asking(
      {
        kind: 'offer-replaced',
        before: fixture[which],
        after: offer(who, thirtyDays(firstDay)),
      },
      fixture.licenseId,
      fixture.version,
    ),
  rearrange: (fixture: RaceFixture, { who, firstDay, offer: which }: Aim) =>
    asking(
      {
        kind: 'offers-rearranged',
        replaced: [{ before: fixture[which], after: offer(who, thirtyDays(firstDay)) }],
        added: [
          {
            offer: offer(
              `${who}’s rest`,
              days(addDays(isoDate(firstDay), -5), addDays(isoDate(firstDay), -1)),
            ),
            titlesOf: fixture[which],
          },
        ],
        withdrawn: which === 'february' ? [fixture.april] : [],
      },
      fixture.licenseId,
      fixture.version,
    ),
  withdraw: (fixture: RaceFixture, { offer: which }: Aim) =>
    asking(
      { kind: 'offers-withdrawn', offers: [fixture[which]] },
      fixture.licenseId,
      fixture.version,
    ),
  amend: ({ licenseId, version, details }: RaceFixture, { amendment }: Aim) =>
    asking(
      { kind: 'license-amended', before: details, after: amendment(details) },
      licenseId,
      version,
    ),
  end: ({ licenseId, version }: RaceFixture, { who, firstDay }: Aim) =>
    closing(licenseId, version, {
      ...{ kind: 'ended', lastDay: addDays(isoDate(firstDay), -60), reason: `${who} ended it` },
    }),
  void: ({ licenseId, version }: RaceFixture, { who }: Aim) =>
    closing(licenseId, version, { kind: 'void', reason: `${who} made it void` }),
  undo: ({ licenseId, version }: RaceFixture): LicenseRequest => ({
    kind: 'undo',
    command: { ...newCommand(), licenseId, expectedVersion: version },
  }),
} satisfies Record<string, (fixture: RaceFixture, aim: Aim) => LicenseRequest>;

export type Move = keyof typeof MOVES;
export const EVERY_MOVE = Object.keys(MOVES) as Move[];

/** A move as a request of a person, who is recorded in the history. */
export function moveOf(move: Move, fixture: RaceFixture, aim: Aim): LicenseRequest {
  const request = MOVES[move](fixture, aim);
  return {
    ...request,
    command: { ...request.command, actor: { name: aim.who } },
  } as LicenseRequest;
}

/** The number of steps of an undisturbed move: its reads and the write. */
export async function stepsOf(move: Move, app: App, contractId: string): Promise<number> {
  const answerLog = new AnswerLog();
  const request = moveOf(move, await makeRaceFixture(app, contractId, answerLog), COLLIDING[0]);
  const gate = new Gate();
  const answer = performGated(app, request, gate);
  await gate.open();
  if ((await answer).kind !== 'accepted') throw new Error(`To ${move} is not legal by itself.`);
  return gate.taken;
}

/** Starts a request that stops at the gate before each of its steps. */
export async function performGated(app: App, request: Request, gate: Gate): Promise<Answer> {
  const gated = new GatedUnitOfWork(app.unitOfWork, gate);
  return perform(app.build, gated, request).finally(() => gate.finish());
}

/** Runs the steps of two requests in the given order, then all remaining ones. */
export async function inOrder(
  app: App,
  requests: readonly [Request, Request],
  order: readonly (0 | 1)[],
): Promise<[Answer, Answer]> {
  const gates = [new Gate(), new Gate()] as const;
  const answers = [
    performGated(app, requests[0], gates[0]),
    performGated(app, requests[1], gates[1]),
  ] as const;
  for (const turn of order) await gates[turn].step();
  await gates[0].open();
  await gates[1].open();
  return Promise.all(answers);
}

/**
 * Problems with the result of an interleaving: exactly one of the two must win; the other must be stale, receive the
 * changes since, and succeed or be resolved on the latest version.
 */
export async function complaintsAbout(
  app: App,
  fixture: RaceFixture,
  requests: readonly [LicenseRequest, LicenseRequest],
  answers: readonly [Answer, Answer],
  answerLog: AnswerLog,
): Promise<string[]> {
  requests.forEach((request, index) => answerLog.note(request, answers[index] ?? { kind: 'busy' }));
  const winner = answers.findIndex(({ kind }) => kind === 'accepted');
  const [won, lost] = winner === 0 ? answers : ([answers[1], answers[0]] as const);
  if (won.kind !== 'accepted' || won.version !== fixture.version + 1)
    return [`nobody won: ${JSON.stringify(answers)}`];
  if (lost.kind !== 'refused' || lost.code !== 'stale')
    return [`the loser was answered with ${JSON.stringify(lost)}`];
  const [winning, losing] = winner === 0 ? requests : [requests[1], requests[0]];
  return resolveConflict(app, fixture, winning, losing, answerLog);
}

async function resolveConflict(
  app: App,
  { licenseId, version }: RaceFixture,
  winning: LicenseRequest,
  losing: LicenseRequest,
  answerLog: AnswerLog,
): Promise<string[]> {
  const complaints: string[] = [];
  const explained = await explainConflict(licenseId, version, intentOf(losing), app.views);
  if (explained.latestVersion !== version + 1)
    complaints.push(`explained on version ${explained.latestVersion}`);
  if (explained.since.map(({ actor }) => actor).join() !== winning.command.actor.name)
    complaints.push(`explained by ${JSON.stringify(explained.since)}`);

  const retry = async (request: LicenseRequest) => {
    const answer = await perform(app.build, app.unitOfWork, request);
    answerLog.note(request, answer);
    return answer;
  };
  const again = await retry(madeAgain(losing, explained.latestVersion));
  if (again.kind === 'accepted') return complaints;
  if (again.kind !== 'refused' || NOT_RULES.includes(again.code))
    return [...complaints, `made again, it was answered with ${JSON.stringify(again)}`];
  const [way] = explained.ways;
  if (way === undefined) return complaints;
  const retried = await retry(asking(way.change, licenseId, explained.latestVersion));
  return retried.kind === 'accepted'
    ? complaints
    : [...complaints, `the way out “${way.label}” was answered with ${JSON.stringify(retried)}`];
}

const NOT_RULES = ['stale', 'version-ahead', 'not-found', 'key-reused'];

function intentOf(request: LicenseRequest): LicenseIntent {
  switch (request.kind) {
    case 'generate': {
      const { plan } = request.command;
      if (plan.kind === 'price-plan') throw new Error('No interleaving names a price plan.');
      return { kind: 'generate', plan };
    }
    case 'replace': {
      const { before, after } = request.command;
      return { kind: 'change', change: { kind: 'offer-replaced', before, after } };
    }
    case 'withdraw':
      return {
        kind: 'change',
        change: { kind: 'offers-withdrawn', offers: request.command.offers },
      };
    case 'rearrange': {
      const { replaced, added, withdrawn } = request.command;
      return {
        kind: 'change',
        change: { kind: 'offers-rearranged', replaced, added, withdrawn },
      };
    }
    case 'amend': {
      const { details } = request.command;
      return {
        kind: 'change',
        change: { kind: 'license-amended', before: details, after: details },
      };
    }
    case 'close':
      return { kind: 'close', plan: request.command.plan };
    case 'undo':
      return { kind: 'undo' };
  }
}

function generate(
  licenseId: string,
  expectedVersion: number,
  plan: Extract<LicenseRequest, { kind: 'generate' }>['command']['plan'],
): LicenseRequest {
  return { kind: 'generate', command: { ...newCommand(), licenseId, expectedVersion, plan } };
}

function closing(
  licenseId: string,
  expectedVersion: number,
  plan: LicenseClosingPlan,
): LicenseRequest {
  return { kind: 'close', command: { ...newCommand(), licenseId, expectedVersion, plan } };
}

function offer(name: string, window: OfferData['window']): OfferData {
  return { name, prices: prices('4.99'), window, devices: ['tv'] };
}

function thirtyDays(firstDay: string): OfferData['window'] {
  return DateRange.of(firstDay, addDays(isoDate(firstDay), 30)).toData();
}
