import { spawnSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { findingsIn, AnswerLog } from '../../../race/answer-log';
import { program } from '../../../../scripts/bootstrap/prepare.mjs';
import type { Answer } from '../../../race/requests';
import { perform } from '../../../race/requests';
import type { Sabotage } from '../../../race/faults/sabotage';
import { sabotagedBuild } from '../../../race/faults/sabotage';
import {
  bothDecideFirst,
  NO_FENCE,
  NO_TITLE_VERSION,
  NO_VERSION_CHECK,
  SabotagedApps,
} from '../../../race/faults/sabotaged-app';
import type { Aim, App, RaceFixture } from '../../../race/interleavings/interleaving';
import {
  APART,
  COLLIDING,
  complaintsAbout,
  inOrder,
  moveOf,
  makeRaceFixture,
  recordRaceContract,
} from '../../../race/interleavings/interleaving';
import type { TestDatabase } from '../../support';
import { testDatabase } from '../../support';

/*
 * Removes each safeguard, in a copy of the program or of the database. A check that passes with the safeguard must fail
 * without it, because a check that cannot fail proves nothing.
 */

/** A common mistake: write the version that was read, plus one, without a condition. */
const BLIND_VERSION: Sabotage = {
  file: 'adapters/postgres/license/license-repository.ts',
  remove: 'UPDATE licenses SET version = version + 1 ${columnsChanged(license)}',
  insert: 'UPDATE licenses SET version = ${version + 1}::int ${columnsChanged(license)}',
};
/** Stores the command under a key that is never looked up. */
const NO_KEY: Sabotage = {
  file: 'adapters/postgres/pending-write.ts',
  remove: 'SELECT ${key}::uuid, ${actor}, ${actorId}::uuid, ${digest}',
  insert: 'SELECT gen_random_uuid(), ${actor}, ${actorId}::uuid, ${digest}',
};
const NO_HISTORY: Sabotage = {
  file: 'adapters/postgres/pending-write.ts',
  remove: '${changes}::jsonb -> id::text\n      FROM written)',
  insert: '${changes}::jsonb -> id::text\n      FROM written WHERE version = 1)',
};

const NO_CLASH_TRIGGERS = `
  DROP TRIGGER licenses_never_clash ON licenses;
  DROP TRIGGER offers_never_clash ON offers`;
const LANGUAGES_NEVER_MEET = `
  CREATE OR REPLACE FUNCTION languages_meet(
    allowed text[], held_back text[], others_allowed text[], others_held_back text[])
  RETURNS boolean LANGUAGE sql IMMUTABLE RETURN allowed IS NULL OR others_allowed IS NULL`;
const NO_ASSIGNMENT_TRIGGER = 'DROP TRIGGER assignments_change_with_content ON assignments';
const NO_OFFER_REFERENCE = 'ALTER TABLE assignments DROP CONSTRAINT assignments_name_offers';
const NO_NEXT_VERSION = 'DROP TRIGGER licenses_next_version ON licenses';
const NO_HISTORY_KEY = 'ALTER TABLE history DROP CONSTRAINT history_one_change_per_version';
const NO_OVERLAP_CONSTRAINT = 'ALTER TABLE offers DROP CONSTRAINT offers_never_overlap';
const NO_COMMAND_REFERENCE = 'ALTER TABLE history DROP CONSTRAINT history_command_key_fkey';
const NO_HISTORY_TRIGGER = 'DROP TRIGGER licenses_has_history ON licenses';

const databases = {
  whole: await testDatabase(),
  unguarded: await testDatabase(),
  keyless: await testDatabase(),
  overlapping: await testDatabase(),
  unreferenced: await testDatabase(),
  forgetful: await testDatabase(),
  clashing: await testDatabase(),
  speaking: await testDatabase(),
  deserted: await testDatabase(),
  dangling: await testDatabase(),
};

const apps = new SabotagedApps();
afterEach(() => apps.close());

describe('without the version check', () => {
  it('two commands for one version are both accepted, which the check for one winner detects', async () => {
    const database = databases.whole;
    expect(await complaintsOfInterleaving(await apps.open(database), APART)).toEqual([]);
    const sabotaged = await apps.open(database, [NO_VERSION_CHECK]);
    expect(await complaintsOfInterleaving(sabotaged, APART)).not.toEqual([]);
  });

  it('the second gets another version than its response, which the consistency check detects', async () => {
    const database = databases.unguarded;
    const { answerLog } = await interleaving(await apps.open(database, [NO_VERSION_CHECK]), APART);
    const findings = (await answerLog.findings(database.url)).join('\n');
    expect(findings).toContain('answer-differs');
    expect(findings).toContain('acknowledged-differs');
  });
});

describe('without the version check, with a write that overwrites the version', () => {
  it('the history key refuses the second command; without it both share a version, which the consistency check detects', async () => {
    const database = databases.keyless;
    const app = await apps.open(database, [NO_VERSION_CHECK, BLIND_VERSION]);
    await database.rows(NO_NEXT_VERSION);
    const withKey = await interleaving(app, APART);
    expect(withKey.answers.map(({ kind }) => kind)).toEqual(['accepted', 'bug']);
    expect(withKey.answerLog.complaints.join()).toContain('history_one_change_per_version');
    expect(await findingsIn(database.url)).toEqual([]);

    await database.rows(NO_HISTORY_KEY);
    const without = await interleaving(app, APART);
    expect(without.answers.map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
    const findings = (await without.answerLog.findings(database.url)).join('\n');
    expect(findings).toContain('version-repeated');
    expect(findings).toContain('version-differs');
  });
});

describe('without the version check, with overlapping days', () => {
  it('the overlap constraint refuses the second; without it both are stored, which the consistency check and operators detect', async () => {
    const database = databases.overlapping;
    const app = await apps.open(database, [NO_VERSION_CHECK]);
    const withConstraint = await interleaving(app, COLLIDING);
    expect(withConstraint.answers.map(({ kind }) => kind)).toEqual(['accepted', 'bug']);
    expect(operatorsCheck(database)).toMatchObject({
      status: 0,
      stdout: '1 licenses, 3 offers, 0 titles, 0 assignments, 5 versions checked, 0 findings\n',
    });

    await database.rows(NO_OVERLAP_CONSTRAINT);
    const without = await interleaving(app, COLLIDING);
    expect(without.answers.map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
    const problems = (await findingsIn(database.url)).map(({ problem }) => problem);
    expect(problems).toContain('offers-overlap');
    const { status, stdout } = operatorsCheck(database);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^license \S+: offers-overlap: .*Ben.* overlaps .*Ada/m);
    expect(stdout).toMatch(
      /^2 licenses, 7 offers, 0 titles, 0 assignments, 11 versions checked, 2 findings$/m,
    );
  });
});

describe('without the command’s key', () => {
  it('a repeated request is refused, which the check for repeats and the consistency check detect', async () => {
    expect((await sentTwice(await apps.open(databases.whole))).complaints).toEqual([]);
    const database = databases.unreferenced;
    await database.rows(NO_COMMAND_REFERENCE);
    const { complaints, answerLog } = await sentTwice(await apps.open(database, [NO_KEY]));
    expect(complaints).not.toEqual([]);
    const findings = (await answerLog.findings(database.url)).join('\n');
    expect(findings).toContain('refused-present');
    expect(findings).toContain('command-missing');
  });
});

describe('without the history entry', () => {
  it('the database refuses the change; without that trigger the version has no entry, which the consistency check detects', async () => {
    const database = databases.forgetful;
    const app = await apps.open(database, [NO_HISTORY]);
    await expect(
      makeRaceFixture(app, await recordRaceContract(app), new AnswerLog()),
    ).rejects.toThrow('bug');
    expect(await findingsIn(database.url)).toEqual([]);

    await database.rows(NO_HISTORY_TRIGGER);
    await makeRaceFixture(app, await recordRaceContract(app), new AnswerLog());
    const problems = (await findingsIn(database.url)).map(({ problem }) => problem);
    expect(problems).toEqual(expect.arrayContaining(['version-differs', 'state-differs', 'stray']));
  });
});

describe('without the guards of titles with several licenses', () => {
  it('two amendments that are legal alone cause two prices, which the trigger refuses and the consistency check detects', async () => {
    const database = databases.clashing;
    const app = await apps.open(database);
    const moves = [
      'amend the license of the United States to Mexico',
      'amend the license of Canada to Mexico',
    ] as const;
    expect(await bothDecideFirst(app, moves)).toEqual(['accepted', 'titles-clash']);
    expect(await problemsIn(database)).toEqual([]);

    await database.rows(NO_CLASH_TRIGGERS);
    expect(await bothDecideFirst(app, moves)).toEqual(['accepted', 'accepted']);
    expect(await problemsIn(database)).toContain('offers-clash');
  });

  it('two licenses side by side get a language in common, which the trigger refuses and the consistency check detects', async () => {
    const database = databases.speaking;
    const app = await apps.open(database);
    const moves = [
      'amend the license for French to Italian too',
      'amend the license for German to Italian too',
    ] as const;
    expect(await bothDecideFirst(app, moves)).toEqual(['accepted', 'titles-clash']);
    expect(await problemsIn(database)).toEqual([]);

    await database.rows(LANGUAGES_NEVER_MEET);
    expect(await bothDecideFirst(app, moves)).toEqual(['accepted', 'accepted']);
    expect(await problemsIn(database)).toContain('offers-clash');
  });

  it('two withdrawals that are legal alone leave a title without an offer, which versions, trigger and consistency check detect', async () => {
    const database = databases.deserted;
    const moves = ['withdraw one of two', 'withdraw the other of two'] as const;
    expect(await bothDecideFirst(await apps.open(database), moves)).toEqual([
      'accepted',
      'titles-stranded',
    ]);
    const sabotaged = await apps.open(database, [NO_TITLE_VERSION, NO_FENCE]);
    expect(await bothDecideFirst(sabotaged, moves)).toEqual(['accepted', 'bug']);
    expect(await problemsIn(database)).toEqual([]);

    await database.rows(NO_ASSIGNMENT_TRIGGER);
    expect(await bothDecideFirst(sabotaged, moves)).toEqual(['accepted', 'accepted']);
    expect(await problemsIn(database)).toContain('no-offer-assigned');
  });

  it('an assigned offer is withdrawn, which the foreign key refuses and the consistency check detects', async () => {
    const database = databases.dangling;
    const moves = ['withdraw an offer in April', 'assign an offer in April'] as const;
    expect(await bothDecideFirst(await apps.open(database), moves)).toEqual([
      'accepted',
      'offer-gone',
    ]);
    const sabotaged = await apps.open(database, [NO_FENCE]);
    expect(await bothDecideFirst(sabotaged, moves)).toEqual(['accepted', 'offer-gone']);
    expect(await problemsIn(database)).toEqual([]);

    await database.rows(NO_OFFER_REFERENCE);
    expect(await bothDecideFirst(sabotaged, moves)).toEqual(['accepted', 'accepted']);
    expect(await problemsIn(database)).toContain('offer-missing');
  });
});

it('a sabotage that does not find its text fails', async () => {
  const missing = { ...NO_VERSION_CHECK, remove: 'there is no such text' };
  await expect(sabotagedBuild([missing])).rejects.toThrow('stands 0 times');
});

async function problemsIn(database: TestDatabase): Promise<string[]> {
  return (await findingsIn(database.url)).map(({ problem }) => problem);
}

interface Interleaving {
  readonly fixture: RaceFixture;
  readonly requests: readonly [ReturnType<typeof moveOf>, ReturnType<typeof moveOf>];
  readonly answers: readonly [Answer, Answer];
  readonly answerLog: AnswerLog;
}

/** Two commands that generate an offer: both read and decide, then they write one after the other. */
async function interleaving(app: App, aims: readonly [Aim, Aim]): Promise<Interleaving> {
  const answerLog = new AnswerLog();
  const fixture = await makeRaceFixture(app, await recordRaceContract(app), answerLog);
  const move = 'generate at a window';
  const requests = [moveOf(move, fixture, aims[0]), moveOf(move, fixture, aims[1])] as const;
  const answers = await inOrder(app, requests, [0, 1, 0, 1]);
  requests.forEach((request, index) => answerLog.note(request, answers[index] ?? { kind: 'busy' }));
  return { fixture, requests, answers, answerLog };
}

async function complaintsOfInterleaving(app: App, aims: readonly [Aim, Aim]): Promise<string[]> {
  const { fixture, requests, answers, answerLog } = await interleaving(app, aims);
  return complaintsAbout(app, fixture, requests, answers, answerLog);
}

/** A repeated request gets the first answer. */
async function sentTwice(app: App): Promise<{ complaints: string[]; answerLog: AnswerLog }> {
  const answerLog = new AnswerLog();
  const fixture = await makeRaceFixture(app, await recordRaceContract(app), answerLog);
  const request = moveOf('generate at a window', fixture, COLLIDING[0]);
  const first = await perform(app.build, app.unitOfWork, request);
  const second = await perform(app.build, app.unitOfWork, request);
  answerLog.note(request, first);
  answerLog.note(request, second);
  const repeated = isDeepStrictEqual(second, { ...first, replayed: true });
  return { complaints: repeated ? [] : [`it was answered with ${second.kind}`], answerLog };
}

/** The check that `npm run check` runs. */
function operatorsCheck({ url }: TestDatabase) {
  return spawnSync(process.execPath, program('check'), {
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
  });
}
