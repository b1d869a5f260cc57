import type { ReviewOutcome } from './import-views';

/** What an import is about, in the order in which one needs the other. */
export const THINGS = ['contract', 'license', 'offer', 'title'] as const;

export type Thing = (typeof THINGS)[number];

/** What would become, or became, of them; what needs a person first. */
export const OUTCOMES = [
  'blocked',
  'stale',
  'taken-down',
  'withdrawn',
  'kept',
  'created',
  'changed',
  'details-changed',
  'left-out',
  'unchanged',
] as const satisfies readonly ReviewOutcome[];
