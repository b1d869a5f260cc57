import type { LicenseChange } from './license-change';
import type { OfferData } from './offer';
import type { StoryLine as Line } from '../standing';
import { inverse, offersAddedBy } from './license-change';
import { LicenseDetails } from './license-details';
import { Offer } from './offer';
import { standing } from '../standing';

/** The part of a license's history entry that undo needs. */
export type StoryLine = Line<LicenseChange>;

/** The changes of a license that are still in effect: see `standing`. */
export function standingChanges<Entry extends StoryLine>(
  history: readonly Entry[],
): readonly Entry[] {
  return standing<LicenseChange, Entry>(history, takesBack);
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
    case 'offers-rearranged': {
      const moves = change.replaced.map(({ before, after }) => `${offer(before)} ${offer(after)}`);
      return JSON.stringify([
        moves.sort(),
        offersAddedBy(change).map(offer).sort(),
        change.withdrawn.map(offer).sort(),
      ]);
    }
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
