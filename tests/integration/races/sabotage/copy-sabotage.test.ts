import { afterEach, describe, expect, it } from 'vitest';
import { NO_FENCE, SabotagedApps } from '../../../race/faults/sabotaged-app';
import type { Sabotage } from '../../../race/faults/sabotage';
import { BULK_MOVES, MONTHS_PLAN } from '../../../race/interleavings/bulk-interleaving';
import { CLOSING_MOVES } from '../../../race/interleavings/closing-interleaving';
import { TITLE_MOVES } from '../../../race/interleavings/title-interleaving';
import { PATIENT, TitlePairs } from '../../../race/interleavings/title-pairs';
import { aCommand } from '../../../builders/command-builders';
import type { TestDatabase } from '../../support';
import { testDatabase } from '../../support';

/*
 * Removes the safeguard of copies in a copy of the program: without it a copy is made of a license as it was before another
 * command, and of its titles as they are after that.
 */

const aDatabase = () => testDatabase({ connections: 12, limits: PATIENT });
const databases = {
  whole: [await aDatabase(), await aDatabase()],
  sabotaged: [await aDatabase(), await aDatabase()],
} as const;
const MOVES = { ...BULK_MOVES, ...CLOSING_MOVES, ...TITLE_MOVES };

const apps = new SabotagedApps();
afterEach(() => apps.close());

describe('without the version of the license that it is made from', () => {
  it.each([
    [0, 'withdraw the other of two', 'copy the license of Canada to Mexico'],
    [
      1,
      'end the license of the United States in April',
      'copy the license of the United States to Japan',
    ],
  ] as const)(
    'a copy is of no one moment beside another command, which its pairs detect (%i): %s, %s',
    async (index, other, copy) => {
      const { whole, sabotaged } = databases;
      expect(await endingsOfNoOrder(whole[index], copy, other)).toEqual([]);
      expect(await endingsOfNoOrder(sabotaged[index], copy, other, [NO_FENCE])).not.toEqual([]);
    },
  );
});

/** The endings of two commands at once that neither order of them has. */
async function endingsOfNoOrder(
  database: TestDatabase,
  first: keyof typeof MOVES,
  second: keyof typeof MOVES,
  sabotages: readonly Sabotage[] = [],
): Promise<readonly string[]> {
  const { actor, at } = aCommand();
  await database.records.transact(({ pricePlans }) => pricePlans.save(MONTHS_PLAN, actor, at));
  const app = await apps.open(database, sabotages);
  const pairs = await TitlePairs.of<keyof typeof MOVES>(database, app, MOVES);
  try {
    const allowed = await pairs.serialEndings(first, second);
    const interleaved = await pairs.interleavedEndings(first, second);
    return interleaved.filter((ending) => !allowed.includes(ending));
  } finally {
    await pairs.close();
  }
}
