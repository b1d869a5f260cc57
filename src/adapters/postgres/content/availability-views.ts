import type { LicenseRights, TitleRights } from '../../../domain/content/availability-question';
import type { TitleClosing } from '../../../domain/closing';
import type {
  AvailabilityViews,
  RightsQuestion,
} from '../../../service/content/availability-views';
import type { PriceRow } from '../price-table/price-rows';
import type { Reads } from '../connection/transaction';
import type { LanguagesRow, OfferTuple, TakedownTuple } from '../rows';
import { DateRange } from '../../../domain/values/date-range';
import { deviceOfNumber } from '../../../domain/values/device';
import { Languages } from '../../../domain/values/languages';
import { Prices } from '../../../domain/price-table/prices';
import { Offer } from '../../../domain/license/offer';
import { rightsType } from '../../../domain/values/rights-type';
import { Takedown } from '../../../domain/content/takedown';
import { territoryOfNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';
import { KeptPrices } from '../price-table/kept-prices';
import { priceEntry, pricesFor } from '../price-table/price-rows';
import { foldedColumn } from '../text-search';
import {
  formatsOfRow,
  isOnTier,
  languagesOf,
  offerColumns,
  offerOf,
  runsWithin,
  takedownOf,
  takedownsOf,
} from '../rows';

/** A title with the keys of its offers. */
type TitleTuple = readonly [
  id: string,
  title: string,
  assignments: readonly (readonly [licenseId: string, startsOn: string])[],
  takedowns: readonly TakedownTuple[],
  closing: TitleClosing | null,
];

/** A license with its offers on the days in question, when it is of the rights type in question. */
interface LicenseRow extends LanguagesRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly studio: string;
  readonly folded_studio: string;
  readonly rights_type: string;
  readonly territories: readonly number[];
  readonly devices: readonly number[];
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly offers: readonly OfferTuple[];
}

interface RightsRow {
  readonly titles: readonly TitleTuple[];
  readonly licenses: readonly LicenseRow[];
  /** The price tables of their studios, by folded name; with the prices of the rights type in question where they were asked for. */
  readonly tables: readonly PriceTableTuple[];
  /** Offers that a title has on other days than those in question. */
  readonly elsewhere: readonly (readonly [licenseId: string, offer: OfferTuple])[];
}

type PriceTableTuple = readonly [
  studio: string,
  id: string,
  version: number,
  prices: readonly PriceRow[] | null,
];

/** A license with its offers by their first days: read once, however many titles rest on it. */
interface ReadLicense {
  readonly terms: Omit<LicenseRights, 'assigned' | 'unassigned'>;
  readonly offers: Map<string, Offer>;
}

/**
 * What decides availability, from PostgreSQL: one statement, so that all of it is of one moment. Prices of tiers come from
 * `kept`; where those of a table's version are not kept yet, the statement is asked once more, with prices.
 */
export class PrismaAvailabilityViews implements AvailabilityViews {
  /** @param kept of one database */
  constructor(
    private readonly prisma: Reads,
    private readonly kept = new KeptPrices(),
  ) {}

  async rights(
    contentIds: readonly string[],
    question: RightsQuestion,
  ): Promise<readonly TitleRights[]> {
    const known = await this.read(contentIds, question, Prisma.sql`NULL`);
    const row = this.lacksPrices(known, question)
      ? await this.read(contentIds, question, pricesOf(question))
      : known;
    const tables = new Map(
      row.tables.map((table) => [table[0], this.pricesIn(table, question) ?? Prices.NONE]),
    );
    const licenses = new Map(
      row.licenses.map((license) => [
        license.id,
        readLicense(license, tables.get(license.folded_studio) ?? Prices.NONE),
      ]),
    );
    for (const [id, offer] of row.elsewhere) addOffer(knownLicense(licenses, id), offer);
    const titles = new Map(row.titles.map((title) => [title[0], titleRights(title, licenses)]));
    return contentIds.flatMap((id) => titles.get(id) ?? []);
  }

