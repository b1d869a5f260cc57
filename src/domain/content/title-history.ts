import type { TitleClosing } from '../closing';
import type { LicenseChange, LicenseState } from '../license/license-change';
import type { OfferData } from '../license/offer';
import type { OfferRef } from './clash';
import type { ContentChange } from './content-change';
import type { ContentDetailsData } from './content-details';
import type { TakedownData } from './takedown';
import { replacedBy, replay } from '../license/license-change';
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
  const licenses = new Map<string, LicenseChange[]>();
  for (const line of lines) {
    if (line.of === 'license') {
      const { licenseId, change } = line;
      const changes = licenses.get(licenseId);
      if (changes === undefined) licenses.set(licenseId, [change]);
      else changes.push(change);
      assigned = movedWith(assigned, licenseId, change);
      continue;
    }
    const { change } = line;
    if (change.kind === 'content-registered') details = change.details;
    if (change.kind === 'content-corrected') details = change.after;
    takedowns = takedownsAfter(takedowns, change);
    closing = closingAfter(closing, change);
    const { taken, given } = assignmentsIn(change);
    const gone = taken.map(refOfAssignment);
    assigned = [
      ...assigned.filter((ref) => !gone.some((one) => sameRef(one, ref))),
      ...given.map(refOfAssignment),
    ];
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

function movedWith(
  assigned: readonly OfferRef[],
  licenseId: string,
  change: LicenseChange,
): readonly OfferRef[] {
  const replaced = replacedBy(change);
  if (replaced === null) return assigned;
  const before = { licenseId, startsOn: replaced.before.window.startsOn };
  return assigned.map((ref) =>
    sameRef(ref, before) ? { licenseId, startsOn: replaced.after.window.startsOn } : ref,
  );
}
