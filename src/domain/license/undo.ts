import type { LicenseChange } from './license-change';
import type { OfferData } from './offer';
import { inverse, offersAddedBy } from './license-change';
import { LicenseDetails } from './license-details';
import { Offer } from './offer';

/** A line of a license's history, as far as undoing is concerned. */
export interface StoryLine {
  readonly version: number;
  readonly change: LicenseChange;
}

/**
 * The changes of a story that still count: those that no later change took back, without the changes that took them back.
 * The last of them is the next to undo, so that undoing again and again goes back step by step and never makes a change
 * anew.
 *
 * @param story in the order of the versions, from any version on: an undo of something earlier counts as a change
 */
export function standingChanges<Line extends StoryLine>(story: readonly Line[]): readonly Line[] {
  const standing: Line[] = [];
  for (const line of story) {
    const last = standing.at(-1);
    if (last !== undefined && takesBack(line.change, last.change)) standing.pop();
    else standing.push(line);
  }
  return standing;
}

/** Whether a change is the inverse of the one before it, given as an undo or by hand. */
function takesBack(change: LicenseChange, earlier: LicenseChange): boolean {
  const back = inverse(earlier);
  return back !== null && back.kind === change.kind && canonical(back) === canonical(change);
}

/** One text for two spellings of the same change: sets and offers in another order. */
function canonical(change: LicenseChange): string {
  switch (change.kind) {
    case 'license-granted':
      return `${details(change.details)} ${offersAddedBy(change).map(offer).sort().join(' ')}`;
    case 'license-amended':
      return `${details(change.before)} ${details(change.after)}`;
    case 'offer-replaced':
      return `${offer(change.before)} ${offer(change.after)}`;
    case 'offers-generated':
    case 'offers-withdrawn':
      return change.offers.map(offer).sort().join(' ');
  }
}

function offer(data: OfferData): string {
  return JSON.stringify(Offer.of(data).toData());
}

function details(data: Parameters<typeof LicenseDetails.of>[0]): string {
  return JSON.stringify(LicenseDetails.of(data).toData());
}