  /** @param prices of the price table `a`: `pricesOf` or `NULL` */
  private async read(
    contentIds: readonly string[],
    { rightsType: asked, days }: RightsQuestion,
    prices: Prisma.Sql,
  ): Promise<RightsRow> {
    const [row] = await this.prisma.$queryRaw<RightsRow[]>`
      WITH used AS MATERIALIZED (
        SELECT content_id, license_id, offer_starts_on FROM assignments WHERE content_id = ANY (${contentIds}::uuid[])),
      granted AS MATERIALIZED (
        SELECT *, rights_type = ${asked} AS asked, fold(studio) COLLATE "C" AS folded_studio
        FROM licenses WHERE id IN (SELECT license_id FROM used))
      SELECT
        (SELECT coalesce(json_agg(json_build_array(c.id, c.title, coalesce(own.assignments, '[]'), ${takedownsOf},
            c.closing)), '[]')
          FROM content c
          LEFT JOIN (SELECT content_id, json_agg(json_build_array(license_id, offer_starts_on)
                  ORDER BY license_id, offer_starts_on) AS assignments
                FROM used GROUP BY content_id) own ON own.content_id = c.id
          WHERE c.id = ANY (${contentIds}::uuid[])) AS titles,
        (SELECT coalesce(json_agg(json_build_object('id', l.id, 'version', l.version, 'name', l.name,
            'studio', l.studio, 'folded_studio', l.folded_studio, 'rights_type', l.rights_type, 'territories', l.territories, 'devices', l.devices,
            'formats', l.formats, 'languages', l.languages, 'held_back', l.held_back, 'starts_on', l.starts_on, 'ends_on', l.ends_on, 'offers', (
              SELECT coalesce(json_agg(${offerColumns}), '[]') FROM offers o
              WHERE l.asked AND ${runsWithin(Prisma.sql`l.id`, days)}))), '[]')
          FROM granted l) AS licenses,
        (SELECT coalesce(json_agg(json_build_array(${foldedColumn('studio')}, a.id, a.version, ${prices})), '[]')
          FROM price_tables a
          WHERE ${foldedColumn('studio')} IN (SELECT folded_studio FROM granted WHERE asked)) AS tables,
        (SELECT coalesce(json_agg(json_build_array(o.license_id, ${offerColumns})), '[]')
          FROM (SELECT DISTINCT license_id, offer_starts_on FROM used
            WHERE license_id IN (SELECT id FROM granted WHERE asked)) u
          JOIN offers o ON o.license_id = u.license_id AND o.starts_on = u.offer_starts_on
          WHERE NOT o.period && daterange(${days.startsOn}::date, ${days.endsOn}::date)) AS elsewhere`;
    return row ?? { titles: [], licenses: [], tables: [], elsewhere: [] };
  }

  /** Whether an offer on one of the days names a tier of a table whose prices are not kept. */
  private lacksPrices({ licenses, tables }: RightsRow, question: RightsQuestion): boolean {
    const unknown = new Set(
      tables.filter((table) => this.pricesIn(table, question) === null).map(([studio]) => studio),
    );
    return (
      unknown.size > 0 &&
      licenses.some(
        ({ folded_studio: studio, offers }) =>
          unknown.has(studio) && offers.some(([, , , prices]) => prices.some(isOnTier)),
      )
    );
  }

  /** The prices of a table for the rights type in question: as they were read, or else as they are kept. */
  private pricesIn(
    [, id, version, rows]: PriceTableTuple,
    { rightsType: asked }: RightsQuestion,
  ): Prices | null {
    const part = { priceTableId: id, rightsType: asked };
    const kept = this.kept.of(part, version);
    if (kept !== null || rows === null) return kept;
    const prices = Prices.of(rows.map(priceEntry));
    this.kept.keep(part, version, prices);
    return prices;
  }
}

function pricesOf({ rightsType: asked }: RightsQuestion): Prisma.Sql {
  return pricesFor({ rightsTypes: [asked], territories: null });
}

function readLicense(row: LicenseRow, table: Prices): ReadLicense {
  const license: ReadLicense = {
    terms: {
      licenseId: row.id,
      licenseVersion: row.version,
      licenseName: row.name,
      studio: row.studio,
      rightsType: rightsType(row.rights_type),
      territories: row.territories.map(territoryOfNumber).sort(),
      devices: row.devices.map(deviceOfNumber),
      formats: formatsOfRow(row),
      languages: Languages.of(languagesOf(row)),
      window: DateRange.of(row.starts_on, row.ends_on),
      table,
    },
    offers: new Map(),
  };
  for (const offer of row.offers) addOffer(license, offer);
  return license;
}

function addOffer({ offers }: ReadLicense, tuple: OfferTuple): void {
  offers.set(tuple[0], Offer.of(offerOf(tuple)));
}

function knownLicense(licenses: ReadonlyMap<string, ReadLicense>, id: string): ReadLicense {
  const license = licenses.get(id);
  if (license === undefined) throw new Error(`License ${id} was not read.`);
  return license;
}

/**
 * A license's offers that another title has on other days are here too: they are told as unassigned, and none of them has a
 * day in question.
 */
function titleRights(
  [contentId, title, assignments, takedowns, closing]: TitleTuple,
  licenses: ReadonlyMap<string, ReadLicense>,
): TitleRights {
  const own = new Map<string, Set<string>>();
  for (const [licenseId, startsOn] of assignments)
    own.set(licenseId, (own.get(licenseId) ?? new Set()).add(startsOn));
  return {
    contentId,
    title,
    closing,
    takedowns: takedowns.map((takedown) => Takedown.of(takedownOf(takedown))),
    licenses: [...own].map(([licenseId, has]): LicenseRights => {
      const { terms, offers } = knownLicense(licenses, licenseId);
      const inOrder = [...offers.values()].sort((a, b) =>
        a.window.startsOn < b.window.startsOn ? -1 : 1,
      );
      return {
        ...terms,
        assigned: inOrder.filter(({ window }) => has.has(window.startsOn)),
        unassigned: inOrder.filter(({ window }) => !has.has(window.startsOn)),
      };
    }),
  };
}
