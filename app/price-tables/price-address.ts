import * as z from 'zod';
import type { PriceCellData } from '../../src/domain/price-table/price-cell';
import { isDomainError } from '../../src/domain/errors';
import { cellOf, priceEdit } from '../../src/domain/price-table/price-cell';

/** Query parameters of the page of missing amounts. */
export interface MissingQuery {
  readonly studio?: string | undefined;
  readonly territory?: string | undefined;
  readonly rights?: string | undefined;
  readonly cursor?: string | undefined;
}

/** The page of what price tables do not have yet: of a studio, in a territory, as a rights type, or of all. */
export function missingAddress(query: MissingQuery = {}): string {
  const asked = Object.entries(query).filter(
    (part): part is [string, string] => part[1] !== undefined,
  );
  const search = new URLSearchParams(asked).toString();
  return search === '' ? '/price-tables/missing' : `/price-tables/missing?${search}`;
}

/** A cell of a studio's price table, to fill in: the table is made where there is none. */
export function cellAddress(studio: string, cell: PriceCellData): string {
  return `/price-tables/new?${cellSearch(studio, cell)}`;
}

/** A cell as the search of an address. */
export function cellSearch(studio: string, { format, territory, ...cell }: PriceCellData): string {
  const { tier, rightsType, kind, currency } = cell;
  return new URLSearchParams({
    ...{ studio, tier, rightsType, kind, currency },
    ...(format === null ? {} : { format }),
    ...(territory === null ? {} : { territory }),
  }).toString();
}

const text = z.string().max(200);
const search = z.object({
  ...{ tier: text, rightsType: text, kind: text, currency: text },
  ...{ format: text.optional(), territory: text.optional() },
});

/** The cell that an address names; `null` where it names none. */
export function cellOfSearch(
  parameters: Readonly<Record<string, string | string[] | undefined>>,
): PriceCellData | null {
  const { data } = search.safeParse(parameters);
  if (data === undefined) return null;
  const { format = null, territory = null, ...cell } = data;
  try {
    return cellOf(priceEdit({ ...cell, format, territory, startsOn: '2000-01-01', price: null }));
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}
