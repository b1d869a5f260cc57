import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDomainError } from '../../../src/domain/errors';
import { assignOffer } from '../../../src/service/content/content-service';
import { closeTitle } from '../../../src/service/content/close-title';
import { closeContract, reopenContract } from '../../../src/service/contract/close-contract';
import { correctContract } from '../../../src/service/contract/contract-service';
import { closeLicense } from '../../../src/service/license/close-license';
import { grantLicense } from '../../../src/service/license/license-service';
import { undoChange } from '../../../src/service/license/undo-change';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, days, someDetails } from '../../builders/license-builders';
import { gate, resolvable } from '../../contracts/gate';
import { findingsIn } from '../../race/answer-log';
import { PATIENT } from '../../race/interleavings/title-pairs';
import { until } from '../../race/until';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';

/*
 * A contract that becomes void or comes back beside every other command on it, on its licenses and on their titles: whatever
 * the order, the result is that of one after the other, and no license is in use under a void contract.
 */

const databases = {
  sound: await testDatabase({ connections: 6, limits: PATIENT }),
  ungranted: await testDatabase({ connections: 6, limits: PATIENT }),
  unreturned: await testDatabase({ connections: 6, limits: PATIENT }),
};
const { sound } = databases;
const lockHolder = new pg.Client({ connectionString: sound.url });
beforeAll(() => lockHolder.connect());
afterAll(() => lockHolder.end());

const spring = offerFor('Spring', days('2026-03-01', '2026-03-31'));
const fall = offerFor('Fall', days('2026-09-01', '2026-09-30'));
const REASON = 'Recorded twice';

/** A contract at version 1 with a license in use and a void one; a title has one of the two offers of the first. */
interface Scene {
  readonly contract: string;
  readonly used: string;
  readonly spare: string;
  readonly title: string;
  /** 1, or after the contract became void 2. */
  readonly version: number;
}

async function scene(unitOfWork: UnitOfWork, isVoid: boolean): Promise<Scene> {
  const seed = new SeedData(unitOfWork);
  const contract = await seed.contract();
  const used = await seed.license({ contractId: contract, offers: [spring, fall] });
  const spare = await seed.license({ contractId: contract, offers: [spring] });
  const plan = { kind: 'void', reason: 'A mistake' } as const;
  await closeLicense({ ...aCommand(), licenseId: spare, expectedVersion: 2, plan }, unitOfWork);
  const title = await seed.title({ offers: [[used, spring]] });
  const made = { contract, used, spare, title, version: 1 };
  if (!isVoid) return made;
  await MOVES['void the contract'](made, unitOfWork);
  return { ...made, version: 2 };
}

type Move = (scene: Scene, unitOfWork: UnitOfWork) => Promise<unknown>;

const MOVES = {
  'void the contract': ({ contract, used, version }, unitOfWork) =>
    closeContract(
      {
        ...{ ...aCommand(), contractId: contract, expectedVersion: version, reason: REASON },
        licenses: [{ licenseId: used, expectedVersion: 2 }],
      },
      unitOfWork,
    ),
  'grant a license': ({ contract }, unitOfWork) =>
    grantLicense(
      { ...aCommand(), licenseId: anId(), contractId: contract, details: someDetails() },
      unitOfWork,
    ),
  'bring the void license back': ({ spare }, unitOfWork) =>
    undoChange({ ...aCommand(), licenseId: spare, expectedVersion: 3 }, unitOfWork),
  'correct the contract': ({ contract, version }, unitOfWork) =>
    correctContract(
      {
        ...{ ...aCommand(), contractId: contract, expectedVersion: version },
        details: contractDetails(),
      },
      unitOfWork,
    ),
  'end the license': ({ used }, unitOfWork) =>
    closeLicense(
      {
        ...{ ...aCommand(), licenseId: used, expectedVersion: 2 },
        plan: { kind: 'ended', lastDay: '2026-06-30', reason: 'Terminated' },
      },
      unitOfWork,
    ),
  'assign the title its other offer': ({ used, title }, unitOfWork) =>
    assignOffer(
      {
        ...{ ...aCommand(), contentId: title, expectedVersion: 1 },
        chosen: { licenseId: used, offer: fall },
      },
      unitOfWork,
    ),
  'retire the title': ({ title }, unitOfWork) =>
    closeTitle(
      {
        ...{ ...aCommand(), contentId: title, expectedVersion: 1 },
        closing: { kind: 'retired', reason: 'Out of the catalog' },
      },
      unitOfWork,
    ),
  'bring the contract back with its license': ({ contract, version }, unitOfWork) =>
    reopenContract(
      { ...aCommand(), contractId: contract, expectedVersion: version, withLicenses: true },
      unitOfWork,
    ),
  'bring the contract back alone': ({ contract, version }, unitOfWork) =>
    reopenContract(
      { ...aCommand(), contractId: contract, expectedVersion: version, withLicenses: false },
      unitOfWork,
    ),
  'void the retired title': ({ title }, unitOfWork) =>
    closeTitle(
      {
        ...{ ...aCommand(), contentId: title, expectedVersion: 2 },
        closing: { kind: 'void', reason: 'Registered twice' },
      },
      unitOfWork,
    ),
} satisfies Record<string, Move>;

