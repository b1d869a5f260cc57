import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { until } from '../../race/until';
import { thisBuild } from '../../race/build';
import { Gate } from '../../race/gates';
import { AnswerLog } from '../../race/answer-log';
import type { Answer, Request } from '../../race/requests';
import { perform } from '../../race/requests';
import { FixtureCopies } from '../../race/fixture-copies';
import type { App } from '../../race/interleaving';
import { inOrder, performGated } from '../../race/interleaving';
import type { TitleMove, TitleFixture } from '../../race/title-interleaving';
import {
  EVERY_TITLE_MOVE,
  makeTitleFixture,
  recordTitleContract,
  TITLE_MOVES,
} from '../../race/title-interleaving';
import { testDatabase } from '../support';

/*
 * Two commands at once on titles and the licenses they share. In any order of their steps, the answers and the database
 * must be the same as after running one command after the other. Then C1, C2 and C3 hold, because they hold for single
 * commands.
 */

// Long timeouts, so that slow machines do not fail the test.
const limits = { lock_timeout: 60_000, statement_timeout: 60_000, transaction_timeout: 60_000 };
const database = await testDatabase({ connections: 12, limits });
const app: App = {
  build: thisBuild,
  unitOfWork: database.unitOfWork,
  views: new PrismaLicenseViews(database.prisma),
};
/** Locks rows while the two commands wait to write. */
const lockHolder = new pg.Client({ connectionString: database.url });

const pairs = EVERY_TITLE_MOVE.flatMap((first, index) =>
  EVERY_TITLE_MOVE.slice(index).map((second) => [first, second] as const),
);
const steps = new Map<TitleMove, number>();
const answerLog = new AnswerLog();
let copies: FixtureCopies;

beforeAll(async () => {
  await lockHolder.connect();
  const fixture = await makeTitleFixture(app, await recordTitleContract(app), answerLog);
  copies = await FixtureCopies.of(database.pool, fixture);
  for (const move of EVERY_TITLE_MOVE) {
    const gate = new Gate();
    const request = TITLE_MOVES[move](await copies.next());
    const answer = performGated(app, request, gate);
    await gate.open();
    const { kind, ...rest } = await answer;
    if (kind !== 'accepted')
      throw new Error(`To ${move} is not legal by itself: ${kind} ${JSON.stringify(rest)}`);
    steps.set(move, gate.taken);
  }
});

afterAll(() => lockHolder.end());

describe('two commands on shared titles', () => {
  it.each(pairs)('end as if run one after the other: %s, %s', async (first, second) => {
    const allowed = await serialEndings(first, second);
    const orders = everyPlaceOfTheWrites(steps.get(first) ?? 0, steps.get(second) ?? 0);
    const endings: string[] = [];
    for (const order of orders) {
      const fixture = await copies.next();
      const requests = requestsOf(first, second, fixture);
      endings.push(await endingOf(fixture, await inOrder(app, requests, order)));
    }
    endings.push(await endingAtTheSameMoment(first, second));

    expect(orders.length).toBeGreaterThanOrEqual(6);
    expect(endings.filter((ending) => !allowed.includes(ending))).toEqual([]);
  });

  it('are illegal together in many pairs, so that there is something to prove', async () => {
    const illegal = [
      ['assign an offer in April', 'amend the license of the United States to Mexico'],
      ['move an assignment to April', 'amend the license of Canada to Mexico'],
      ['amend the license of the United States to Mexico', 'amend the license of Canada to Mexico'],
      ['replace an offer by one in June', 'replace an offer of the United Kingdom by one in June'],
      ['withdraw one of two', 'withdraw the other of two'],
      ['unassign one of two', 'withdraw the other of two'],
      ['register a title with an offer in April', 'withdraw an offer in April'],
    ] as const;
    for (const [first, second] of illegal)
      for (const ending of await serialEndings(first, second))
        expect(ending).toMatch(/titles-clash|offer-clash|titles-stranded|stale|offer-gone/);
  });

  it('pass the consistency check', async () => {
    expect(await answerLog.findings(database.url)).toEqual([]);
  });
});

