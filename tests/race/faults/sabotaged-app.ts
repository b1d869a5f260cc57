import { AnswerLog } from '../answer-log';
import type { Build } from '../build';
import { thisBuild } from '../build';
import { CLOSING_MOVES } from '../interleavings/closing-interleaving';
import type { ClosingMove } from '../interleavings/closing-interleaving';
import { Gate } from '../gates';
import type { App } from '../interleavings/interleaving';
import { inOrder, performGated } from '../interleavings/interleaving';
import type { Sabotage } from './sabotage';
import { sabotagedBuild } from './sabotage';
import type { TitleMove } from '../interleavings/title-interleaving';
import {
  makeTitleFixture,
  recordTitleContract,
  TITLE_MOVES,
} from '../interleavings/title-interleaving';
import { PATIENT } from '../interleavings/title-pairs';

/** The optimistic lock of licenses: the version in the condition of the update. */
export const NO_VERSION_CHECK: Sabotage = {
  file: 'adapters/postgres/license/license-repository.ts',
  remove: 'WHERE id = ${id}::uuid AND version = ${version} RETURNING id, version',
  insert: 'WHERE id = ${id}::uuid RETURNING id, version',
};
/** The optimistic lock of licenses that are closed or brought back. */
export const NO_CLOSING_VERSION: Sabotage = {
  file: 'adapters/postgres/license/license-writes.ts',
  remove: 'ON l.id = read.id AND l.version = read.version',
  insert: 'ON l.id = read.id',
};
/** The optimistic lock of titles. */
export const NO_TITLE_VERSION: Sabotage = {
  file: 'adapters/postgres/content/content-repository.ts',
  remove: 'ON c.id = read.id AND c.version = read.version',
  insert: 'ON c.id = read.id',
};
/** The check that the licenses a decision depends on have not changed. */
export const NO_FENCE: Sabotage = {
  file: 'adapters/postgres/pending-write.ts',
  remove: '`(SELECT count(*) FROM held) = ${dependsOnLicenses.size}`',
  insert: '`(SELECT count(*) FROM held) >= 0`',
};

/** This build and sabotaged ones, opened on databases. */
export class SabotagedApps {
  private readonly cleanUp: (() => Promise<void> | void)[] = [];

  async open({ url }: { readonly url: string }, sabotages: readonly Sabotage[] = []): Promise<App> {
    const build = sabotages.length === 0 ? thisBuild : await this.sabotaged(sabotages);
    const opened = build.openDatabase(url, { connections: 2, limits: PATIENT });
    this.cleanUp.push(() => opened.close());
    return {
      build,
      unitOfWork: new build.PrismaUnitOfWork(opened.prisma),
      views: new build.PrismaLicenseViews(opened.prisma),
    };
  }

  /** Closes all of them, and removes the sabotaged builds. */
  async close(): Promise<void> {
    for (const step of this.cleanUp.splice(0).reverse()) await step();
  }

  private async sabotaged(sabotages: readonly Sabotage[]): Promise<Build> {
    const { build, remove } = await sabotagedBuild(sabotages);
    this.cleanUp.push(remove);
    return build;
  }
}

const MOVES = { ...TITLE_MOVES, ...CLOSING_MOVES };
type Move = TitleMove | ClosingMove;

/** Two commands read and decide before either writes; then they write one after the other. @returns their outcomes */
export async function bothDecideFirst(
  app: App,
  moves: readonly [Move, Move],
): Promise<readonly string[]> {
  const fixture = await makeTitleFixture(app, await recordTitleContract(app), new AnswerLog());
  const requests = [MOVES[moves[0]](fixture), MOVES[moves[1]](fixture)] as const;
  const steps = await Promise.all(moves.map((move) => stepsOf(move, app)));
  const decide = ([0, 1] as const).flatMap((turn) =>
    Array.from({ length: (steps[turn] ?? 1) - 1 }, () => turn),
  );
  const answers = await inOrder(app, requests, [...decide, 0, 1]);
  return answers.map((answer) => (answer.kind === 'refused' ? answer.code : answer.kind));
}

/** The number of steps of an undisturbed move, in its own fixture. */
async function stepsOf(move: Move, app: App): Promise<number> {
  const gate = new Gate();
  const fixture = await makeTitleFixture(app, await recordTitleContract(app), new AnswerLog());
  const answer = performGated(app, MOVES[move](fixture), gate);
  await gate.open();
  const { kind } = await answer;
  if (kind !== 'accepted') throw new Error(`To ${move} is not legal by itself: ${kind}`);
  return gate.taken;
}
