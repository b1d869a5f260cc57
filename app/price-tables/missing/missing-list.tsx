import { Link } from '@/ui/link';
import type { MissingAmountRow } from '../../../src/service/price-table/missing-amounts';
import type { IsoDate } from '../../../src/domain/values/date-range';
import { ListTable } from '@/ui/lists/list-table';
import { ForEditors } from '@/ui/role';
import { RightsBadge } from '@/ui/rights-badge';
import { placeWords } from '../../../src/domain/price-table/offer-amounts';
import { formatDay } from '../../../src/domain/values/date-range';
import { priceKindName } from '../../../src/domain/values/price-kind';
import { territoryName } from '../../../src/domain/values/territory';
import { cellAddress } from '../price-address';

const ROW =
  'grid items-center gap-x-3 px-4 max-sm:grid-cols-[minmax(0,1fr)_auto] lg:gap-x-4 ' +
  'sm:grid-cols-[minmax(6rem,1.4fr)_minmax(5rem,1fr)_4rem_minmax(5rem,1fr)_3.5rem_8rem_4.5rem] ' +
  'lg:grid-cols-[minmax(9rem,1.4fr)_minmax(9rem,1fr)_5rem_minmax(8rem,1fr)_4rem_10rem_5rem]';

/** What is missing, by how many titles wait for it; each row leads to its cell. */
export function MissingList({
  rows,
  hasStudios,
  today,
}: {
  rows: readonly MissingAmountRow[];
  /** Whether rows are of several studios. */
  hasStudios: boolean;
  today: IsoDate;
}) {
  return (
    <ListTable
      label="Missing amounts"
      columns={ROW}
      heads={
        <>
          <span role="columnheader">Tier</span>
          <span role="columnheader">Rights type and kind of price</span>
          <span role="columnheader">Format</span>
          <span role="columnheader">Territories</span>
          <span role="columnheader" className="text-end">
            Titles
          </span>
          <span role="columnheader">Needed</span>
          <span role="columnheader">
            <ForEditors>
              <span className="sr-only">Actions</span>
            </ForEditors>
          </span>
        </>
      }
    >
      {rows.map((row) => (
        <Line key={keyOf(row)} row={row} hasStudio={hasStudios} today={today} />
      ))}
    </ListTable>
  );
}

function Line({
  row,
  hasStudio,
  today,
}: {
  row: MissingAmountRow;
  hasStudio: boolean;
  today: IsoDate;
}) {
  const { studio, tier, rightsType, kind, format, territories, titles, neededOn, column } = row;
  const place = placeWords(territories);
  return (
    <div
      role="row"
      className={`${ROW} min-h-10 border-b border-line py-1 hover:bg-ink/5 max-sm:gap-y-0.5 max-sm:py-2`}
    >
      <span role="rowheader" className="min-w-0">
        <span className="block truncate font-emphasis text-ink">{tier}</span>
        {hasStudio && <span className="block truncate text-ink-3">{studio}</span>}
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-2 text-ink-2 max-sm:order-3">
        <RightsBadge rightsType={rightsType} />
        <span className="truncate">{priceKindName(kind)}</span>
      </span>
      <span role="cell" className="text-ink-2 max-sm:order-4 max-sm:text-end">
        {format ?? 'All'}
      </span>
      <span
        role="cell"
        className="truncate text-ink-2 max-sm:order-5"
        title={territories.map(territoryName).join(', ')}
      >
        {place}
      </span>
      <span role="cell" className="text-end text-ink max-sm:order-2">
        {titles.toLocaleString('en-US')}
        <span className="text-ink-3 sm:hidden"> {titles === 1 ? 'title' : 'titles'}</span>
      </span>
      <span role="cell" className="text-ink-2 max-sm:order-6 max-sm:text-end">
        {neededOn > today ? formatDay(neededOn) : 'Now'}
      </span>
      <span role="cell" className="text-end max-sm:order-7 max-sm:col-span-2 max-sm:text-start">
        <ForEditors>
          <Link
            href={cellAddress(studio, { ...row, ...column })}
            prefetch={false}
            aria-label={`Fill in ${[tier, rightsType, format, place].filter(Boolean).join(', ')}`}
            className="inline-flex min-h-6 items-center font-emphasis text-ink underline underline-offset-2 max-sm:min-h-9"
          >
            Fill in
          </Link>
        </ForEditors>
      </span>
    </div>
  );
}

function keyOf({ studio, tier, rightsType, kind, format, territories }: MissingAmountRow): string {
  return [studio, tier, rightsType, kind, format, ...territories].join('|');
}
