import { z } from 'zod';
import type { ImportStep } from '../../../domain/avails/planning/import-plan';
import type { DetailsShape, OfferShape } from './values';
import { storedCodec } from './codec';
import {
  contentDetailsShape,
  contractDetailsShape,
  formerDetails,
  formerOffer,
  formerWindow,
  newestDetails,
  newestOffer,
  newestWindow,
  takedownPlanShape,
} from './values';

/** What a group of an import does, in order. */
interface StoredPlan {
  readonly steps: readonly ImportStep[];
}

/** Plans of imports, `import_groups.steps`: without a version the steps alone. */
export const storedPlans = storedCodec<StoredPlan>(
  z
    .array(stepShape(formerDetails(formerWindow), formerOffer(formerWindow)))
    .transform((steps) => ({ steps })),
  z.object({ steps: z.array(stepShape(formerDetails(newestWindow), formerOffer(newestWindow))) }),
  z.object({ steps: z.array(stepShape(newestDetails, formerOffer(newestWindow))) }),
  z.object({ steps: z.array(stepShape(newestDetails, newestOffer)) }),
);

function stepShape(details: DetailsShape, offer: OfferShape): z.ZodType<ImportStep> {
  const id = z.string();
  const title = z.object({
    contentId: id,
    details: contentDetailsShape,
    give: z.array(z.object({ licenseId: id, offer })),
    take: z.array(z.object({ licenseId: id, startsOn: z.iso.date() })),
    isContainer: z.boolean(),
  });
  const onLicense = { licenseId: id };
  return z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('record-contract'),
      contractId: id,
      details: contractDetailsShape,
    }),
    z.object({ kind: z.literal('grant-license'), ...onLicense, contractId: id, details }),
    z.object({ kind: z.literal('amend-license'), ...onLicense, details }),
    z.object({ kind: z.literal('generate-offers'), ...onLicense, offers: z.array(offer) }),
    z.object({ kind: z.literal('replace-offer'), ...onLicense, before: offer, after: offer }),
    z.object({ kind: z.literal('withdraw-offers'), ...onLicense, offers: z.array(offer) }),
    z.object({ kind: z.literal('arrange-titles'), titles: z.array(title) }),
    z.object({ kind: z.literal('take-down-title'), contentId: id, plan: takedownPlanShape }),
    z.object({
      kind: z.literal('bring-title-back'),
      contentId: id,
      takedown: z.int(),
      from: z.iso.date(),
    }),
  ]);
}
