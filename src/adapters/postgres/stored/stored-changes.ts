import { z } from 'zod';
import type { AssignmentData, ContentChange } from '../../../domain/content/content-change';
import type { ContractChange } from '../../../domain/contract/contract';
import type { LicenseChange } from '../../../domain/license/license-change';
import type { PriceTableChange } from '../../../domain/price-table/price-table-change';
import type { Removal } from '../../../domain/removal';
import type { DetailsShape, OfferShape } from './values';
import { storedCodec } from './codec';
import {
  contentDetailsShape,
  contractClosingShape,
  contractDetailsShape,
  formerDetails,
  formerOffer,
  formerWindow,
  licenseClosingShape,
  newestDetails,
  newestOffer,
  newestWindow,
  takedownShape,
  titleClosingShape,
} from './values';

/** What a line of history keeps. */
export type StoredChange =
  LicenseChange | ContractChange | ContentChange | PriceTableChange | Removal;

/** Changes of licenses in lines of history, `history.change`. */
export const storedLicenseChanges = storedCodec<LicenseChange>(
  licenseShape(formerDetails(formerWindow), formerOffer(formerWindow)),
  licenseShape(formerDetails(newestWindow), formerOffer(newestWindow)),
  licenseShape(newestDetails, formerOffer(newestWindow)),
  licenseShape(newestDetails, newestOffer),
);

/** Changes of contracts in lines of history. */
export const storedContractChanges = storedCodec<ContractChange>(
  contractShape(),
  contractShape(),
  contractShape(),
  contractShape(),
);

/** Changes of price tables in lines of history. */
export const storedPriceTableChanges = storedCodec<PriceTableChange>(
  priceTableShape(),
  priceTableShape(),
  priceTableShape(),
  priceTableShape(),
);

/** Changes of titles in lines of history. */
export const storedContentChanges = storedCodec<ContentChange>(
  contentShape(formerOffer(formerWindow)),
  contentShape(formerOffer(newestWindow)),
  contentShape(formerOffer(newestWindow)),
  contentShape(newestOffer),
);

/** Changes of every kind in lines of history. */
export const storedChanges = storedCodec<StoredChange>(
  anyShape(formerDetails(formerWindow), formerOffer(formerWindow)),
  anyShape(formerDetails(newestWindow), formerOffer(newestWindow)),
  anyShape(newestDetails, formerOffer(newestWindow)),
  anyShape(newestDetails, newestOffer),
);

/** Names a line of history. */
export function historyLine(aggregateId: string, version?: number): string {
  return `history of ${aggregateId}${version === undefined ? '' : `, version ${version}`}`;
}

function licenseShape(details: DetailsShape, offer: OfferShape) {
  const offers = z.array(offer);
  const closingEffect = {
    closing: licenseClosingShape,
    before: newestWindow,
    after: newestWindow,
    replaced: z.object({ before: offer, after: offer }).nullable(),
    offers,
  };
  return z.discriminatedUnion('kind', [
    z.object({
      ...{ kind: z.literal('license-granted'), details, offers: offers.exactOptional() },
      copyOf: z.object({ licenseId: z.string(), licenseName: z.string() }).exactOptional(),
    }),
    z.object({ kind: z.literal('offers-generated'), offers }),
    z.object({ kind: z.literal('offers-withdrawn'), offers }),
    z.object({ kind: z.literal('offer-replaced'), before: offer, after: offer }),
    z.object({
      kind: z.literal('offers-rearranged'),
      replaced: z.array(z.object({ before: offer, after: offer })),
      added: z.array(z.object({ offer, titlesOf: offer.nullable() })),
      withdrawn: offers,
    }),
    z.object({ kind: z.literal('license-amended'), before: details, after: details }),
    z.object({ kind: z.literal('license-closed'), ...closingEffect }),
    z.object({ kind: z.literal('license-reopened'), ...closingEffect }),
  ]);
}

function contractShape() {
  const details = contractDetailsShape;
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('contract-recorded'), details }),
    z.object({ kind: z.literal('contract-corrected'), before: details, after: details }),
    z.object({ kind: z.literal('contract-closed'), closing: contractClosingShape }),
    z.object({
      kind: z.literal('contract-reopened'),
      closing: contractClosingShape,
      licenses: z.array(z.string()),
    }),
  ]);
}

function priceTableShape() {
  const price = z.union([z.int(), z.enum(['not-sold', 'same'])]).nullable();
  const edit = {
    tier: z.string(),
    rightsType: z.string(),
    kind: z.string(),
    format: z.string().nullable(),
    territory: z.string().nullable(),
    currency: z.string(),
    startsOn: z.iso.date(),
    price,
  };
  return z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('price-table-recorded'),
      studio: z.string(),
      prices: z.array(z.object(edit)),
    }),
    z.object({
      kind: z.literal('prices-changed'),
      prices: z.array(z.object({ ...edit, before: price })),
    }),
  ]);
}

function contentShape(offer: OfferShape) {
  const details = contentDetailsShape;
  const assignment: z.ZodType<AssignmentData> = z.object({
    licenseId: z.string(),
    licenseName: z.string(),
    offer,
  });
  const assignments = z.array(assignment);
  const takedown = takedownShape;
  return z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('content-registered'),
      details,
      assignment,
      further: assignments.exactOptional(),
    }),
    z.object({ kind: z.literal('content-corrected'), before: details, after: details }),
    z.object({ kind: z.literal('offer-assigned'), assignment }),
    z.object({ kind: z.literal('offers-unassigned'), assignments }),
    z.object({ kind: z.literal('assignment-moved'), from: assignment, to: assignment }),
    z.object({ kind: z.literal('offers-reassigned'), taken: assignments, given: assignments }),
    z.object({ kind: z.literal('title-taken-down'), takedown }),
    z.object({
      kind: z.literal('title-brought-back'),
      before: takedown,
      from: z.string(),
      after: takedown.nullable(),
    }),
    z.object({ kind: z.literal('title-closed'), closing: titleClosingShape, assignments }),
    z.object({ kind: z.literal('title-reopened'), closing: titleClosingShape, assignments }),
  ]);
}

function anyShape(details: DetailsShape, offer: OfferShape) {
  const removal = z.object({
    kind: z.enum(['contract-removed', 'license-removed', 'content-removed']),
    name: z.string(),
  });
  return z.discriminatedUnion('kind', [
    licenseShape(details, offer),
    contractShape(),
    priceTableShape(),
    contentShape(offer),
    removal,
  ]);
}
