import type { LicenseClosing } from '../../../domain/closing';
import type { DateRangeData, IsoDate } from '../../../domain/values/date-range';
import type {
  LicenseListQuery,
  LicenseRow,
  LicenseSort,
  LicenseView,
  LicenseClosings,
  LicenseSales,
  LicenseViews,
  UndoableChange,
} from '../../../service/license/license-views';
import type { Page } from '../../../service/page';
import type { PrismaClient } from '../../generated/prisma/client';
import type { HistoryRow } from '../history-views';
import type { KeyedRow, KeysetOrder, KeyType } from '../keyset';
import type { DetailsRow, OfferTuple } from '../rows';
import { deviceOfNumber } from '../../../domain/values/device';
import { formatOfNumber } from '../../../domain/values/format';
import { DateRange } from '../../../domain/values/date-range';
import { inverse, replay, rewind } from '../../../domain/license/license-change';
import { nextChange } from '../../../domain/license/next-change';
import { territoryOfNumber } from '../../../domain/values/territory';
import { standingChanges } from '../../../domain/license/undo';
import { COUNT_LIMIT } from '../../../service/page';
import { OFFERS_PER_LINE } from '../../../service/license/license-views';
import { Prisma } from '../../generated/prisma/client';
import { historyEntry, versionOn } from '../history-views';
import { keyset } from '../keyset';
import {
  detailsColumns,
  detailsOf,
  formatsOfRow,
  isNotVoid,
  languagesOf,
  offerColumns,
  offerOf,
  runsWithin,
} from '../rows';
import { foldedColumn } from '../text-search';
import { newestSince } from '../turning-points';
import { licenseChange, licenseChanges, licenseStory } from './license-story';
import { conditions } from './license-filter';

interface ListRow extends DetailsRow, KeyedRow {
  readonly closing: LicenseClosing | null;
  readonly id: string;
  readonly version: number;
  readonly contract_id: string;
  readonly contract_reference: string;
  readonly is_contract_void: boolean;
  readonly studio: string;
  readonly offers: readonly [string, string | null][];
  readonly ahead: readonly [string, string | null][];
  readonly held: readonly OfferTuple[] | null;
  readonly free_days: number | null;
}

interface SaleRow {
  readonly id: string;
  readonly studio: string;
  readonly rights_type: string;
  readonly territories: readonly number[];
  readonly formats: readonly number[] | null;
}

interface ViewRow extends DetailsRow {
  readonly contract_id: string;
  readonly contract_reference: string;
  readonly is_contract_void: boolean;
  readonly studio: string;
  readonly version: number;
  readonly offers: readonly OfferTuple[];
  readonly closing: LicenseClosing | null;
  readonly history: readonly HistoryRow[];
}

/** Most windows of one license that a line of the list shows: beyond it nobody could tell them apart. */
const STRIP_LIMIT = 200;

/** The offers of a line, and one more to know whether there are more. */
const HELD = Prisma.sql`
  (SELECT coalesce(json_agg(${offerColumns} ORDER BY o.starts_on), '[]') FROM (
    SELECT * FROM offers WHERE license_id = page.id ORDER BY starts_on LIMIT ${OFFERS_PER_LINE + 1}) o)`;

const IS_CONTRACT_VOID = Prisma.sql`
  EXISTS (SELECT FROM contracts c WHERE c.id = contract_id AND c.closing IS NOT NULL) AS is_contract_void`;

/** The largest number that a version can have. */
const MAX_VERSION = 2 ** 31 - 1;

/** So many of the newest changes are looked through for the one to undo next; half of them can be undone in a row. */
const UNDO_REACH = 40;

/** Lists and pages of licenses on PostgreSQL: one statement each. */
export class PrismaLicenseViews implements LicenseViews {
  constructor(private readonly prisma: PrismaClient) {}

