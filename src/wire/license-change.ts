import * as z from 'zod';
import type { ProposedChange } from '../domain/license/license-change';
import { LicenseDetails } from './license-details';
import { Offer, someOffers } from './offer';

const kind = z.literal;

/** What happens to a license: what is asked for, and what a refusal or a conflict proposes instead. */
export const Change = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: kind('offers-generated'), offers: someOffers })
      .meta({ id: 'OffersGenerated' }),
    z
      .strictObject({ kind: kind('offer-replaced'), before: Offer, after: Offer })
      .meta({ id: 'OfferReplaced' }),
    z
      .strictObject({ kind: kind('offers-withdrawn'), offers: someOffers })
      .meta({ id: 'OffersWithdrawn' }),
    z
      .strictObject({
        kind: kind('license-amended'),
        before: LicenseDetails,
        after: LicenseDetails,
      })
      .meta({ id: 'LicenseAmended' }),
  ])
  .meta({ id: 'Change' }) satisfies z.ZodType<ProposedChange, ProposedChange>;
