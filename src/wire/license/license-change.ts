import * as z from 'zod';
import type { ProposedChange } from '../../domain/license/license-change';
import type { OfferData } from '../../domain/license/offer';
import { MAX_REARRANGED } from '../../domain/license/rearrangement';
import { LicenseClosing } from './closing';
import { LicenseDetails } from './license-details';
import { GivenOffer, Offer } from './offer';
import { Window } from '../window';

const kind = z.literal;

/**
 * The parts of a rearrangement.
 *
 * @param offer how an offer is described in it
 */
export function rearrangementOf<Offers extends z.ZodType<OfferData>>(offer: Offers) {
  return {
    replaced: z
      .array(z.strictObject({ before: offer, after: offer }))
      .max(MAX_REARRANGED)
      .readonly()
      .meta({ description: 'Their titles follow.' }),
    added: z
      .array(
        z.strictObject({
          offer,
          titlesOf: offer.nullable().meta({
            description:
              'An offer, as it is before the change, whose titles get this one too: the rest of one that is split.',
          }),
        }),
      )
      .max(MAX_REARRANGED)
      .readonly(),
    withdrawn: z.array(offer).max(MAX_REARRANGED).readonly(),
  };
}

/**
 * The kinds of changes.
 *
 * @param offer how an offer is described in them
 * @param id how a kind is called in the OpenAPI document
 */
function kindsOf<Offers extends z.ZodType<OfferData>>(offer: Offers, id: (name: string) => string) {
  const someOffers = z.array(offer).min(1).max(100).readonly();
  const closingEffect = {
    closing: LicenseClosing,
    before: Window,
    after: Window,
    replaced: z
      .strictObject({ before: offer, after: offer })
      .nullable()
      .meta({ description: 'The offer that runs across the last day, before and after.' }),
    offers: z.array(offer).readonly(),
  };
  return z.discriminatedUnion('kind', [
    z
      .strictObject({ kind: kind('offers-generated'), offers: someOffers })
      .meta({ id: id('OffersGenerated') }),
    z
      .strictObject({ kind: kind('offer-replaced'), before: offer, after: offer })
      .meta({ id: id('OfferReplaced') }),
    z
      .strictObject({ kind: kind('offers-withdrawn'), offers: someOffers })
      .meta({ id: id('OffersWithdrawn') }),
    z
      .strictObject({
        kind: kind('offers-rearranged'),
        ...rearrangementOf(offer),
      })
      .meta({
        id: id('OffersRearranged'),
        description:
          'Several offers replaced, added and withdrawn at once: room made for one of them.',
      }),
    z
      .strictObject({
        kind: kind('license-amended'),
        before: LicenseDetails,
        after: LicenseDetails,
      })
      .meta({ id: id('LicenseAmended') }),
    z
      .strictObject({ kind: kind('license-closed'), ...closingEffect })
      .meta({ id: id('LicenseClosed') }),
    z
      .strictObject({ kind: kind('license-reopened'), ...closingEffect })
      .meta({ id: id('LicenseReopened') }),
  ]);
}

/** What happens to a license: what is asked for, and what a refusal or a conflict proposes instead. */
export const Change = kindsOf(Offer, (name) => name).meta({
  id: 'Change',
}) satisfies z.ZodType<ProposedChange>;

/** A change in a request. */
export const GivenChange = kindsOf(GivenOffer, (name) => `Given${name}`).meta({
  id: 'GivenChange',
}) satisfies z.ZodType<ProposedChange>;
