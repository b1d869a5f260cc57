import type { Request } from '../requests';
import { newCommand } from '../requests';
import type { TitleFixture, TitleMove } from './title-interleaving';
import { atVersion, chosen, offerOf, ref, TAKEDOWN, VERSION } from './title-interleaving';

/*
 * Ends of rights on the licenses and titles of a `TitleFixture`: takedowns, closings, retirements and what takes them back.
 * Each is legal by itself.
 */
export const CLOSING_MOVES = {
  'take a title down in April': ({ busy, busyVersion }) => ({
    kind: 'take down',
    command: { ...newCommand(), contentId: busy, expectedVersion: busyVersion, plan: DOWN },
  }),
  'take both titles down': ({ busy, busyVersion, quiet, quietVersion }) => ({
    kind: 'take down titles',
    command: {
      ...newCommand(),
      plan: { ...DOWN, territories: null },
      titles: [
        { contentId: quiet, expectedVersion: quietVersion },
        { contentId: busy, expectedVersion: busyVersion },
      ],
    },
  }),
  'bring a title back': ({ busy, busyVersion }) => ({
    kind: 'bring back',
    command: {
      ...{ ...newCommand(), contentId: busy, expectedVersion: busyVersion },
      ...{ takedown: TAKEDOWN, from: '2027-09-20' },
    },
  }),
  'undo the takedown of a title': ({ busy, busyVersion }) => ({
    kind: 'undo takedowns',
    command: { ...newCommand(), titles: [{ contentId: busy, expectedVersion: busyVersion }] },
  }),
  'undo an assignment to titles': ({ licenses, quiet, quietVersion }) => ({
    kind: 'unassign titles',
    command: {
      ...{ ...newCommand(), assignment: ref(licenses, 'CA', 'Jul') },
      titles: [{ contentId: quiet, expectedVersion: quietVersion }],
    },
  }),
  // Cuts the offer of April, and takes one of two from a title.
  'end the license of the United States in April': ({ licenses }) => ({
    kind: 'close',
    command: {
      ...{ ...newCommand(), licenseId: licenses.US.id, expectedVersion: VERSION },
      plan: { kind: 'ended', lastDay: '2027-04-10', reason: 'Rights reverted' },
    },
  }),
  'end the licenses of Canada and the United States in June': ({ licenses }) => ({
    kind: 'close licenses',
    command: {
      ...newCommand(),
      licenses: atVersion(licenses, ['CA', 'US'], VERSION),
      plan: { kind: 'ended', lastDay: '2027-06-30', reason: 'Contract expired' },
    },
  }),
  'make the license of Mexico void': ({ licenses }) => ({
    kind: 'close',
    command: {
      ...{ ...newCommand(), licenseId: licenses.MX.id, expectedVersion: VERSION },
      plan: { kind: 'void', reason: 'Recorded twice' },
    },
  }),
  'withdraw one of two, and retire': ({ licenses }) => ({
    kind: 'withdraw',
    command: {
      ...{ ...newCommand(), licenseId: licenses.US.id, expectedVersion: VERSION },
      ...{ offers: [offerOf('US', 'Jul')], retiring: 'Rights reverted' },
    },
  }),
  'undo the end of the license of Brazil': ({ licenses }) => ({
    kind: 'undo',
    command: { ...newCommand(), licenseId: licenses.BR.id, expectedVersion: VERSION + 1 },
  }),
  'undo the end of the licenses of Brazil and Argentina': ({ licenses }) => ({
    kind: 'reopen licenses',
    command: { ...newCommand(), licenses: atVersion(licenses, ['AR', 'BR'], VERSION + 1) },
  }),
  'retire a title': ({ quiet, quietVersion }) => ({
    kind: 'close title',
    command: {
      ...{ ...newCommand(), contentId: quiet, expectedVersion: quietVersion },
      closing: { kind: 'retired', reason: 'Out of the catalog' },
    },
  }),
  'make a retired title void': ({ lent, lentVersion }) => ({
    kind: 'close title',
    command: {
      ...{ ...newCommand(), contentId: lent, expectedVersion: lentVersion },
      closing: { kind: 'void', reason: 'Registered twice' },
    },
  }),
  'bring a retired title back with an offer in April': ({ licenses, lent, lentVersion }) => ({
    kind: 'reopen title',
    command: {
      ...{ ...newCommand(), contentId: lent, expectedVersion: lentVersion },
      chosen: [chosen(licenses, 'MX', 'Apr')],
    },
  }),
} satisfies Record<string, (fixture: TitleFixture) => Request>;

export type ClosingMove = keyof typeof CLOSING_MOVES;
const EVERY_CLOSING_MOVE = Object.keys(CLOSING_MOVES) as ClosingMove[];

/** Moves on the title that was retired. The others touch neither it nor the licenses of Brazil and Argentina, but for one pair. */
const ON_RETIRED = [
  'undo the end of the license of Brazil',
  'undo the end of the licenses of Brazil and Argentina',
  'make a retired title void',
  'bring a retired title back with an offer in April',
] as const satisfies readonly ClosingMove[];
const ON_OTHERS = EVERY_CLOSING_MOVE.filter((move) => ON_RETIRED.every((other) => other !== move));

/** One of each kind of the other moves, on what the ends of rights touch. */
const BESIDE_CLOSINGS = [
  'assign an offer in April',
  'assign both titles an offer in April',
  'unassign one of two',
  'amend the license of the United States to Mexico',
  'replace the offer of July by one in August',
  'withdraw the other of two',
] as const satisfies readonly TitleMove[];

type Pair = readonly [ClosingMove, ClosingMove | TitleMove];

/** All that share a title or a license: an end of rights with another, and with each of the moves beside. */
export const CLOSING_PAIRS: readonly Pair[] = [
  ...[ON_OTHERS, ON_RETIRED].flatMap((moves) =>
    moves.flatMap((first, index) => moves.slice(index).map((second): Pair => [first, second])),
  ),
  ...ON_OTHERS.flatMap((first) => BESIDE_CLOSINGS.map((second): Pair => [first, second])),
  ['make the license of Mexico void', 'bring a retired title back with an offer in April'],
  ['make the license of Mexico void', 'move an assignment to April'],
  ['make the license of Mexico void', 'register a title with an offer in April'],
];

const DOWN = {
  startsOn: '2027-04-10',
  ...{ territories: ['CA'], rightsTypes: ['SVOD'], reason: 'Rights dispute' },
};