type MoveName = keyof typeof MOVES;

/** Pairs on a contract in use, and on a void one. */
const PAIRS: readonly (readonly [isVoid: boolean, MoveName, MoveName])[] = [
  [false, 'void the contract', 'void the contract'],
  [false, 'void the contract', 'grant a license'],
  [false, 'void the contract', 'bring the void license back'],
  [false, 'void the contract', 'correct the contract'],
  [false, 'void the contract', 'end the license'],
  [false, 'void the contract', 'assign the title its other offer'],
  [false, 'void the contract', 'retire the title'],
  [true, 'bring the contract back with its license', 'bring the contract back with its license'],
  [true, 'bring the contract back with its license', 'bring the contract back alone'],
  [true, 'bring the contract back with its license', 'void the retired title'],
  [true, 'bring the contract back alone', 'void the retired title'],
];

describe('beside another command', () => {
  it.each(PAIRS)('ends as one after the other (void: %s): %s, %s', async (isVoid, one, other) => {
    const { unitOfWork } = sound;
    const names = [one, other] as const;
    const allowed: string[] = [];
    for (const turns of ORDERS) {
      const at = await scene(unitOfWork, isVoid);
      const outcomes: string[] = ['', ''];
      for (const turn of turns)
        outcomes[turn] = await outcomeOf(MOVES[names[turn]](at, unitOfWork));
      allowed.push(await endingOf(at, outcomes));
    }
    const endings: string[] = [];
    for (const turns of ORDERS) {
      const at = await scene(unitOfWork, isVoid);
      endings.push(await endingOf(at, await bothDecided(unitOfWork, at, names, turns)));
      const again = await scene(unitOfWork, isVoid);
      endings.push(await endingOf(again, await bothWaiting(unitOfWork, again, names, turns)));
    }

    expect(endings.filter((ending) => !allowed.includes(ending))).toEqual([]);
  });

  it('leaves nothing that the consistency check finds', async () => {
    expect(await findingsIn(sound.url)).toEqual([]);
  });
});

describe('without the guards in the database', () => {
  it.each([
    ['ungranted', 'grant a license', 'licenses_granted_under_contract'],
    ['unreturned', 'bring the void license back', 'licenses_reopened_under_contract'],
  ] as const)(
    'a license is in use under a void contract, which the check finds: %s',
    async (which, move, trigger) => {
      const { unitOfWork, url } = databases[which];
      const race = async (turns: Turns) =>
        bothDecided(unitOfWork, await scene(unitOfWork, false), ['void the contract', move], turns);
      expect(await race([0, 1])).toEqual(['done', 'contract-void']);
      expect(await race([1, 0])).toEqual(['licenses-in-use', 'done']);
      expect(await findingsIn(url)).toEqual([]);

      await databases[which].rows('DROP TRIGGER contracts_void_without_licenses ON contracts');
      expect(await race([0, 1])).toEqual(['done', 'contract-void']);
      expect(await race([1, 0])).toEqual(['done', 'done']);
      expect(await problemsIn(url)).toEqual(['void-with-licenses']);

      await databases[which].rows(`DROP TRIGGER ${trigger} ON licenses`);
      expect(await race([0, 1])).toEqual(['done', 'done']);
      expect(await problemsIn(url)).toEqual(['void-with-licenses', 'void-with-licenses']);
    },
  );
});

