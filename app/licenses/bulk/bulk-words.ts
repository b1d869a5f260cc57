import type { BlockedGroup, BulkPreview } from '../../../src/service/bulk/preview-licenses-change';
import type { BulkKind } from './bulk-typed';
import { counted } from '../../timeline/model';

/** What blocks the licenses of a group, as a heading. */
export function causeWords(code: string): string {
  return CAUSES[code] ?? 'Blocked by a rule';
}

const CAUSES: Readonly<Record<string, string>> = {
  stale: 'Saved by someone since you selected them',
  'offer-overlap': 'Offers would overlap',
  'offer-outside-license': 'Offers would stick out of the license',
  'shifted-out': 'Offers would lie outside the license',
  'titles-clash': 'A title would have two prices',
  'no-hundredths': 'No price with this ending in the currency',
  'other-currency': 'Priced in another currency',
  'negative-price': 'Prices would be negative',
  'price-too-large': 'Prices would be too large',
  'end-not-later': 'The license runs longer already',
  'end-not-earlier': 'The license ends earlier anyway',
  'ends-before-start': 'The license begins later',
  'already-closed': 'The license has ended already',
  'license-end-fixed': 'The license was ended early',
  'license-void': 'The license is void',
  'offer-begins-later': 'Begins after that day',
  'offers-crossed': 'Offers would take each other’s days',
  'invalid-text': 'The name would not be valid',
  'no-day-for-last-step': 'The license ends before the last step',
  'no-day-after-offers': 'No day is left after the offers',
  'formats-not-licensed': 'A format is not licensed',
};

/** A way out for all licenses of a group. */
export type WayOut = 'take-latest' | 'round-whole' | 'cut' | 'push' | 'after-offers';

const WAYS: Readonly<Record<string, WayOut>> = {
  stale: 'take-latest',
  'no-hundredths': 'round-whole',
  'offer-outside-license': 'cut',
  'offer-overlap': 'push',
};

export const WAY_WORDS: Readonly<Record<WayOut, string>> = {
  'take-latest': 'Take the latest',
  'round-whole': 'Round to whole amounts',
  cut: 'Cut at the license',
  push: 'Move those along',
  'after-offers': 'Begin after the last offer',
};

/** The way out of a cause, if there is one beside leaving the licenses out. */
export function wayOut({ code }: Pick<BlockedGroup, 'code'>, kind: BulkKind): WayOut | null {
  if (kind === 'price-plan' && code === 'offer-overlap') return 'after-offers';
  const way = WAYS[code] ?? null;
  return way === 'cut' || way === 'push' ? (kind === 'shift' ? way : null) : way;
}

const VERBS: Readonly<Record<BulkKind, string>> = {
  'set-price': 'Set price in',
  'change-price': 'Change prices in',
  shift: 'Shift offers in',
  'price-plan': 'Apply plan to',
  end: 'End',
  extend: 'Extend',
  'rename-licenses': 'Rename',
  'rename-offers': 'Rename offers in',
};

/** The button that makes the change; it names how many licenses change, and what an end does besides. */
export function sendWords(kind: BulkKind, preview: BulkPreview | null): string {
  const count = preview?.changes.length ?? 0;
  if (preview === null) return KIND_BUTTON[kind];
  if (count === 0) return 'Nothing to change';
  const retired = preview.titles?.retiredTitles ?? 0;
  const also = retired === 0 ? '' : `, retire ${counted(retired, 'title')}`;
  return `${VERBS[kind]} ${counted(count, 'license')}${also}`;
}

const KIND_BUTTON: Readonly<Record<BulkKind, string>> = {
  'set-price': 'Set price',
  'change-price': 'Change prices',
  shift: 'Shift offers',
  'price-plan': 'Apply plan',
  end: 'End licenses',
  extend: 'Extend licenses',
  'rename-licenses': 'Rename licenses',
  'rename-offers': 'Rename offers',
};

/** What was done: `118 licenses changed, 4 left out.` */
export function doneWords(changed: number, leftOut: number): string {
  const rest = leftOut === 0 ? '' : `, ${leftOut.toLocaleString('en-US')} left out`;
  return `${counted(changed, 'license')} changed${rest}.`;
}
