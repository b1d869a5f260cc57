import type { LicenseDetailsData } from '../../domain/license-details';
import type { OfferData } from '../../domain/offer';
import { deviceOfNumber } from '../../domain/device';
import { territoryOfNumber } from '../../domain/territory';
import { Prisma } from '../generated/prisma/client';

/** An offer as `offerColumns` reads it. */
export interface OfferRow {
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly name: string;
  readonly price_minor: number;
  readonly currency: string;
  readonly devices: readonly number[];
}

/** The columns of an offer as one JSON object; days come as ISO text, so that no time zone can touch them. */
export const offerColumns = Prisma.sql`jsonb_build_object('starts_on', starts_on, 'ends_on', ends_on,
  'name', name, 'price_minor', price_minor, 'currency', currency, 'devices', devices)`;

export function offerOf(row: OfferRow): OfferData {
  return {
    name: row.name,
    price: { minor: row.price_minor, currency: row.currency },
    window: { start: row.starts_on, end: row.ends_on },
    devices: row.devices.map(deviceOfNumber),
  };
}

/** A license's details as its columns hold them, days as ISO text. */
export interface DetailsRow {
  readonly name: string;
  readonly notes: string;
  readonly rights_type: string;
  readonly territories: readonly number[];
  readonly devices: readonly number[];
  readonly starts_on: string;
  readonly ends_on: string | null;
}

export function detailsOf(row: DetailsRow): LicenseDetailsData {
  return {
    name: row.name,
    notes: row.notes,
    terms: {
      rightsType: row.rights_type,
      territories: row.territories.map(territoryOfNumber).sort(),
      devices: row.devices.map(deviceOfNumber),
      window: { start: row.starts_on, end: row.ends_on },
    },
  };
}
