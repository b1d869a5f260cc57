import type { OfferData } from '../../src/domain/license/offer';
import type { PackedLicense } from './license-model';
import { License } from '../../src/domain/license/license';
import { LicenseDetails } from '../../src/domain/license/license-details';
import { Offer } from '../../src/domain/license/offer';
import { Timeline } from '../../src/domain/license/timeline';

/** A license as its page shows it, with its offers unpacked. The same object as long as it shows the same. */
export interface ShownLicense {
  readonly license: Omit<PackedLicense, 'offers'>;
  readonly offers: readonly OfferData[];
}

const makers = new WeakMap<ShownLicense, () => License>();

/**
 * Makes the domain's own license of what the page shows, as often as asked: to say in advance what a change would run
 * into. The server decides again, on what is stored. Only forms use it, which come after the page: the page itself shows a
 * license without the domain's rules. What all of them are made of is made once for what is shown, since many offers take
 * time.
 */
export function licenseMaker(shown: ShownLicense): () => License {
  const made = makers.get(shown);
  if (made !== undefined) return made;
  const { id, version, details, contract, closing } = shown.license;
  const known = {
    details: LicenseDetails.of(details),
    timeline: Timeline.whole(shown.offers.map(Offer.of)),
    closing,
  };
  const make = () => License.reconstitute({ id, contractId: contract.id, version, ...known });
  makers.set(shown, make);
  return make;
}
