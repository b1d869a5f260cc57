import * as z from 'zod';
import type { ProposedContentChange } from '../../domain/content/conflict';
import type { AssignmentData } from '../../domain/content/content-change';
import { TitleClosing } from '../license/closing';
import { Id } from '../identity';
import { Offer } from '../license/offer';
import { Takedown } from './takedown';
import { ContentDetails } from './title-details';
import { Day } from '../window';

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
    z
      .strictObject({ kind: z.literal('title-taken-down'), takedown: Takedown })
      .meta({ id: 'TitleTakenDown' }),
    z
      .strictObject({
        kind: z.literal('title-brought-back'),
        before: Takedown,
        from: Day,
        // The API's document would describe `nullable` of a named schema as that schema and null at once.
        after: z.union([Takedown, z.null()]),
      })
      .meta({ id: 'TitleBroughtBack' }),
    z
      .strictObject({
        kind: z.literal('title-closed'),
        closing: TitleClosing,
        assignments: z.array(Assigned).readonly(),
      })
      .meta({ id: 'TitleClosed' }),
    z
      .strictObject({
        kind: z.literal('title-reopened'),
        closing: TitleClosing,
        assignments: z.array(Assigned).readonly(),
      })
      .meta({ id: 'TitleReopened' }),
  ])
  .meta({ id: 'ContentChange' }) satisfies z.ZodType<ProposedContentChange, ProposedContentChange>;
