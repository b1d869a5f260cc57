import * as z from 'zod';
import type { OfferData } from '../../domain/license/offer';
import type { ChosenOffer as ChosenOfferData } from '../../service/content/chosen-offer';
import { Devices } from '../devices';
import { Id } from '../identity';
import { PriceList, givenPrices, priced } from '../prices/price-list';
import { line } from '../text';
import { Window } from '../window';

const name = line('An offer’s name');

/** The parts of an offer. */
export const offerParts = { name, prices: PriceList, window: Window, devices: Devices };

export const Offer = z.strictObject(offerParts).meta({ id: 'Offer' }) satisfies z.ZodType<
  OfferData,
  OfferData
>;

/** An offer in a request. */
export const GivenOffer = priced(
  'GivenOffer',
  z.strictObject({ name, ...givenPrices, window: Window, devices: Devices }),
) satisfies z.ZodType<OfferData>;

/** What a first free slot is looked for. */
export const OfferWithoutWindow = priced(
  'OfferWithoutWindow',
  z.strictObject({ name, ...givenPrices, devices: Devices }),
) satisfies z.ZodType<Omit<OfferData, 'window'>>;

/** Some offers in a request. */
export const someGivenOffers = z.array(GivenOffer).min(1).max(100).readonly();

/** An offer as the one who chose it saw it. */
export const ChosenOffer = z
  .strictObject({ licenseId: Id, offer: GivenOffer })
  .meta({ id: 'ChosenOffer' }) satisfies z.ZodType<ChosenOfferData>;
