import * as z from 'zod';
import type { ProposedContentChange } from '../domain/content/conflict';
import type { AssignmentData } from '../domain/content/content-change';
import { Id } from './identity';
import { Offer } from './offer';
import { ContentDetails } from './title-details';

/** An offer that a title has, or had. */
export const Assigned = z
  .strictObject({ licenseId: Id, licenseName: z.string(), offer: Offer })
  .meta({ id: 'AssignedOffer' }) satisfies z.ZodType<AssignmentData, AssignmentData>;

/** What happens to a title: what a conflict proposes. */
export const ContentChange = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('content-corrected'),
        before: ContentDetails,
        after: ContentDetails,
      })
      .meta({ id: 'ContentCorrected' }),
    z
      .strictObject({ kind: z.literal('offer-assigned'), assignment: Assigned })
      .meta({ id: 'OfferAssigned' }),
    z
      .strictObject({
        kind: z.literal('offers-unassigned'),
        assignments: z.array(Assigned).readonly(),
      })
      .meta({ id: 'OffersUnassigned' }),
    z
      .strictObject({ kind: z.literal('assignment-moved'), from: Assigned, to: Assigned })
      .meta({ id: 'AssignmentMoved' }),
  ])
  .meta({ id: 'ContentChange' }) satisfies z.ZodType<ProposedContentChange, ProposedContentChange>;