  async list(query: LicenseListQuery): Promise<Page<LicenseRow>> {
    const { filter, sort, descending, cursor, today, strip, withOffers = false, pageSize } = query;
    const paging = keyset(
      { list: `licenses by ${sort}`, keys: SORT_KEYS[sort].keys, descending },
      SORT_KEYS[sort].casts,
      cursor,
      pageSize,
    );
    const where = conditions(filter, today);
    const running = (days: DateRangeData) => runsWithin(Prisma.sql`page.id`, days);
    const ahead = running({ startsOn: today, endsOn: null });
    const [found, [counted]] = await Promise.all([
      this.prisma.$queryRaw<ListRow[]>`
        WITH page AS (
          SELECT *, ${paging.columns} FROM licenses
          WHERE ${where} AND ${paging.condition} ${paging.order})
        SELECT page.id, version, contract_id, contract_reference, studio, name, '' AS notes, rights_type, territories,
          devices, formats, languages, held_back, exclusive, starts_on::text, ends_on::text, closing, keyset,
          ${IS_CONTRACT_VOID},
          (SELECT coalesce(jsonb_agg(jsonb_build_array(s.starts_on, s.ends_on)), '[]') FROM (
            SELECT o.starts_on, o.ends_on FROM offers o
            WHERE ${running(strip)}
            ORDER BY o.starts_on LIMIT ${STRIP_LIMIT}) s) AS offers,
          (SELECT coalesce(jsonb_agg(jsonb_build_array(s.starts_on, s.ends_on)), '[]') FROM (
            SELECT o.starts_on, o.ends_on FROM offers o
            WHERE ${ahead}
            ORDER BY o.starts_on LIMIT 2) s) AS ahead,
          ${withOffers ? HELD : Prisma.sql`NULL`} AS held,
          CASE WHEN page.ends_on IS NOT NULL THEN
            (greatest(page.ends_on - greatest(page.starts_on, ${today}::date), 0) - (
              SELECT coalesce(sum(o.ends_on - greatest(o.starts_on, ${today}::date)), 0) FROM offers o
              WHERE ${ahead}))::int
          END AS free_days
        FROM page ${paging.order}`,
      this.prisma.$queryRaw<{ total: number }[]>`
        SELECT count(*)::int AS total FROM (
          SELECT FROM licenses WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) counted`,
    ]);
    const { rows, ...place } = paging.page(found);
    return {
      rows: rows.map((row) => listRow(row, today as IsoDate)),
      ...place,
      total: counted?.total ?? 0,
    };
  }

  async license(id: string): Promise<LicenseView | null> {
    return (await this.read(id, null))?.view ?? null;
  }

  async licenseSince(id: string, version: number, undone?: number) {
    const after = Math.min(version, MAX_VERSION);
    const lines = newestSince(after, Prisma.sql`l.version`);
    const found = await this.read(id, Prisma.sql`${lines} OR h.version = l.version`);
    if (found === null) return null;
    const { view, row } = found;
    const newest = row.history.filter((entry) => entry.version > version);
    const [made] =
      undone === undefined ? [] : await licenseChanges(this.prisma, id, [undone, undone]);
    const story = await licenseStory(this.prisma, view, version, newest);
    return { view, ...story, undone: made ?? null };
  }

  async nextToUndo(id: string): Promise<UndoableChange | null> {
    const lines = await this.prisma.$queryRaw<(ViewRow['history'][number] & { name: string })[]>`
      SELECT aggregate, aggregate_id, h.version, to_json(at) #>> '{}' AS at, actor, actor_id, change, name
      FROM history h JOIN licenses l ON l.id = aggregate_id
      WHERE aggregate_id = ${id}::uuid ORDER BY h.version DESC LIMIT ${UNDO_REACH}`;
    const story = lines
      .toReversed()
      .map((row) => ({ row, version: row.version, change: licenseChange(row) }));
    const next = standingChanges(story).at(-1);
    return next === undefined || inverse(next.change) === null
      ? null
      : { ...historyEntry(next.row, next.row.name), change: next.change.kind };
  }

  async closings(ids: readonly string[]): Promise<LicenseClosings> {
    const rows = await this.prisma.$queryRaw<{ id: string; closing: LicenseClosing }[]>`
      SELECT id, closing FROM licenses WHERE id = ANY (${[...new Set(ids)]}::uuid[]) AND closing IS NOT NULL`;
    return Object.fromEntries(rows.map(({ id, closing }) => [id, closing]));
  }

  async sales(ids: readonly string[]): Promise<LicenseSales> {
    const rows = await this.prisma.$queryRaw<SaleRow[]>`
      SELECT id::text, studio, rights_type, territories, formats FROM licenses
      WHERE id = ANY (${[...new Set(ids)]}::uuid[])`;
    return Object.fromEntries(
      rows.map((row) => [
        row.id,
        {
          ...{ studio: row.studio, rightsType: row.rights_type, formats: formatsOfRow(row) },
          territories: row.territories.map(territoryOfNumber).sort(),
        },
      ]),
    );
  }

  async licenseOn(id: string, day: string): Promise<LicenseView | null> {
    const version = await versionOn(this.prisma, id, day);
    return version === null ? null : this.licenseAsOf(id, version);
  }