/** The valid outcomes of two moves: the second after the first, or the first after the second. */
async function serialEndings(first: TitleMove, second: TitleMove): Promise<readonly string[]> {
  const endings = [];
  for (const inReverse of [false, true]) {
    const fixture = await copies.next();
    const requests = requestsOf(first, second, fixture);
    const answers: [Answer, Answer] = [{ kind: 'busy' }, { kind: 'busy' }];
    for (const turn of inReverse ? [1, 0] : [0, 1])
      answers[turn as 0 | 1] = await perform(app.build, app.unitOfWork, requests[turn as 0 | 1]);
    endings.push(await endingOf(fixture, answers));
  }
  return endings;
}

/** Both have decided, and both writes wait in the database before either completes. */
async function endingAtTheSameMoment(first: TitleMove, second: TitleMove): Promise<string> {
  const fixture = await copies.next();
  const requests = requestsOf(first, second, fixture);
  const gates = [new Gate(), new Gate()] as const;
  const answers = [
    performGated(app, requests[0], gates[0]),
    performGated(app, requests[1], gates[1]),
  ] as const;
  for (const [turn, move] of [first, second].entries())
    for (let step = 1; step < (steps.get(move) ?? 0); step += 1) await gates[turn as 0 | 1].step();

  await lockHolder.query('BEGIN');
  await lockHolder.query('SELECT FROM licenses WHERE id = ANY ($1) FOR UPDATE', [
    Object.values(fixture.licenses).map(({ id }) => id),
  ]);
  const opened = gates.map((gate) => gate.open());
  await bothWait();
  await lockHolder.query('COMMIT');
  await Promise.all(opened);
  return endingOf(fixture, await Promise.all(answers));
}

/** Resolves when two sessions of the database wait for a lock. */
async function bothWait(): Promise<void> {
  await until('both writes wait for a lock', async () => {
    const [row] = await database.rows<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%written AS%'`,
    );
    return row?.waiting === 2;
  });
}

function requestsOf(
  first: TitleMove,
  second: TitleMove,
  fixture: TitleFixture,
): readonly [Request, Request] {
  return [TITLE_MOVES[first](fixture), TITLE_MOVES[second](fixture)];
}

/**
 * All positions of each write among the steps of the other command. Reads do not affect each other, so every order of all
 * steps is equivalent to one of these: one command runs some steps, the other all of its steps, then the first continues.
 */
function everyPlaceOfTheWrites(first: number, second: number): (0 | 1)[][] {
  const through = (turn: 0 | 1, count: number) => Array.from({ length: count }, () => turn);
  return ([0, 1] as const).flatMap((turn) => {
    const [own, other] = turn === 0 ? [first, second] : [second, first];
    return Array.from({ length: own + 1 }, (_, before) => [
      ...through(turn, before),
      ...through(turn === 0 ? 1 : 0, other),
      ...through(turn, own - before),
    ]);
  });
}

/** Both answers, and the state of the fixture's licenses and titles, as text without ids. */
async function endingOf(fixture: TitleFixture, answers: readonly Answer[]): Promise<string> {
  for (const answer of answers) if (answer.kind === 'bug') throw new Error(answer.words);
  const outcomes = answers.map((answer) => (answer.kind === 'refused' ? answer.code : answer.kind));
  const places = Object.values(fixture.licenses).map(({ id }) => id);
  const licenses = await database.rows(
    `SELECT l.version, l.territories, array_agg(o.name || ' ' || o.starts_on ORDER BY o.starts_on) AS offers
     FROM licenses l LEFT JOIN offers o ON o.license_id = l.id
     WHERE l.id = ANY ($1) GROUP BY l.id ORDER BY array_position($1::uuid[], l.id)`,
    [places],
  );
  const titles = await database.rows(
    `SELECT c.version, c.id = $2 AS busy, c.id = $3 AS quiet, c.coverage::text,
       array_agg(o.name || ' ' || o.starts_on ORDER BY o.name) AS offers
     FROM content c JOIN assignments a ON a.content_id = c.id
     LEFT JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
     WHERE a.license_id = ANY ($1) GROUP BY c.id ORDER BY c.id = $2, c.id = $3, 5`,
    [places, fixture.busy, fixture.quiet],
  );
  return JSON.stringify({ outcomes, licenses, titles });
}
