import pg from 'pg';
import type { TestDatabase } from '../../integration/support';
import { AnswerLog } from '../answer-log';
import { FixtureCopies } from './fixture-copies';
import { Gate } from '../gates';
import type { App } from './interleaving';
import { inOrder, performGated } from './interleaving';
import type { Answer, Request } from '../requests';
import { perform } from '../requests';
import type { TitleFixture } from './title-interleaving';
import { makeTitleFixture, recordTitleContract } from './title-interleaving';
import { until } from '../until';

/** Long, so that slow machines do not fail a test of pairs. */
export const PATIENT = {
  lock_timeout: 60_000,
  statement_timeout: 60_000,
  transaction_timeout: 60_000,
};

const MAX_TRIES = 3;

type Moves<Move extends string> = Readonly<Record<Move, (fixture: TitleFixture) => Request>>;

/** Runs two commands at once on titles and the licenses they share, each time on a fixture of their own. */
export class TitlePairs<Move extends string> {
  private readonly steps = new Map<Move, number>();

  private constructor(
    private readonly database: TestDatabase,
    private readonly app: App,
    private readonly moves: Moves<Move>,
    private readonly copies: FixtureCopies,
    /** Locks rows while the two commands wait to write, and makes the copies. */
    private readonly lockHolder: pg.Client,
    private readonly answerLog: AnswerLog,
  ) {}

  /** @throws when one of the moves is not legal by itself */
  static async of<Move extends string>(
    database: TestDatabase,
    app: App,
    moves: Moves<Move>,
  ): Promise<TitlePairs<Move>> {
    const lockHolder = new pg.Client({ connectionString: database.url });
    await lockHolder.connect();
    const answerLog = new AnswerLog();
    const fixture = await makeTitleFixture(app, await recordTitleContract(app), answerLog);
    const copies = await FixtureCopies.of(lockHolder, fixture);
    const pairs = new TitlePairs(database, app, moves, copies, lockHolder, answerLog);
    for (const move of Object.keys(moves) as Move[]) await pairs.countSteps(move);
    return pairs;
  }

  async close(): Promise<void> {
    await this.lockHolder.end();
  }

  /** The problems of the database, and the differences from the answers by which the first fixture was made. */
  findings(): Promise<string[]> {
    return this.answerLog.findings(this.database.url);
  }

  /** The valid outcomes of two moves: the second after the first, or the first after the second. */
  async serialEndings(first: Move, second: Move): Promise<readonly string[]> {
    const endings = [];
    for (const inReverse of [false, true]) {
      const fixture = await this.copies.next();
      const requests = this.requestsOf(first, second, fixture);
      const answers: [Answer, Answer] = [{ kind: 'busy' }, { kind: 'busy' }];
      for (const turn of inReverse ? [1, 0] : [0, 1])
        answers[turn as 0 | 1] = await this.perform(requests[turn as 0 | 1]);
      endings.push(await this.endingOf(fixture, answers));
    }
    return endings;
  }

  /** The outcomes of two moves in every order of their steps in which one begins before the other has ended. */
  async interleavedEndings(first: Move, second: Move): Promise<readonly string[]> {
    const endings: string[] = [];
    for (const order of everyPlaceOfTheWrites(this.stepsOf(first), this.stepsOf(second))) {
      const run = (fixture: TitleFixture) =>
        inOrder(this.app, this.requestsOf(first, second, fixture), order);
      endings.push(await this.endingUnlessBusy(run));
    }
    return endings;
  }

  /** On a machine that is slow, one of two that stand in each other's way may be asked to try again: both do, on a new fixture. */
  private async endingUnlessBusy(
    run: (fixture: TitleFixture) => Promise<readonly Answer[]>,
  ): Promise<string> {
    for (let tries = 1; ; tries += 1) {
      const fixture = await this.copies.next();
      const answers = await run(fixture);
      const isBusy = answers.some(({ kind }) => kind === 'busy');
      if (!isBusy || tries === MAX_TRIES) return this.endingOf(fixture, answers);
    }
  }

  /** Both have decided, and both writes wait in the database before either completes. */
  endingAtTheSameMoment(first: Move, second: Move): Promise<string> {
    return this.endingUnlessBusy((fixture) => this.atTheSameMoment(first, second, fixture));
  }

