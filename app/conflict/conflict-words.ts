import type { Choices } from '../../src/domain/conflict/merge';
import type { Conflict, ConflictOf } from '../../src/service/conflict/conflict';

/** A conflict of any kind, as far as sentences about it need it. */
export type AnyConflict = ConflictOf<Conflict['kind'], object, string>;

interface KindWords {
  /** What people call it. */
  readonly thing: string;
  /** Takes the best way out of a refusal. */
  readonly useWay: string;
  readonly bestWay: (label: string) => string;
  readonly noWay: string;
}

/** What differs between the kinds of things. */
export const KIND_WORDS: Record<Conflict['kind'], KindWords> = {
  license: {
    thing: 'license',
    useWay: 'Use this slot',
    bestWay: (label) => `The nearest slot that fits: ${label}.`,
    noWay: 'Keep editing to choose other days.',
  },
  content: {
    thing: 'title',
    useWay: 'Assign it instead',
    bestWay: (label) => `You can assign ${label} in its place.`,
    noWay: 'Keep editing to change it.',
  },
  contract: {
    thing: 'contract',
    useWay: 'Use it',
    bestWay: (label) => `You can save ${label}.`,
    noWay: 'Keep editing to change it.',
  },
  'price-table': {
    thing: 'price table',
    useWay: 'Use it',
    bestWay: (label) => `You can save ${label}.`,
    noWay: 'Keep editing to change it.',
  },
};

/** The fields still to be decided. */
export function openFields<Field extends string>(
  { dispute }: ConflictOf<string, unknown, Field>,
  choices: Choices,
): readonly Field[] {
  return dispute?.fields.filter((field) => choices[field] === undefined) ?? [];
}

/** How many changes the result has of either side, or how many fields are still to be decided. */
export function tally({ rows }: AnyConflict, open: number): string {
  if (open > 0) return open === 1 ? '1 field to decide' : `${open} fields to decide`;
  const yours = rows.filter(({ origin }) => origin === 'yours' || origin === 'adjusted').length;
  const theirs = rows.filter(({ origin }) => origin === 'theirs').length;
  return `${yours} of your changes, ${theirs} of theirs`;
}
