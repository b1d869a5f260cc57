import { afterEach, describe, expect, it } from 'vitest';
import { findingsIn, AnswerLog } from '../../../race/answer-log';
import type { App } from '../../../race/interleavings/interleaving';
import {
  APART,
  inOrder,
  makeRaceFixture,
  moveOf,
  recordRaceContract,
} from '../../../race/interleavings/interleaving';
import {
  bothDecideFirst,
  NO_CLOSING_VERSION,
  NO_FENCE,
  NO_TITLE_VERSION,
  NO_VERSION_CHECK,
  SabotagedApps,
} from '../../../race/faults/sabotaged-app';
import type { TestDatabase } from '../../support';
import { testDatabase } from '../../support';

/*
 * Removes each safeguard of ends and takedowns, in a copy of the program or of the database, as for all others: what passes
 * with the safeguard must be noticed without it.
 */

const NO_VOID_TRIGGER = 'DROP TRIGGER licenses_void_without_offers ON licenses';
const NO_CLOSED_TRIGGERS = `
  DROP TRIGGER content_closed_without_offers ON content;
  DROP TRIGGER assignments_change_with_content ON assignments`;
const NO_TAKEDOWN_KEY = 'ALTER TABLE takedowns DROP CONSTRAINT takedowns_pkey';
const NO_TAKEDOWN_TRIGGER = 'DROP TRIGGER takedowns_change_with_content ON takedowns';

const databases = {
  voiding: await testDatabase(),
  closing: await testDatabase(),
  takedowns: await testDatabase(),
  uncovered: await testDatabase(),
};
const apps = new SabotagedApps();
afterEach(() => apps.close());

describe('without the guards of what has ended', () => {
  it('an offer is added while its license becomes void, which version, trigger and consistency check detect', async () => {
    const database = databases.voiding;
    expect(await offerWhileVoiding(await apps.open(database))).toEqual(['accepted', 'stale']);
    const sabotaged = await apps.open(database, [NO_VERSION_CHECK, NO_CLOSING_VERSION]);
    expect(await offerWhileVoiding(sabotaged)).toEqual(['accepted', 'bug']);
    expect(await problemsIn(database)).toEqual([]);

    await database.rows(NO_VOID_TRIGGER);
    expect(await offerWhileVoiding(sabotaged)).toEqual(['accepted', 'accepted']);
    expect(await problemsIn(database)).toContain('void-with-offers');
  });

  it('a title gets an offer while it is retired, which version, triggers and consistency check detect', async () => {
    const database = databases.closing;
    const moves = ['assign both titles an offer in April', 'retire a title'] as const;
    expect(await bothDecideFirst(await apps.open(database), moves)).toEqual(['accepted', 'stale']);
    const sabotaged = await apps.open(database, [NO_TITLE_VERSION, NO_FENCE]);
    expect(await bothDecideFirst(sabotaged, moves)).toEqual(['accepted', 'bug']);
    expect(await problemsIn(database)).toEqual([]);

    await database.rows(NO_CLOSED_TRIGGERS);
    expect(await bothDecideFirst(sabotaged, moves)).toEqual(['accepted', 'accepted']);
    expect(await problemsIn(database)).toContain('closed-with-offers');
  });

  it('a title is taken down twice at one version, which version, key and consistency check detect', async () => {
    const database = databases.takedowns;
    const moves = ['take both titles down', 'take a title down in April'] as const;
    expect(await bothDecideFirst(await apps.open(database), moves)).toEqual(['accepted', 'stale']);
    const sabotaged = await apps.open(database, [NO_TITLE_VERSION, NO_FENCE]);
    expect(await bothDecideFirst(sabotaged, moves)).toEqual(['accepted', 'bug']);
    expect(await problemsIn(database)).toEqual([]);

    await database.rows(NO_TAKEDOWN_KEY);
    expect(await bothDecideFirst(sabotaged, moves)).toEqual(['accepted', 'accepted']);
    expect(await problemsIn(database)).toContain('change-misplaced');
  });

  it('days that are taken down stay on offer, which the consistency check detects', async () => {
    const database = databases.uncovered;
    const moves = ['take a title down in April', 'retire a title'] as const;
    expect(await bothDecideFirst(await apps.open(database), moves)).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(await problemsIn(database)).toEqual([]);

    await database.rows(NO_TAKEDOWN_TRIGGER);
    await bothDecideFirst(await apps.open(database), moves);
    expect(await problemsIn(database)).toContain('derived-differs');
  });
});

/** One adds an offer and the other makes the license void: both read and decide, then they write one after the other. */
async function offerWhileVoiding(app: App): Promise<readonly string[]> {
  const fixture = await makeRaceFixture(app, await recordRaceContract(app), new AnswerLog());
  const requests = [
    moveOf('generate at a window', fixture, APART[0]),
    moveOf('void', fixture, APART[1]),
  ] as const;
  // Each reads the license; voiding reads which titles have its offers, too.
  const answers = await inOrder(app, requests, [0, 1, 1, 0, 1]);
  return answers.map((answer) => (answer.kind === 'refused' ? answer.code : answer.kind));
}

async function problemsIn(database: TestDatabase): Promise<string[]> {
  return (await findingsIn(database.url)).map(({ problem }) => problem);
}
