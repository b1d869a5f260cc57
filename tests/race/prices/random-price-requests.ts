import type { PriceEdit } from '../../../src/domain/price-table/price-cell';
import { contractDetails } from '../../builders/command-builders';
import { anId } from '../../builders/license-builders';
import { anEdit } from '../../builders/price-table-builders';
import type { PriceRequest } from './price-requests';
import type { Random } from '../random';
import { newCommand } from '../requests';

/** A price table as read before a change. */
export interface SeenPriceTable {
  readonly id: string;
  readonly version: number;
}

const DAYS = ['2026-01-01', '2026-03-01', '2026-07-01', '2027-01-01'] as const;

/** A random request for this price table; many are legal. */
export function randomPriceRequest(table: SeenPriceTable, random: Random): PriceRequest {
  const command = newCommand(`Person ${random.below(32)}`);
  const about = { ...command, priceTableId: table.id, expectedVersion: table.version };
  const turn = random.below(100);
  if (turn < 50)
    return { kind: 'change prices', command: { ...about, prices: randomEdits(random) } };
  if (turn < 65) return { kind: 'remove price day', command: { ...about, day: random.one(DAYS) } };
  if (turn < 85) return { kind: 'undo prices', command: about };
  // A studio has one table, however its name is spelt.
  const { studio } = contractDetails();
  const name = random.chance(0.3) ? studio.toUpperCase() : `Studio ${random.below(10_000)}`;
  return {
    kind: 'record prices',
    command: { ...command, priceTableId: anId(), studio: name, prices: randomEdits(random) },
  };
}

/** A tier that offers name, too. */
export function randomTier(random: Random): string {
  return `Tier ${1 + random.below(4)}`;
}

/** Few cells and days, so that people change the same ones. */
function randomEdits(random: Random): PriceEdit[] {
  const edit = anEdit({
    tier: randomTier(random),
    kind: random.one(['SRP', 'WSP'] as const),
    startsOn: random.one(DAYS),
    price: random.one([random.below(2_000), random.below(2_000), 'not-sold', 'same', null]),
  });
  const inHigh = { ...edit, format: 'HD', price: random.below(3_000) };
  return random.chance(0.5) ? [edit] : [edit, inHigh];
}
