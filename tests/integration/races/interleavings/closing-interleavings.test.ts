import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { thisBuild } from '../../../race/build';
import type { ClosingMove } from '../../../race/interleavings/closing-interleaving';
import { CLOSING_MOVES, CLOSING_PAIRS } from '../../../race/interleavings/closing-interleaving';
import type { TitleMove } from '../../../race/interleavings/title-interleaving';
import { TITLE_MOVES } from '../../../race/interleavings/title-interleaving';
import { PATIENT, TitlePairs } from '../../../race/interleavings/title-pairs';
import { testDatabase } from '../../support';

/*
 * As the pairs of commands on shared titles: an end of rights beside another, and beside one of each kind of the other
 * commands on titles and their licenses. L8 and C1 hold then, too, because they hold for single commands.
 */

const database = await testDatabase({ connections: 12, limits: PATIENT });
type Move = ClosingMove | TitleMove;
let pairs: TitlePairs<Move>;

beforeAll(async () => {
  const app = {
    build: thisBuild,
    unitOfWork: database.unitOfWork,
    views: new PrismaLicenseViews(database.prisma),
  };
  pairs = await TitlePairs.of<Move>(database, app, { ...CLOSING_MOVES, ...TITLE_MOVES });
});

afterAll(() => pairs.close());

describe('an end of rights beside another command', () => {
  it.each(CLOSING_PAIRS)('ends as if run one after the other: %s, %s', async (first, second) => {
    const allowed = await pairs.serialEndings(first, second);
    const interleaved = await pairs.interleavedEndings(first, second);
    const endings = [...interleaved, await pairs.endingAtTheSameMoment(first, second)];

    expect(interleaved.length).toBeGreaterThanOrEqual(2);
    const expected = allowed.map(withOneRefusal);
    expect(endings.map(withOneRefusal).filter((ending) => !expected.includes(ending))).toEqual([]);
  });

  it('is illegal or does something else in many pairs, so that there is something to prove', async () => {
    const differing = [
      ['end the license of the United States in April', 'withdraw the other of two'],
      ['make the license of Mexico void', 'bring a retired title back with an offer in April'],
      ['make the license of Mexico void', 'assign an offer in April'],
      ['undo the end of the license of Brazil', 'make a retired title void'],
      [
        'undo the end of the licenses of Brazil and Argentina',
        'undo the end of the license of Brazil',
      ],
      ['undo the takedown of a title', 'bring a title back'],
      ['undo an assignment to titles', 'retire a title'],
      ['retire a title', 'unassign one of two'],
      ['take a title down in April', 'take both titles down'],
    ] as const;
    for (const [first, second] of differing) {
      const [one, other] = await pairs.serialEndings(first, second);
      expect(one).not.toBe(other);
    }
  });

  it('passes the consistency check', async () => {
    expect(await pairs.findings()).toEqual([]);
  });
});

/**
 * Where a title loses an offer because its license is closed, a command on both is outdated for two reasons, and names the
 * one that it reads. Refused, it has written nothing either way.
 */
function withOneRefusal(ending: string): string {
  return ending.replace('"offer-gone"', '"stale"');
}
