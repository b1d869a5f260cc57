import type { OfferState } from './model';

/** Fill and edge of an offer's bar by state, for bars of any height. The keel of what is upcoming is its thick left edge. */
export const BAR_LOOK: Record<OfferState, string> = {
  ended: 'border border-past-line bg-past text-past-ink',
  'on-offer':
    'border border-tide bg-tide text-on-tide forced-colors:border-[Highlight] forced-colors:border-2',
  upcoming: 'border border-l-3 border-tide-line bg-tide-tint text-tide-ink',
};

/** The same for bars too small for a keel. */
export const MINI_BAR_LOOK: Record<OfferState, string> = {
  ended: 'border border-past-line bg-past',
  'on-offer': 'border border-tide bg-tide forced-colors:bg-[Highlight]',
  upcoming: 'border border-tide-line bg-tide-tint',
};

/** Upright stripes for many offers too narrow to be told apart, by whether they are over. */
export const DENSITY_LOOK = {
  ended:
    'border-y border-past-line bg-past bg-[repeating-linear-gradient(90deg,var(--past-line)_0_1px,transparent_1px_3px)]',
  upcoming:
    'border-y border-tide-line bg-tide-tint bg-[repeating-linear-gradient(90deg,var(--tide-line)_0_1px,transparent_1px_3px)]',
} as const;
