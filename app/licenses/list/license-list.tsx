import Link from 'next/link';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { LicenseRow, LicenseSort } from '../../../src/service/license/license-views';
import type { ListQuery } from './list-address';
import type { StripSpan } from '../../timeline/strip-span';
import { DeviceIcons } from '@/ui/device-icons';
import { classes } from '@/ui/classes';
import { ClosedMark, nameLook } from '@/ui/closed-mark';
import { ListTable } from '@/ui/lists/list-table';
import { StateMark } from '@/ui/state-mark';
import { DateRange, dayNumber, formatLength } from '../../../src/domain/values/date-range';
import { CHOOSABLE_LINE, ChooseCell, ChooseHead } from '../../exports/choose-cell';
import { sortAddress } from './list-address';
import { closedWords, nextChangeWords } from '../next-change-words';
import { RightsBadge } from '../../ui/rights-badge';
import { daysModel } from '../../timeline/days-model';
import { MiniAxis } from '../../timeline/mini-axis';
import { MiniTimeline } from '../../timeline/mini-timeline';

const ROW =
  'grid items-center gap-x-3 px-4 max-sm:grid-cols-[minmax(0,1fr)_auto] ' +
  'sm:grid-cols-[minmax(11rem,1.3fr)_minmax(7rem,0.7fr)_3.5rem_4.5rem_minmax(10rem,2fr)_3rem_8.5rem] ' +
  'lg:grid-cols-[minmax(13rem,1.3fr)_minmax(7rem,0.7fr)_3.5rem_5rem_12.5rem_minmax(10rem,2fr)_3rem_8.5rem] ' +
  'xl:grid-cols-[minmax(17rem,1.6fr)_minmax(8rem,0.6fr)_3.5rem_5rem_8.5rem_12rem_minmax(12rem,1.6fr)_3rem_8rem]';

function lineLook(isChoosable: boolean): string {
  return isChoosable ? `${ROW} ${CHOOSABLE_LINE}` : ROW;
}

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
          <span role="columnheader" className="max-xl:hidden">
            Devices
          </span>
          <SortHeader query={query} sort="ends" className="max-lg:hidden">
            Window
          </SortHeader>
          <span role="columnheader">
            <span className="sr-only">Offers over time</span>
            <MiniAxis from={from} to={to} today={dayNumber(today)} />
          </span>
          <span role="columnheader" className="text-end" title="Free days from today on">
            Free
          </span>
          <span role="columnheader">Next change</span>
        </>
      }
    >
      {rows.map((row) => (
        <Line key={row.id} row={row} strip={strip} today={today} isChoosable={isChoosable} />
      ))}
    </ListTable>
  );
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

function Line({
  row,
  strip,
  today,
  isChoosable,
}: {
  row: LicenseRow;
  strip: StripSpan;
  today: IsoDate;
  isChoosable: boolean;
}) {
  return (
    <div
      role="row"
      className={`${lineLook(isChoosable)} relative min-h-8 border-b border-line hover:bg-ink/5 has-focus-visible:bg-ink/5 max-sm:gap-y-0.5 max-sm:py-2`}
    >
      {isChoosable && <ChooseCell what="license" id={row.id} name={row.name} />}
      <span role="rowheader" className="flex min-w-0 items-baseline gap-2">
        <Link
          href={`/licenses/${row.id}`}
          prefetch={false}
          className={classes(
            'truncate font-emphasis after:absolute after:inset-0',
            nameLook(row.closing),
          )}
        >
          {row.name}
        </Link>
        <span
          className={classes(
            'shrink-0 truncate font-mono text-label text-ink-3 max-sm:hidden',
            row.isContractVoid && 'line-through',
          )}
        >
          {row.contractReference}
        </span>
      </span>
      <span role="cell" className="truncate text-ink-2 max-sm:order-3">
        {row.studio}
        <span className="sm:hidden">
          {' '}
          · {row.rightsType} · <Territories codes={row.territories} />
        </span>
      </span>
      <span role="cell" className="max-sm:hidden">
        <RightsBadge rightsType={row.rightsType} />
      </span>
      <span role="cell" className="truncate max-sm:hidden">
        <Territories codes={row.territories} />
      </span>
      <span role="cell" className="max-xl:hidden">
        <DeviceIcons codes={row.devices} />
      </span>
      <span role="cell" className="truncate text-ink-2 max-lg:hidden">
        {DateRange.of(row.window.startsOn, row.window.endsOn).toString()}
      </span>
      <span role="cell" className="max-sm:order-5 max-sm:col-span-2">
        <MiniTimeline
          model={daysModel(row.window, row.offers, today)}
          from={dayNumber(strip.startsOn)}
          to={dayNumber(strip.endsOn)}
        />
      </span>
      <span role="cell" className="text-end text-ink max-sm:order-4 max-sm:text-ink-3">
        <FreeDays days={row.freeDays} />
      </span>
      <span role="cell" className="truncate text-ink-2 max-sm:order-2 max-sm:text-end">
        <NextChange row={row} today={today} />
      </span>
    </div>
  );
}

/** What happens to it next, or that it is closed. */
function NextChange({ row, today }: { row: LicenseRow; today: IsoDate }) {
  if (row.closing !== null)
    return (
      <ClosedMark closing={row.closing}>{closedWords(row.closing, row.window, today)}</ClosedMark>
    );
  const { words, mark } = nextChangeWords(row.nextChange, today);
  return mark === null ? words : <StateMark state={mark}>{words}</StateMark>;
}

/** Codes of up to two territories, and the number of others. */
function Territories({ codes }: { codes: readonly string[] }) {
  const shown = codes.slice(0, 2).join(', ');
  return codes.length > 2 ? (
    <span title={codes.join(', ')}>
      {shown} <span className="text-ink-3">+{codes.length - 2}</span>
    </span>
  ) : (
    shown
  );
}

function FreeDays({ days }: { days: number | null }) {
  if (days === null) return <span className="text-ink-3">open</span>;
  return (
    <>
      <span className="max-sm:hidden">{days === 0 ? '–' : days.toLocaleString('en-US')}</span>
      <span className="sm:hidden">
        {days === 0 ? 'no free days' : `${formatLength(days)} free`}
      </span>
    </>
  );
}
