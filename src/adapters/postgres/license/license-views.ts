import type { LicenseClosing } from '../../../domain/closing';
import type {
  CountedFilter,
  LicenseFilter,
  LicenseListQuery,
  MatchingLicense,
  LicenseRow,
  LicenseView,
  LicenseClosings,
  LicenseSales,
  LicenseViews,
  UndoableChange,
} from '../../../service/license/license-views';
import type { Page } from '../../../service/page';
import type { Reads } from '../connection/transaction';
import type { HistoryRow } from '../history-views';
import type { DetailsRow, OfferTuple } from '../rows';
import { inverse, replay, rewind } from '../../../domain/license/license-change';
import { territoryOfNumber } from '../../../domain/values/territory';
import { standingChanges } from '../../../domain/license/undo';
import { Prisma } from '../../generated/prisma/client';
import { historyEntry, versionOn } from '../history-views';
import { detailsColumns, detailsOf, formatsOfRow, isNotVoid, offerColumns, offerOf } from '../rows';
import { foldedColumn } from '../text-search';
import { newestSince } from '../turning-points';
import { conditions } from './license-filter';
import { licenseChange, licenseChanges, licenseStory } from './license-story';
import { countsOf, filterCounts } from './filter-counts';
import { IS_CONTRACT_VOID, licenseCount, licenseList } from './license-list';

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

/** The largest number that a version can have. */
const MAX_VERSION = 2 ** 31 - 1;

/** So many of the newest changes are looked through for the one to undo next; half of them can be undone in a row. */
const UNDO_REACH = 40;

/** Lists and pages of licenses on PostgreSQL: one statement each. */
export class PrismaLicenseViews implements LicenseViews {
  constructor(private readonly prisma: Reads) {}

  list(query: LicenseListQuery): Promise<Page<LicenseRow>> {
    return licenseList(this.prisma, query);
  }

  count(filter: LicenseFilter, today: string): Promise<number> {
    return licenseCount(this.prisma, filter, today);
  }

  counts(filters: readonly LicenseFilter[], today: string) {
    return countsOf(this.prisma, filters, today);
  }

  filterCounts(of: CountedFilter, filter: LicenseFilter, today: string) {
    return filterCounts(this.prisma, of, filter, today);
  }

  matching(
    filter: LicenseFilter,
    today: string,
    most: number,
  ): Promise<readonly MatchingLicense[]> {
    return this.prisma.$queryRaw<MatchingLicense[]>`
      SELECT id::text, name, version FROM licenses WHERE ${conditions(filter, today)}
      ORDER BY ${foldedColumn('name')}, id LIMIT ${most}`;
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
