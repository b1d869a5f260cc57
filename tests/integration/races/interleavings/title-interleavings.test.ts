import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { thisBuild } from '../../../race/build';
import type { TitleMove } from '../../../race/interleavings/title-interleaving';
import { EVERY_TITLE_MOVE, TITLE_MOVES } from '../../../race/interleavings/title-interleaving';
import { PATIENT, TitlePairs } from '../../../race/interleavings/title-pairs';
import { testDatabase } from '../../support';

/*
 * Two commands at once on titles and the licenses they share. In any order of their steps, the answers and the database
 * must be the same as after running one command after the other. Then C1, C2 and C3 hold, because they hold for single
 * commands.
 */

const database = await testDatabase({ connections: 12, limits: PATIENT });
const EVERY_PAIR = EVERY_TITLE_MOVE.flatMap((first, index) =>
  EVERY_TITLE_MOVE.slice(index).map((second) => [first, second] as const),
);
let pairs: TitlePairs<TitleMove>;

beforeAll(async () => {
  const app = {
    build: thisBuild,
    unitOfWork: database.unitOfWork,
    views: new PrismaLicenseViews(database.prisma),
  };
  pairs = await TitlePairs.of(database, app, TITLE_MOVES);
});

afterAll(() => pairs.close());

describe('two commands on shared titles', () => {
  it.each(EVERY_PAIR)('end as if run one after the other: %s, %s', async (first, second) => {
    const allowed = await pairs.serialEndings(first, second);
    const interleaved = await pairs.interleavedEndings(first, second);
    const endings = [...interleaved, await pairs.endingAtTheSameMoment(first, second)];

    expect(interleaved.length).toBeGreaterThanOrEqual(2);
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
      for (const ending of await pairs.serialEndings(first, second))
        expect(ending).toMatch(/titles-clash|offer-clash|titles-stranded|stale|offer-gone/);
  });

  it('pass the consistency check', async () => {
    expect(await pairs.findings()).toEqual([]);
  });
});
