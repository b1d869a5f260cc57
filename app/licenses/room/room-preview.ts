import type { LicenseState, ProposedChange } from '../../../src/domain/license/license-change';
import type { OfferData } from '../../../src/domain/license/offer';
import { licenseIn } from '../../../src/domain/license/license-in';

/** What making room would do. */
export interface RoomPreview {
  readonly change: ProposedChange;
  /** The license that it was tried on. */
  readonly before: LicenseState;
  /** Its offers afterwards. */
  readonly after: readonly OfferData[];
}

/** Tries a change that makes room on the license as the page shows it. */
export function roomPreview(change: ProposedChange, before: LicenseState): RoomPreview {
  const license = licenseIn(before);
  license.perform(change);
  return { change, before, after: license.timeline.offers.map((offer) => offer.toData()) };
}
