import type { OfferFate, OfferState } from './model';

/** Fill and border of an offer's bar by state, at any height. Upcoming offers have a thick left edge. */
export const BAR_LOOK: Record<OfferState, string> = {
  ended: 'border border-past-line bg-past text-past-ink',
  'on-offer':
    'border border-tide bg-tide text-on-tide forced-colors:border-[Highlight] forced-colors:border-2',
  upcoming: 'border border-l-3 border-tide-line bg-tide-tint text-tide-ink',
};

/** The same by what becomes of an offer. Text stands on the panel, never on a pattern. */
export const FATE_LOOK: Record<OfferFate, string> = {
  cut: 'border border-clay-line hatch-cut',
  withdrawn: 'border border-dashed border-clay-line bg-panel text-clay-ink',
  void: 'border border-dashed border-control bg-panel text-ink-2',
};

/** The same for bars too small for the thick edge. */
export const MINI_BAR_LOOK: Record<OfferState, string> = {
  ended: 'mini-ended',
  'on-offer': 'mini-on-offer',
  upcoming: 'mini-upcoming',
};

/** Vertical stripes for a run of offers too narrow to draw individually. */
export const DENSITY_LOOK = {
  ended:
    'border-y border-past-line bg-past bg-[repeating-linear-gradient(90deg,var(--past-line)_0_1px,transparent_1px_3px)]',
  upcoming:
    'border-y border-tide-line bg-tide-tint bg-[repeating-linear-gradient(90deg,var(--tide-line)_0_1px,transparent_1px_3px)]',
  taken:
    'border-y border-dashed border-clay-line bg-panel bg-[repeating-linear-gradient(90deg,var(--clay-line)_0_1px,transparent_1px_3px)]',
} as const;