  private async atTheSameMoment(
    first: Move,
    second: Move,
    fixture: TitleFixture,
  ): Promise<readonly Answer[]> {
    const requests = this.requestsOf(first, second, fixture);
    const gates = [new Gate(), new Gate()] as const;
    const answers = [
      performGated(this.app, requests[0], gates[0]),
      performGated(this.app, requests[1], gates[1]),
    ] as const;
    for (const [turn, move] of [first, second].entries())
      for (let step = 1; step < this.stepsOf(move); step += 1) await gates[turn as 0 | 1].step();

    await this.lockHolder.query('BEGIN');
    await this.lockHolder.query('SELECT FROM licenses WHERE id = ANY ($1) FOR UPDATE', [
      Object.values(fixture.licenses).map(({ id }) => id),
    ]);
    await this.lockHolder.query('SELECT FROM content WHERE id = ANY ($1) FOR UPDATE', [
      titlesOf(fixture),
    ]);
    const opened = gates.map((gate) => gate.open());
    await this.bothWait();
    await this.lockHolder.query('COMMIT');
    await Promise.all(opened);
    return Promise.all(answers);
  }

  /** Resolves when two sessions of the database wait for a lock. */
  private async bothWait(): Promise<void> {
    await until('both writes wait for a lock', async () => {
      const [row] = await this.database.rows<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%written AS%'`,
      );
      return row?.waiting === 2;
    });
  }

  private async countSteps(move: Move): Promise<void> {
    const gate = new Gate();
    const answer = performGated(this.app, this.moves[move](await this.copies.next()), gate);
    await gate.open();
    const { kind, ...rest } = await answer;
    if (kind !== 'accepted')
      throw new Error(`To ${move} is not legal by itself: ${kind} ${JSON.stringify(rest)}`);
    this.steps.set(move, gate.taken);
  }

  private stepsOf(move: Move): number {
    return this.steps.get(move) ?? 0;
  }

  private perform(request: Request): Promise<Answer> {
    return perform(this.app.build, this.app.unitOfWork, request);
  }

  private requestsOf(
    first: Move,
    second: Move,
    fixture: TitleFixture,
  ): readonly [Request, Request] {
    return [this.moves[first](fixture), this.moves[second](fixture)];
  }

  /** Both answers, and the state of the fixture's licenses and titles, as text without ids. */
  private async endingOf(fixture: TitleFixture, answers: readonly Answer[]): Promise<string> {
    for (const answer of answers) if (answer.kind === 'bug') throw new Error(answer.words);
    const outcomes = answers.map((answer) =>
      answer.kind === 'refused' ? answer.code : answer.kind,
    );
    const places = Object.values(fixture.licenses).map(({ id }) => id);
    const licenses = await this.database.rows(
      `SELECT l.version, l.territories, l.languages, l.ends_on::text, l.closing,
         array_agg(o.name || ' ' || o.starts_on || ' ' || o.ends_on ORDER BY o.starts_on) AS offers
       FROM licenses l LEFT JOIN offers o ON o.license_id = l.id
       WHERE l.id = ANY ($1) GROUP BY l.id ORDER BY array_position($1::uuid[], l.id)`,
      [places],
    );
    const titles = await this.database.rows(
      `SELECT c.version, array_position($2::uuid[], c.id) AS which, c.coverage::text, c.closing,
         array_agg(o.name || ' ' || o.starts_on ORDER BY o.name, o.starts_on) AS offers,
         (SELECT array_agg(t.number || ' ' || t.starts_on || ' ' || coalesce(t.ends_on::text, '') ORDER BY t.number)
           FROM takedowns t WHERE t.content_id = c.id) AS takedowns
       FROM content c LEFT JOIN assignments a ON a.content_id = c.id
       LEFT JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
       WHERE a.license_id = ANY ($1) OR c.id = ANY ($2) GROUP BY c.id ORDER BY 2, 5`,
      [places, titlesOf(fixture)],
    );
    return JSON.stringify({ outcomes, licenses, titles });
  }
}

function titlesOf({ busy, quiet, lent }: TitleFixture): readonly string[] {
  return [busy, quiet, lent];
}

/**
 * All positions of each write among the steps of the other command. Reads do not affect each other, so every order of all
 * steps is equivalent to one of these: one command runs some steps, the other all of its steps, then the first continues.
 * Some steps are not none and not all: those orders are the serial ones.
 */
function everyPlaceOfTheWrites(first: number, second: number): (0 | 1)[][] {
  const through = (turn: 0 | 1, count: number) => Array.from({ length: count }, () => turn);
  return ([0, 1] as const).flatMap((turn) => {
    const [own, other] = turn === 0 ? [first, second] : [second, first];
    return Array.from({ length: own - 1 }, (_, before) => [
      ...through(turn, before + 1),
      ...through(turn === 0 ? 1 : 0, other),
      ...through(turn, own - before - 1),
    ]);
  });
}
