import type { ContentDetailsData } from '../../domain/content/content-details';
import type { LicenseDetailsData } from '../../domain/license/license-details';
import type { DateRangeData } from '../../domain/values/date-range';
import type { OfferData } from '../../domain/license/offer';
import type { LanguagesData } from '../../domain/values/languages';
import type { PriceLineData } from '../../domain/license/price-list';
import type { TakedownData } from '../../domain/content/takedown';
import { PriceList } from '../../domain/license/price-list';
import type { Format } from '../../domain/values/format';
import { deviceOfNumber } from '../../domain/values/device';
import { formatNumber, formatOfNumber } from '../../domain/values/format';
import { territoryOfNumber } from '../../domain/values/territory';
import { Prisma } from '../generated/prisma/client';

/** An offer's columns by their names. */
export interface OfferRow {
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly name: string;
  readonly prices: readonly PriceTuple[];
  readonly devices: readonly number[];
}

/** A line of a price list in storage: for all formats the number is `null`; an amount has a currency, a tier has none. */
export type PriceTuple =
  | readonly [format: number | null, kind: string, minor: number, currency: string]
  | readonly [format: number | null, kind: string, tier: string];

/** An offer as `offerColumns` reads it: without names, which would be most of a license with thousands of offers. */
export type OfferTuple = readonly [
  startsOn: string,
  endsOn: string | null,
  name: string,
  prices: readonly PriceTuple[],
  devices: readonly number[],
];

/** The columns of an offer, `offers o`, as one JSON array; days come as ISO text, so that no time zone can touch them. */
export const offerColumns = Prisma.sql`json_build_array(o.starts_on, o.ends_on, o.name, o.prices, o.devices)`;

/**
 * That an offer, `offers o`, is of a license and runs on one of some days at least, `[startsOn, endsOn)`. Offers never overlap
 * (L3), so none of these begins before the one that runs on the first day, and the primary key finds them.
 *
 * @param license its id
 */
export function runsWithin(license: Prisma.Sql, { startsOn, endsOn }: DateRangeData): Prisma.Sql {
  const end = endsOn === null ? Prisma.empty : Prisma.sql`AND o.starts_on < ${endsOn}::date`;
  return Prisma.sql`o.license_id = ${license} AND o.period && daterange(${startsOn}::date, ${endsOn}::date) ${end}
    AND o.starts_on >= coalesce((SELECT max(b.starts_on) FROM offers b
      WHERE b.license_id = ${license} AND b.starts_on <= ${startsOn}::date), ${startsOn}::date)`;
}

export function offerOf([start, end, name, prices, devices]: OfferTuple): OfferData {
  return {
    name,
    prices: prices.map(priceLineOf),
    window: { startsOn: start, endsOn: end },
    devices: devices.map(deviceOfNumber),
  };
}

export function priceLineOf(tuple: PriceTuple): PriceLineData {
  const [number, kind, amountOrTier, currency] = tuple;
  const format = number === null ? null : formatOfNumber(number);
  return typeof amountOrTier === 'string'
    ? { format, kind, amount: null, tier: amountOrTier }
    : { format, kind, amount: { minor: amountOrTier, currency: currency ?? '' }, tier: null };
}

/** Whether a line of a price list names a tier. */
export function isOnTier([, , amountOrTier]: PriceTuple): boolean {
  return typeof amountOrTier === 'string';
}

/** The lines of a price list as `priceLineOf` reads them, in their order. */
export function priceTuples(prices: readonly PriceLineData[]): readonly PriceTuple[] {
  return PriceList.of(prices).lines.map(({ format, kind, amount, tier }) => {
    const number = format === null ? null : formatNumber(format);
    return amount === null
      ? [number, kind, tier ?? '']
      : [number, kind, amount.minor, amount.currency];
  });
}

/** A takedown as `takedownsOf` reads it. */
export type TakedownTuple = readonly [
  number: number,
  startsOn: string,
  endsOn: string | null,
  territories: readonly number[] | null,
  rightsTypes: readonly string[] | null,
  reason: string,
];

/** The takedowns of the title `c` as a JSON array, in the order in which they were made. */
export const takedownsOf = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_array(t.number, t.starts_on, t.ends_on, t.territories, t.rights_types, t.reason)
    ORDER BY t.number), '[]') FROM takedowns t WHERE t.content_id = c.id)`;

export function takedownOf(tuple: TakedownTuple): TakedownData {
  const [number, startsOn, endsOn, territories, rightsTypes, reason] = tuple;
  return {
    number,
    days: { startsOn, endsOn },
    territories: territories === null ? null : territories.map(territoryOfNumber).sort(),
    rightsTypes,
    reason,
  };
}

/** That a license is not void. */
export function isNotVoid(license: 'licenses' | 'l' | 's'): Prisma.Sql {
  return Prisma.sql`(${Prisma.raw(license)}.closing ->> 'kind' = 'void') IS NOT TRUE`;
}

/** A license's details as its columns hold them, days as ISO text. */
export interface DetailsRow extends LanguagesRow {
  readonly name: string;
  readonly notes: string;
  readonly rights_type: string;
  readonly territories: readonly number[];
  readonly devices: readonly number[];
  readonly formats: readonly number[] | null;
  readonly exclusive: boolean;
  readonly starts_on: string;
  readonly ends_on: string | null;
}

/** The columns of `DetailsRow`. */
export const detailsColumns = Prisma.sql`name, notes, rights_type, territories, devices, formats, languages, held_back,
  exclusive, starts_on::text, ends_on::text`;

/** A license's columns that say for which languages it is. */
export interface LanguagesRow {
  readonly formats: readonly number[] | null;
  readonly languages: readonly string[] | null;
  readonly held_back: readonly string[];
}

/** The formats of a license, `null` for all. */
export function formatsOfRow({ formats }: Pick<LanguagesRow, 'formats'>): readonly Format[] | null {
  return formats === null ? null : formats.map(formatOfNumber);
}

export function languagesOf(row: LanguagesRow): LanguagesData {
  return { allowed: row.languages, heldBack: row.held_back };
}

export function detailsOf(row: DetailsRow): LicenseDetailsData {
  return {
    name: row.name,
    notes: row.notes,
    terms: {
      rightsType: row.rights_type,
      territories: row.territories.map(territoryOfNumber).sort(),
      devices: row.devices.map(deviceOfNumber),
      formats: row.formats?.map(formatOfNumber) ?? null,
      languages: languagesOf(row),
      exclusive: row.exclusive,
      window: { startsOn: row.starts_on, endsOn: row.ends_on },
    },
  };
}

/** A title's details as its columns hold them. */
export interface ContentDetailsRow {
  readonly title: string;
  readonly kind: string;
  readonly studio: string;
  readonly release_year: number | null;
  readonly parent_id: string | null;
  readonly position: number | null;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly notes: string;
}

export function contentDetailsOf(row: ContentDetailsRow): ContentDetailsData {
  return {
    title: row.title,
    kind: row.kind,
    studio: row.studio,
    releaseYear: row.release_year,
    parentId: row.parent_id,
    position: row.position,
    identifiers: row.identifiers,
    notes: row.notes,
  };
}

/** Days as PostgreSQL writes a `datemultirange`, which it puts in order itself. */
export function multirange(windows: readonly DateRangeData[]): string {
  return `{${windows.map(({ startsOn: start, endsOn: end }) => `[${start},${end ?? ''})`).join()}}`;
}
