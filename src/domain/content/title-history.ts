import type { TitleClosing } from '../closing';
import type { LicenseChange, LicenseState } from '../license/license-change';
import type { OfferData } from '../license/offer';
import type { OfferRef } from './clash';
import type { ContentChange } from './content-change';
import type { ContentDetailsData } from './content-details';
import type { TakedownData } from './takedown';
import { replacedBy, replay } from '../license/license-change';
import { stepsOf } from '../license/rearrangement';
import { sameRef } from './clash';
import { assignmentsIn, closingAfter, refOfAssignment, takedownsAfter } from './content-change';

/** A change of a title, or of a license that it has had an offer of. */
export type TitleLine =
  | { readonly of: 'title'; readonly change: ContentChange }
  | { readonly of: 'license'; readonly licenseId: string; readonly change: LicenseChange };

/** A license of a title as it was. */
export interface PastLicense extends LicenseState {
  readonly licenseId: string;
  readonly version: number;
  /** The offers that the title had, in date order. */
  readonly assigned: readonly OfferData[];
}

/** A title as it was at one moment of its history. */
export interface TitleState {
  readonly details: ContentDetailsData;
  /** Those that had ended by then too, in the order in which they were made. */
  readonly takedowns: readonly TakedownData[];
  /** `null` while it was in the catalog. */
  readonly closing: TitleClosing | null;
  /** Every license that it had an offer of. */
  readonly licenses: readonly PastLicense[];
}

/**
 * Computes a title from its changes and those of its licenses: an assignment moves with the offer that its license replaces
 * (L5), and that is no change of the title.
 *
 * @param lines in the order in which they were stored, beginning with the first of each license and of the title
 * @throws Error when a line is missing
 */
export function replayTitle(lines: readonly TitleLine[]): TitleState {
  let details: ContentDetailsData | null = null;
  let takedowns: readonly TakedownData[] = [];
  let closing: TitleClosing | null = null;
  let assigned: readonly OfferRef[] = [];
  /** Offers that a license has withdrawn, and that the title is about to lose. */
  let leaving: readonly OfferRef[] = [];
  const licenses = new Map<string, LicenseChange[]>();
  for (const line of lines) {
    if (line.of === 'license') {
      const { licenseId, change } = line;
      const changes = licenses.get(licenseId);
      if (changes === undefined) licenses.set(licenseId, [change]);
      else changes.push(change);
      const withdrawn = goingWith(licenseId, change);
      const isGoing = (ref: OfferRef) => withdrawn.some((one) => sameRef(one, ref));
      leaving = [...leaving, ...assigned.filter(isGoing)];
      const staying = assigned.filter((ref) => !isGoing(ref));
      assigned = movedWith(staying, licenseId, change);
      continue;
    }
    const { change } = line;
    if (change.kind === 'content-registered') details = change.details;
    if (change.kind === 'content-corrected') details = change.after;
    takedowns = takedownsAfter(takedowns, change);
    closing = closingAfter(closing, change);
    const { taken, given } = assignmentsIn(change);
    const gone = taken
      .map(refOfAssignment)
      .filter((ref) => !leaving.some((one) => sameRef(one, ref)));
    assigned = [
      ...assigned.filter((ref) => !gone.some((one) => sameRef(one, ref))),
      ...given.map(refOfAssignment),
    ];
    leaving = [];
  }
  if (details === null) throw new Error('A title’s story begins with its registration.');
  const used = [...new Set(assigned.map(({ licenseId }) => licenseId))];
  return {
    ...{ details, takedowns, closing },
    licenses: used.map((licenseId) => {
      const changes = licenses.get(licenseId) ?? [];
      const state = replay(changes);
      const isAssigned = ({ window: { startsOn } }: OfferData) =>
        assigned.some((ref) => sameRef(ref, { licenseId, startsOn }));
      return {
        ...{ licenseId, version: changes.length, ...state },
        assigned: state.offers.filter(isAssigned),
      };
    }),
  };
}

/** Offers whose first days others may have after the same change, so that they are gone before it. */
function goingWith(licenseId: string, change: LicenseChange): readonly OfferRef[] {
  return change.kind !== 'offers-rearranged'
    ? []
    : stepsOf(change).withdrawn.map(({ window }) => ({ licenseId, startsOn: window.startsOn }));
}

function movedWith(
  assigned: readonly OfferRef[],
  licenseId: string,
  change: LicenseChange,
): readonly OfferRef[] {
  const moved = new Map(
    replacedBy(change).map(({ before, after }) => [before.window.startsOn, after.window.startsOn]),
  );
  if (moved.size === 0) return assigned;
  return assigned.map((ref) =>
    ref.licenseId === licenseId
      ? { licenseId, startsOn: moved.get(ref.startsOn) ?? ref.startsOn }
      : ref,
  );
}
