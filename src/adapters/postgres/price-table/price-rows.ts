import type { CellPrice, PriceEdit, PriceEntry } from '../../../domain/price-table/price-cell';
import type { Territory } from '../../../domain/values/territory';
import { format, formatNumber, formatOfNumber } from '../../../domain/values/format';
import { territoryNumber, territoryOfNumber, territorySet } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';

/** Stands for all formats, and for all territories. */
const ALL = 0;

/** A price as JSON of its row. */
export interface PriceRow {
  readonly tier: string;
  readonly rights_type: string;
  readonly kind: string;
  readonly format: number;
  readonly territory: number;
  readonly currency: string;
  readonly starts_on: string;
  readonly amount: number | null;
  readonly says: Exclude<CellPrice, number> | null;
}

/** The prices of the table `a` as JSON, by tier, cell and day. */
export const PRICES_JSON = `(
  SELECT coalesce(jsonb_agg(to_jsonb(e) - 'price_table_id' - 'tier_key'
    ORDER BY tier_key COLLATE "C", rights_type, kind, format, currency, territory, starts_on), '[]')
  FROM prices e WHERE e.price_table_id = a.id)`;

export const pricesJson = Prisma.raw(PRICES_JSON);

/**
 * As `pricesJson`, without what does not concern some territories as some rights types: enough to resolve prices there,
 * whatever the tier and the day.
 *
 * @param territories `null` for all
 */
export function pricesFor({
  rightsTypes,
  territories,
}: {
  readonly rightsTypes: readonly string[];
  readonly territories: readonly Territory[] | null;
}): Prisma.Sql {
  const there =
    territories === null
      ? Prisma.empty
      : Prisma.sql`AND e.territory = ANY (${[ALL, ...territories.map(territoryNumber)]}::int[])`;
  return Prisma.sql`(
    SELECT coalesce(json_agg(to_jsonb(e) - 'price_table_id' - 'tier_key'), '[]') FROM prices e
    WHERE e.price_table_id = a.id AND e.rights_type = ANY (${rightsTypes}::text[]) ${there})`;
}

export function priceEntry(row: PriceRow): PriceEntry {
  return {
    tier: row.tier,
    rightsType: row.rights_type,
    kind: row.kind,
    format: row.format === ALL ? null : formatOfNumber(row.format),
    territory: row.territory === ALL ? null : territoryOfNumber(row.territory),
    currency: row.currency,
    startsOn: row.starts_on,
    price: row.says ?? row.amount ?? 'same',
  };
}

/** What a change writes: two statements at most, however many prices there are. */
export function priceWrites(prices: readonly PriceEdit[]): Prisma.Sql[] {
  const [set, removed] = [
    prices.filter(({ price }) => price !== null),
    prices.filter(({ price }) => price === null),
  ];
  const rows = (edits: readonly PriceEdit[]) => Prisma.sql`
    written, jsonb_to_recordset(${JSON.stringify(edits.map(rowOf))}::jsonb)
      AS e (tier text, rights_type text, kind text, format int, territory int, currency text, starts_on date,
        amount int, says text)`;
  return [
    ...(set.length === 0
      ? []
      : [
          Prisma.sql`
            INSERT INTO prices AS p (price_table_id, rights_type, kind, format, territory, currency, tier, starts_on, amount, says)
            SELECT written.id, e.rights_type, e.kind, e.format, e.territory, e.currency, e.tier, e.starts_on, e.amount, e.says
            FROM ${rows(set)}
            ON CONFLICT ON CONSTRAINT prices_pkey DO UPDATE SET amount = excluded.amount, says = excluded.says`,
        ]),
    ...(removed.length === 0
      ? []
      : [
          Prisma.sql`
            DELETE FROM prices p USING ${rows(removed)}
            WHERE p.price_table_id = written.id AND p.rights_type = e.rights_type AND p.kind = e.kind AND p.format = e.format
              AND p.territory = e.territory AND p.currency = e.currency AND p.tier_key = fold(e.tier)
              AND p.starts_on = e.starts_on`,
        ]),
  ];
}

function rowOf(edit: PriceEdit): Omit<PriceRow, 'amount' | 'says'> & object {
  const { price } = edit;
  return {
    tier: edit.tier,
    rights_type: edit.rightsType,
    kind: edit.kind,
    format: edit.format === null ? ALL : formatNumber(format(edit.format)),
    territory: edit.territory === null ? ALL : numberOf(edit.territory),
    currency: edit.currency,
    starts_on: edit.startsOn,
    ...(typeof price === 'number' ? { amount: price } : { says: price }),
  };
}

function numberOf(code: string): number {
  const [territory] = territorySet([code]);
  if (territory === undefined) throw new Error(`${code} is no territory.`);
  return territoryNumber(territory);
}
