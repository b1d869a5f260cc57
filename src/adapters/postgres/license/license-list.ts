import type { LicenseClosing } from '../../../domain/closing';
import type { DateRangeData, IsoDate } from '../../../domain/values/date-range';
import type {
  LicenseFilter,
  LicenseListQuery,
  LicenseRow,
  LicenseSort,
} from '../../../service/license/license-views';
import type { Page } from '../../../service/page';
import type { Reads } from '../connection/transaction';
import type { KeyedRow, KeysetOrder, KeyType } from '../keyset';
import type { DetailsRow, OfferTuple } from '../rows';
import { nextChange } from '../../../domain/license/history/next-change';
import { DateRange } from '../../../domain/values/date-range';
import { deviceOfNumber } from '../../../domain/values/device';
import { formatOfNumber } from '../../../domain/values/format';
import { territoryOfNumber } from '../../../domain/values/territory';
import { OFFERS_PER_LINE } from '../../../service/license/license-views';
import { COUNT_LIMIT } from '../../../service/page';
import { Prisma } from '../../generated/prisma/client';
import { keyset } from '../keyset';
import { languagesOf, offerColumns, offerOf, runsWithin } from '../rows';
import { foldedColumn } from '../text-search';
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

/** Most windows of one license that a line of the list shows: beyond it nobody could tell them apart. */
const STRIP_LIMIT = 200;

/** The offers of a line, and one more to know whether there are more. */
const HELD = Prisma.sql`
  (SELECT coalesce(json_agg(${offerColumns} ORDER BY o.starts_on), '[]') FROM (
    SELECT * FROM offers WHERE license_id = page.id ORDER BY starts_on LIMIT ${OFFERS_PER_LINE + 1}) o)`;

/** A column of a license: whether its contract is void. */
export const IS_CONTRACT_VOID = Prisma.sql`
  EXISTS (SELECT FROM contracts c WHERE c.id = contract_id AND c.closing IS NOT NULL) AS is_contract_void`;

/** A page of the list, with what its lines show of each license's offers: one statement, and one that counts. */
export async function licenseList(
  prisma: Reads,
  query: LicenseListQuery,
): Promise<Page<LicenseRow>> {
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
  const [found, total] = await Promise.all([
    prisma.$queryRaw<ListRow[]>`
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
    licenseCount(prisma, filter, today),
  ]);
  const { rows, ...place } = paging.page(found);
  return {
    rows: rows.map((row) => listRow(row, today as IsoDate)),
    ...place,
    total,
  };
}

/** How many licenses a filter matches, counted up to `COUNT_LIMIT`. */
export async function licenseCount(
  prisma: Reads,
  filter: LicenseFilter,
  today: string,
): Promise<number> {
  const [counted] = await prisma.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (
      SELECT FROM licenses WHERE ${conditions(filter, today)} LIMIT ${COUNT_LIMIT + 1}) counted`;
  return counted?.total ?? 0;
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
