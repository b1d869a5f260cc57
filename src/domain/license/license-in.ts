import type { LicenseState } from './license-change';
import { License } from './license';
import { LicenseDetails } from './license-details';
import { Offer } from './offer';
import { Timeline } from './timeline';

/** A license in a known state, on which a change can be tried: it is nobody's, and at version 1. */
export function licenseIn({ details, offers, closing }: LicenseState): License {
  return License.reconstitute({
    ...{ id: '', contractId: '', version: 1, closing },
    details: LicenseDetails.of(details),
    timeline: Timeline.whole(offers.map(Offer.of)),
  });
}
