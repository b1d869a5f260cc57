import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { thisBuild } from '../../../race/build';
import type { BulkMove } from '../../../race/interleavings/bulk-interleaving';
import { BULK_MOVES, BULK_PAIRS, MONTHS_PLAN } from '../../../race/interleavings/bulk-interleaving';
import type { ClosingMove } from '../../../race/interleavings/closing-interleaving';
import { CLOSING_MOVES } from '../../../race/interleavings/closing-interleaving';
import type { TitleMove } from '../../../race/interleavings/title-interleaving';
import { TITLE_MOVES } from '../../../race/interleavings/title-interleaving';
import { PATIENT, TitlePairs } from '../../../race/interleavings/title-pairs';
import { aCommand } from '../../../builders/command-builders';
import { testDatabase } from '../../support';

/*
 * As the pairs of commands on shared titles: a change of many licenses beside another one, itself, and single changes of their
 * licenses and titles.
 */

const database = await testDatabase({ connections: 12, limits: PATIENT });
type Move = BulkMove | ClosingMove | TitleMove;
let pairs: TitlePairs<Move>;

beforeAll(async () => {
  const { actor, at } = aCommand();
  await database.records.transact(({ pricePlans }) => pricePlans.save(MONTHS_PLAN, actor, at));
  const app = {
    build: thisBuild,
    unitOfWork: database.unitOfWork,
    views: new PrismaLicenseViews(database.prisma),
  };
  const moves = { ...BULK_MOVES, ...CLOSING_MOVES, ...TITLE_MOVES };
  pairs = await TitlePairs.of<Move>(database, app, moves);
});

afterAll(() => pairs.close());

describe('a bulk change beside another command', () => {
  it.each(BULK_PAIRS)('ends as if run one after the other: %s, %s', async (first, second) => {
    const allowed = await pairs.serialEndings(first, second);
    const interleaved = await pairs.interleavedEndings(first, second);
    const endings = [...interleaved, await pairs.endingAtTheSameMoment(first, second)];

    expect(interleaved.length).toBeGreaterThanOrEqual(2);
    expect(endings.filter((ending) => !allowed.includes(ending))).toEqual([]);
  });

  it('is illegal or does something else in many pairs, so that there is something to prove', async () => {
    for (const second of [
      'replace an offer of the United Kingdom by one in June',
      'replace the offer of July by one in August',
      'rename the licenses of Canada and Mexico',
    ] as const) {
      const first = 'shift the offers of Canada and the United States by 40 days';
      const [one, other] = await pairs.serialEndings(first, second);
      expect(one).not.toBe(other);
    }
  });

  it('passes the consistency check', async () => {
    expect(await pairs.findings()).toEqual([]);
  });
});
