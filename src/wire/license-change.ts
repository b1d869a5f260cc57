import * as z from 'zod';
import type { ProposedChange } from '../domain/license/license-change';
import { LicenseClosing } from './closing';
import { LicenseDetails } from './license-details';
import { Offer, someOffers } from './offer';
import { Window } from './window';

const kind = z.literal;

const closingEffect = {
  closing: LicenseClosing,
  before: Window,
  after: Window,
  replaced: z
    .strictObject({ before: Offer, after: Offer })
    .nullable()
    .meta({ description: 'The offer that runs across the last day, before and after.' }),
  offers: z.array(Offer).readonly(),
};

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
    z
      .strictObject({ kind: kind('license-closed'), ...closingEffect })
      .meta({ id: 'LicenseClosed' }),
    z
      .strictObject({ kind: kind('license-reopened'), ...closingEffect })
      .meta({ id: 'LicenseReopened' }),
  ])
  .meta({ id: 'Change' }) satisfies z.ZodType<ProposedChange>;
