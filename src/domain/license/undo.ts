import type { LicenseChange } from './license-change';
import type { OfferData } from './offer';
import { inverse, offersAddedBy } from './license-change';
import { LicenseDetails } from './license-details';
import { Offer } from './offer';

/** The part of a history entry that undo needs. */
export interface StoryLine {
  readonly version: number;
  readonly change: LicenseChange;
}

/**
 * The changes that are still in effect: without changes that were reverted later, and without the changes that reverted
 * them. The last one is the next to undo. So repeated undo goes back step by step and never redoes a change.
 *
 * @param history by ascending version, from any version on; an undo of a change before that counts as a change
 */
export function standingChanges<Line extends StoryLine>(history: readonly Line[]): readonly Line[] {
  const standing: Line[] = [];
  for (const entry of history) {
    const last = standing.at(-1);
    if (last !== undefined && takesBack(entry.change, last.change)) standing.pop();
    else standing.push(entry);
  }
  return standing;
}

/** Whether a change is the inverse of the one before it, whether made by undo or by hand. */
function takesBack(change: LicenseChange, earlier: LicenseChange): boolean {
  const back = inverse(earlier);
  return back !== null && back.kind === change.kind && canonical(back) === canonical(change);
}

/** The same text for equal changes, whatever the order of their sets and offers. */
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
    case 'license-closed':
    case 'license-reopened': {
      const { closing, before, after, replaced, offers } = change;
      return JSON.stringify([
        ...[closing.kind, closing.reason, before.startsOn, before.endsOn, after.endsOn],
        ...(replaced === null ? [] : [replaced.before, replaced.after]).map(offer),
        ...offers.map(offer).sort(),
      ]);
    }
  }
}

function offer(data: OfferData): string {
  return JSON.stringify(Offer.of(data).toData());
}

function details(data: Parameters<typeof LicenseDetails.of>[0]): string {
  return JSON.stringify(LicenseDetails.of(data).toData());
}
