import type { BulkPlan } from '../../../src/domain/bulk/bulk-plan';
import type { PricePlan } from '../../../src/domain/price-plan/price-plan';
import type { Request } from '../requests';
import { aName, anId, prices } from '../../builders/license-builders';
import { newCommand } from '../requests';
import type { ClosingMove } from './closing-interleaving';
import type { Place, TitleFixture, TitleMove } from './title-interleaving';
import { atVersion, VERSION } from './title-interleaving';

/** A price plan of a month and 27 days, which has to be stored before it is applied. */
export const MONTHS_PLAN: PricePlan = {
  ...{ id: anId(), name: aName('Months'), revision: 1 },
  steps: [
    { name: 'New', prices: prices('4.99'), months: 1 },
    { name: 'Less new', prices: prices('2.99'), days: 27 },
  ],
};

/** Every offer. */
const ALL = { endingFrom: null, name: null };

/** Changes of many licenses of a `TitleFixture` at once, and copies of one with its titles. Each is legal by itself. */
export const BULK_MOVES = {
  // The offers of April run into June, where one of the United Kingdom would clash with them.
  'shift the offers of Canada and the United States by 40 days': ({ licenses }) =>
    changing(licenses, ['CA', 'US'], {
      ...{ kind: 'shift', offers: ALL, days: 40, outside: 'cut', inTheWay: 'refuse' },
    }),
  'change the prices of Mexico and the United States': ({ licenses }) =>
    changing(licenses, ['US', 'MX'], {
      ...{ kind: 'change-price', offers: ALL, by: { kind: 'percent', hundredths: 1_000 } },
      rounding: null,
    }),
  'rename the licenses of Canada and Mexico': ({ licenses }) =>
    changing(licenses, ['MX', 'CA'], {
      ...{ kind: 'rename', what: 'licenses', find: '', replacement: 'Slate' },
    }),
  'end the licenses of Canada and the United States in bulk in June': ({ licenses }) =>
    changing(licenses, ['US', 'CA'], { kind: 'end', lastDay: '2027-06-30', reason: 'Over' }),
  // From 3 May until the end of June, between offers in April and July: a shift can take these days.
  'apply a price plan to the licenses of Canada and the United States': ({ licenses }) =>
    changing(licenses, ['CA', 'US'], {
      ...{ kind: 'price-plan', pricePlanId: MONTHS_PLAN.id, revision: MONTHS_PLAN.revision },
      start: { at: 'day', day: '2027-05-03' },
    }),
  // Where the license of Mexico gives a title an offer in April, too, it would have two prices.
  'copy the license of Canada to Mexico': (fixture) => copying(fixture, 'CA', ['MX']),
  'copy the license of the United States to Japan': (fixture) => copying(fixture, 'US', ['JP']),
} satisfies Record<string, (fixture: TitleFixture) => Request>;

export type BulkMove = keyof typeof BULK_MOVES;
const EVERY_BULK_MOVE = Object.keys(BULK_MOVES) as BulkMove[];

/** One of each kind of single change, on the licenses and titles that the bulk changes touch. */
const BESIDE_BULK = [
  'assign an offer in April',
  'assign both titles an offer in April',
  'amend the license of the United States to Mexico',
  'replace an offer of the United Kingdom by one in June',
  'replace the offer of July by one in August',
  'withdraw the other of two',
  'end the license of the United States in April',
] as const satisfies readonly (TitleMove | ClosingMove)[];

type Pair = readonly [BulkMove, BulkMove | TitleMove | ClosingMove];

/** A bulk change beside another or itself, and beside single changes. */
export const BULK_PAIRS: readonly Pair[] = [
  ...EVERY_BULK_MOVE.flatMap((first, index) =>
    EVERY_BULK_MOVE.slice(index).map((second): Pair => [first, second]),
  ),
  ...EVERY_BULK_MOVE.flatMap((first) => BESIDE_BULK.map((second): Pair => [first, second])),
];

function changing(
  licenses: TitleFixture['licenses'],
  places: readonly Place[],
  plan: BulkPlan,
): Request {
  return {
    kind: 'change licenses',
    command: { ...newCommand(), plan, licenses: atVersion(licenses, places, VERSION) },
  };
}

function copying(
  { contractId, licenses }: TitleFixture,
  place: Place,
  territories: readonly string[],
): Request {
  const plan = {
    ...{ contractId, name: `Copy of ${place}`, territories, shift: null },
    ...{ offers: null, titles: null },
  };
  return {
    kind: 'copy',
    command: {
      ...{ ...newCommand(), licenseId: licenses[place].id, expectedVersion: VERSION },
      ...{ copyId: anId(), plan },
    },
  };
}
