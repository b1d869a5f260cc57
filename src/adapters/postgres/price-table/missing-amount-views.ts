import type {
  MissingAmountViews,
  StoredTierOffers,
  WaitingTitles,
} from '../../../service/price-table/missing-amounts';
import type { Reads } from '../connection/transaction';
import type { PriceTuple, TakedownTuple } from '../rows';
import { territoryOfNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';
import { formatsOfRow, isNotVoid, priceLineOf, takedownOf, takedownsOf } from '../rows';
import { studioIs } from '../text-search';
import { PrismaPriceTableViews } from './price-table-views';

interface OffersRow {
  readonly studio: string;
  readonly rights_type: string;
  readonly formats: readonly number[] | null;
  readonly territories: readonly number[];
  readonly prices: readonly PriceTuple[];
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly license_ids: readonly string[];
}

interface WaitingRow {
  readonly place: number;
  readonly titles: number;
  readonly taken_down: readonly (readonly TakedownTuple[])[];
}

/** What price tables miss, on PostgreSQL: two statements, besides the one that reads the tables. */
export class PrismaMissingAmountViews implements MissingAmountViews {
  constructor(private readonly prisma: Reads) {}

  readonly pricesOf: MissingAmountViews['pricesOf'] = (wanted) =>
    new PrismaPriceTableViews(this.prisma).pricesOf(wanted);

  async tierOffers({
    studio,
    after,
  }: Parameters<MissingAmountViews['tierOffers']>[0]): Promise<readonly StoredTierOffers[]> {
    const rows = await this.prisma.$queryRaw<OffersRow[]>`
      SELECT l.studio, l.rights_type, l.formats, l.territories, o.prices, o.starts_on::text, o.ends_on::text,
        array_agg(o.license_id::text) AS license_ids
      FROM offers o JOIN licenses l ON l.id = o.license_id
      WHERE o.prices @? 'strict $[*] ? (@[2].type() == "string")'
        AND (o.ends_on IS NULL OR o.ends_on > ${after}::date) AND ${isNotVoid('l')}
        AND ${studio === undefined ? Prisma.sql`true` : studioIs(studio, 'l.studio')}
      GROUP BY 1, 2, 3, 4, 5, 6, 7
      ORDER BY 1, 2, 6`;
    return rows.map((row) => ({
      ...{ studio: row.studio, rightsType: row.rights_type, formats: formatsOfRow(row) },
      territories: row.territories.map(territoryOfNumber).sort(),
      prices: row.prices.map(priceLineOf),
      window: { startsOn: row.starts_on, endsOn: row.ends_on },
      licenseIds: row.license_ids,
    }));
  }

  async waitingTitles(
    sets: Parameters<MissingAmountViews['waitingTitles']>[0],
    today: string,
  ): Promise<readonly WaitingTitles[]> {
    const wanted = sets.flatMap((offers, place) => offers.map((offer) => ({ place, ...offer })));
    if (wanted.length === 0) return sets.map(() => ({ titles: 0, takenDown: [] }));
    const rows = await this.prisma.$queryRaw<WaitingRow[]>`
      WITH waiting AS (
        SELECT DISTINCT w.place, a.content_id
        FROM unnest(
            ${wanted.map(({ place }) => place)}::int[], ${wanted.map(({ licenseId }) => licenseId)}::uuid[],
            ${wanted.map(({ startsOn }) => startsOn)}::date[]) AS w (place, license_id, starts_on)
          JOIN assignments a ON a.license_id = w.license_id AND a.offer_starts_on = w.starts_on)
      SELECT place, count(*)::int AS titles,
        (SELECT coalesce(json_agg(${takedownsOf}), '[]') FROM waiting down JOIN content c ON c.id = down.content_id
          WHERE down.place = waiting.place AND EXISTS (
            SELECT FROM takedowns t WHERE t.content_id = c.id AND (t.ends_on IS NULL OR t.ends_on > ${today}::date))
        ) AS taken_down
      FROM waiting GROUP BY place`;
    const found = new Map(rows.map((row) => [row.place, row]));
    return sets.map((_, place) => ({
      titles: found.get(place)?.titles ?? 0,
      takenDown: (found.get(place)?.taken_down ?? []).map((some) => some.map(takedownOf)),
    }));
  }
}
