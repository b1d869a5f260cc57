import { Link } from '@/ui/link';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { LicenseRow, LicenseSort } from '../../../src/service/license/license-views';
import type { ListQuery } from './list-address';
import type { StripSpan } from '../../timeline/strip-span';
import { ListTable } from '@/ui/lists/list-table';
import { DEVICES } from '../../../src/domain/values/device';
import { dayNumber } from '../../../src/domain/values/date-range';
import { ChooseHead } from '../../exports/choose-cell';
import { sortAddress } from './list-address';
import type { LicenseLine } from './license-lines';
import { LicenseLines } from './license-lines';
import { lineLook } from './line-look';
import { MiniAxis } from '../../timeline/mini-axis';
import { territoryWords } from '../../words/territory-words';

/** Licenses, one line each, with strips on one scale. */
export function LicenseList({
  rows,
  query,
  strip,
  today,
  isChoosable = false,
}: {
  rows: readonly LicenseRow[];
  query: ListQuery;
  strip: StripSpan;
  today: IsoDate;
  /** Whether the list is inside a `ChooseForm`. */
  isChoosable?: boolean;
}) {
  const [from, to] = [dayNumber(strip.startsOn), dayNumber(strip.endsOn)];
  return (
    <ListTable
      label="Licenses"
      columns={lineLook(isChoosable)}
      heads={
        <>
          {isChoosable && <ChooseHead />}
          <SortHeader query={query} sort="name">
            License
          </SortHeader>
          <SortHeader query={query} sort="studio">
            Studio
          </SortHeader>
          <span role="columnheader">Rights</span>
          <span role="columnheader">Territory</span>
          <span role="columnheader" className="@max-[88rem]:hidden">
            Devices
          </span>
          <SortHeader query={query} sort="ends" className="@max-[72rem]:hidden">
            Window
          </SortHeader>
          <span role="columnheader">
            <span className="sr-only">Offers over time</span>
            <MiniAxis from={from} to={to} today={dayNumber(today)} />
          </span>
          <span
            role="columnheader"
            className="text-end @max-[57rem]:hidden"
            title="Free days from today on"
          >
            Free
          </span>
          <span role="columnheader">Next change</span>
        </>
      }
    >
      <LicenseLines
        lines={rows.map(lineOf)}
        strip={strip}
        today={today}
        isChoosable={isChoosable}
      />
    </ListTable>
  );
}

/** What a line shows. */
function lineOf(row: LicenseRow): LicenseLine {
  const { id, name, contractReference, studio, rightsType } = row;
  const { devices, window, offers, freeDays, nextChange } = row;
  return {
    ...{ id, name, contractReference, studio, rightsType, window, offers, freeDays, nextChange },
    devices: devices.length === DEVICES.length ? undefined : devices,
    isContractVoid: row.isContractVoid || undefined,
    closing: row.closing ?? undefined,
    territories: territoryWords(row.territories),
  };
}

function SortHeader({
  query,
  sort,
  className = '',
  children,
}: {
  query: ListQuery;
  sort: LicenseSort;
  className?: string;
  children: string;
}) {
  const isSorted = query.sort === sort;
  const direction = query.dir === 'asc' ? 'ascending' : 'descending';
  return (
    <span role="columnheader" aria-sort={isSorted ? direction : 'none'} className={className}>
      <Link
        href={sortAddress(query, sort)}
        className="inline-flex min-h-6 items-center gap-1 hover:text-ink hover:underline"
      >
        {children}
        {isSorted && <span aria-hidden>{query.dir === 'asc' ? '↑' : '↓'}</span>}
      </Link>
    </span>
  );
}
