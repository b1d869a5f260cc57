import * as z from 'zod';
import type { OfferData } from '../domain/license/offer';
import type { ChosenOffer as ChosenOfferData } from '../service/content/chosen-offer';
import { Devices } from './devices';
import { Id } from './identity';
import { Price } from './price';
import { line } from './text';
import { Window } from './window';

/** The parts of an offer. */
export const offerParts = {
  name: line('An offer’s name'),
  price: Price,
  window: Window,
  devices: Devices,
};

export const Offer = z.strictObject(offerParts).meta({ id: 'Offer' }) satisfies z.ZodType<
  OfferData,
  OfferData
>;

/** What a first free slot is looked for. */
export const OfferWithoutWindow = z
  .strictObject({ name: offerParts.name, price: Price, devices: Devices })
  .meta({ id: 'OfferWithoutWindow' }) satisfies z.ZodType<Omit<OfferData, 'window'>>;

/** Some offers in one command. */
export const someOffers = z.array(Offer).min(1).max(100).readonly();

/** An offer as the one who chose it saw it. */
export const ChosenOffer = z
  .strictObject({ licenseId: Id, offer: Offer })
  .meta({ id: 'ChosenOffer' }) satisfies z.ZodType<ChosenOfferData, ChosenOfferData>;