type Turns = readonly [0 | 1, 0 | 1];
const ORDERS: readonly Turns[] = [
  [0, 1],
  [1, 0],
];

type Names = readonly [MoveName, MoveName];

/** Both read and decide, then they write one after the other. */
async function bothDecided(unitOfWork: UnitOfWork, at: Scene, names: Names, [first]: Turns) {
  const { running, letSecondWrite } = deciding(unitOfWork, at, names, first);
  void running[first].finally(() => {
    letSecondWrite();
  });
  return Promise.all(running);
}

/** Both have decided, and both writes wait in the database, in this order. */
async function bothWaiting(unitOfWork: UnitOfWork, at: Scene, names: Names, [first]: Turns) {
  await lockHolder.query('BEGIN');
  for (const [table, ids] of [
    ['contracts', [at.contract]],
    ['licenses', [at.used, at.spare]],
    ['content', [at.title]],
  ] as const)
    await lockHolder.query(`SELECT FROM ${table} WHERE id = ANY ($1) FOR UPDATE`, [ids]);
  const { running, letSecondWrite } = deciding(unitOfWork, at, names, first);
  await waiting(1);
  letSecondWrite();
  await waiting(2);
  await lockHolder.query('COMMIT');
  return Promise.all(running);
}

/** Two commands that write when both have decided, the second when it is let. */
function deciding(unitOfWork: UnitOfWork, at: Scene, names: Names, first: 0 | 1) {
  const bothAreDecided = gate(2);
  const { promise: secondMayWrite, resolve: letSecondWrite } = resolvable();
  const started = (turn: 0 | 1): Promise<string> =>
    outcomeOf(
      MOVES[names[turn]](at, {
        run: (command, work) =>
          unitOfWork.run(command, async (transaction) => {
            const result = await work(transaction);
            await bothAreDecided();
            if (turn !== first) await secondMayWrite;
            return result;
          }),
      }),
    );
  const running: readonly [Promise<string>, Promise<string>] = [started(0), started(1)];
  return { running, letSecondWrite };
}

/** Resolves when so many sessions of the database wait for a lock. */
async function waiting(sessions: number): Promise<void> {
  await until(`${sessions} writes wait for a lock`, async () => {
    const [row] = await sound.rows<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return row?.waiting === sessions;
  });
}

/** `done`, or the code of the rule that stands against it. */
async function outcomeOf(command: Promise<unknown>): Promise<string> {
  try {
    await command;
    return 'done';
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
}

/** Both outcomes, and the state of what the scene has, as text without ids. */
async function endingOf(at: Scene, outcomes: readonly string[]): Promise<string> {
  const state = await sound.rows(
    `SELECT 'contract' AS what, version, closing ->> 'reason' AS closing, jsonb_array_length(closing -> 'licenses') AS parts
       FROM contracts WHERE id = $1
     UNION ALL SELECT 'license', version, closing ->> 'reason', (SELECT count(*) FROM offers WHERE license_id = id)
       FROM licenses WHERE contract_id = $1
     UNION ALL SELECT 'title', version, closing ->> 'reason', (SELECT count(*) FROM assignments WHERE content_id = id)
       FROM content WHERE id = $2
     ORDER BY 1, 2, 3, 4`,
    [at.contract, at.title],
  );
  return JSON.stringify([outcomes, state]);
}

async function problemsIn(url: string): Promise<string[]> {
  return (await findingsIn(url)).map(({ problem }) => problem);
}