  /** From the nearer side: the changes up to the version, or the latest state without the changes after it. */
  async licenseAsOf(id: string, version: number): Promise<LicenseView | null> {
    if (version > MAX_VERSION) return null;
    const isNearGrant = Prisma.sql`${version}::int <= l.version - ${version}::int`;
    const found = await this.read(
      id,
      Prisma.sql`h.version BETWEEN CASE WHEN ${isNearGrant} THEN 1 ELSE ${version}::int END
        AND CASE WHEN ${isNearGrant} THEN ${version}::int ELSE l.version END`,
    );
    const asked = found?.row.history.find((entry) => entry.version === version);
    if (found === null || asked === undefined) return null;
    const { view, row } = found;
    const later = row.history.filter((entry) => entry.version > version).map(licenseChange);
    const isFromGrant = later.length === 0 && version < view.version;
    const { details, offers, closing } = view;
    return {
      ...view,
      ...(isFromGrant
        ? replay(row.history.map(licenseChange))
        : rewind({ details, offers, closing }, later)),
      version,
      lastChange: historyEntry(asked, details.name),
    };
  }

  async siblings(id: string): Promise<number> {
    const [row] = await this.prisma.$queryRaw<{ siblings: number }[]>`
      SELECT count(*)::int AS siblings FROM licenses l JOIN licenses s ON s.contract_id = l.contract_id
      WHERE l.id = ${id}::uuid AND ${isNotVoid('s')}`;
    return row?.siblings ?? 0;
  }

  /**
   * The license with lines of its history, in order.
   *
   * @param lines which lines `h` of the license `l`; `null` is the newest
   * @returns `null` when there is no such license or line
   */
  private async read(
    id: string,
    lines: Prisma.Sql | null,
  ): Promise<{ view: LicenseView; row: ViewRow } | null> {
    const [row] = await this.prisma.$queryRaw<ViewRow[]>`
      SELECT contract_id, contract_reference, studio, version, ${detailsColumns}, closing,
        ${IS_CONTRACT_VOID},
        (SELECT coalesce(json_agg(${offerColumns} ORDER BY starts_on), '[]') FROM offers o WHERE license_id = l.id) AS offers,
        (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY h.version), '[]') FROM history h
          WHERE h.aggregate_id = l.id AND (${lines ?? Prisma.sql`h.version = l.version`})) AS history
      FROM licenses l WHERE id = ${id}::uuid`;
    const newest = row?.history.at(-1);
    if (row === undefined || newest === undefined) return null;
    const view: LicenseView = {
      id,
      version: row.version,
      details: detailsOf(row),
      contract: {
        id: row.contract_id,
        studio: row.studio,
        reference: row.contract_reference,
        isVoid: row.is_contract_void,
      },
      offers: row.offers.map(offerOf),
      closing: row.closing,
      lastChange: historyEntry(newest, row.name),
    };
    return { view, row };
  }
}

function listRow(row: ListRow, today: IsoDate): LicenseRow {
  const window = DateRange.of(row.starts_on, row.ends_on);
  const ahead = row.ahead.map(([start, end]) => DateRange.of(start, end));
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    contractId: row.contract_id,
    contractReference: row.contract_reference,
    isContractVoid: row.is_contract_void,
    studio: row.studio,
    rightsType: row.rights_type,
    territories: row.territories.map(territoryOfNumber).sort(),
    devices: row.devices.map(deviceOfNumber),
    formats: row.formats?.map(formatOfNumber) ?? null,
    languages: languagesOf(row),
    exclusive: row.exclusive,
    window: window.toData(),
    offers: row.offers.map(([startsOn, endsOn]) => ({ startsOn, endsOn })),
    ...(row.held === null ? {} : { held: heldOf(row.held) }),
    freeDays: row.free_days,
    nextChange: nextChange(window, ahead, today),
    closing: row.closing,
  };
}

function heldOf(offers: readonly OfferTuple[]) {
  const hasMore = offers.length > OFFERS_PER_LINE;
  return { offers: offers.slice(0, OFFERS_PER_LINE).map(offerOf), hasMore };
}

const SORT_KEYS: Record<LicenseSort, { keys: KeysetOrder['keys']; casts: readonly KeyType[] }> = {
  name: { keys: [foldedColumn('name'), Prisma.sql`id`], casts: ['text', 'uuid'] },
  studio: {
    keys: [foldedColumn('studio'), foldedColumn('name'), Prisma.sql`id`],
    casts: ['text', 'text', 'uuid'],
  },
  starts: { keys: [Prisma.sql`starts_on`, Prisma.sql`id`], casts: ['date', 'uuid'] },
  ends: {
    keys: [Prisma.sql`coalesce(ends_on, 'infinity'::date)`, Prisma.sql`id`],
    casts: ['date', 'uuid'],
  },
};
