import Link from 'next/link';
import type { DateRangeData, IsoDate } from '../../../src/domain/values/date-range';
import type { ContentRow } from '../../../src/service/content/content-views';
import type { StripSpan } from '../../timeline/strip-span';
import type { TimelineModel } from '../../timeline/model';
import { classes } from '@/ui/classes';
import { ClosedMark, nameLook } from '@/ui/closed-mark';
import { ListTable } from '@/ui/lists/list-table';
import { StateMark } from '@/ui/state-mark';
import { DateRange, dayNumber } from '../../../src/domain/values/date-range';
import { CHOOSABLE_LINE, ChooseCell, ChooseHead } from '../../exports/choose-cell';
import { daysModel } from '../../timeline/days-model';
import { MiniAxis } from '../../timeline/mini-axis';
import { MiniTimeline } from '../../timeline/mini-timeline';
import { coverageWords, isTakenDown } from '../coverage/coverage-words';
import { fullTitle, kindLabel, numbered, schemeName } from '../title-words';

const ROW =
  'grid items-center gap-x-3 px-4 max-sm:grid-cols-[minmax(0,1fr)_auto] ' +
  'sm:grid-cols-[minmax(12rem,2fr)_5.5rem_minmax(7rem,0.8fr)_3rem_minmax(8rem,1.4fr)_9rem] ' +
  'xl:grid-cols-[minmax(18rem,2fr)_5.5rem_2.5rem_minmax(8rem,0.7fr)_minmax(14rem,1.2fr)_3rem_minmax(12rem,1.4fr)_9rem]';

function lineLook(isChoosable: boolean): string {
  return isChoosable ? `${ROW} ${CHOOSABLE_LINE}` : ROW;
}

/** Titles, one line each, with coverage strips on one scale. */
export function ContentList({
  rows,
  label,
  strip,
  today,
  isChoosable = false,
}: {
  rows: readonly ContentRow[];
  /** Accessible name of the table. */
  label: string;
  strip: StripSpan;
  today: IsoDate;
  /** Whether the list is inside a `ChooseForm`. */
  isChoosable?: boolean;
}) {
  return (
    <ListTable
      label={label}
      columns={lineLook(isChoosable)}
      heads={
        <>
          {isChoosable && <ChooseHead />}
          <span role="columnheader">Title</span>
          <span role="columnheader">Kind</span>
          <span role="columnheader" className="text-end max-xl:hidden">
            Year
          </span>
          <span role="columnheader">Studio</span>
          <span role="columnheader" className="max-xl:hidden">
            Identifiers
          </span>
          <span role="columnheader" className="text-end">
            Offers
          </span>
          <span role="columnheader">
            <span className="sr-only">Days on offer</span>
            <MiniAxis
              from={dayNumber(strip.startsOn)}
              to={dayNumber(strip.endsOn)}
              today={dayNumber(today)}
            />
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

function Line({
  row,
  strip,
  today,
  isChoosable,
}: {
  row: ContentRow;
  strip: StripSpan;
  today: IsoDate;
  isChoosable: boolean;
}) {
  const above = row.belongsTo.map(({ title }) => title).join(' › ');
  return (
    <div
      role="row"
      className={`${lineLook(isChoosable)} relative min-h-8 border-b border-line hover:bg-ink/5 has-focus-visible:bg-ink/5 max-sm:gap-y-0.5 max-sm:py-2`}
    >
      {isChoosable && <ChooseCell what="title" id={row.id} name={numbered(row)} />}
      <span role="rowheader" className="flex min-w-0 items-baseline gap-1.5" title={fullTitle(row)}>
        {above !== '' && (
          <span className="max-w-[60%] shrink truncate text-ink-3 max-sm:hidden">
            {above} <span aria-hidden>›</span>
          </span>
        )}
        <Link
          href={`/content/${row.id}`}
          prefetch={false}
          className={classes(
            'min-w-0 shrink-[0.2] truncate font-emphasis after:absolute after:inset-0',
            nameLook(row.closing),
          )}
        >
          {numbered(row)}
        </Link>
      </span>
      <span role="cell" className="truncate text-ink-2 max-sm:hidden">
        {kindLabel(row.kind)}
      </span>
      <span role="cell" className="text-end text-ink-2 max-xl:hidden">
        {row.releaseYear ?? '–'}
      </span>
      <span role="cell" className="truncate text-ink-2 max-sm:order-3">
        <span className="sm:hidden">
          {above !== '' && `${above} · `}
          {kindLabel(row.kind)} ·{' '}
        </span>
        {row.studio}
        {row.releaseYear !== null && <span className="sm:hidden"> · {row.releaseYear}</span>}
      </span>
      <span role="cell" className="truncate max-xl:hidden">
        <Identifiers identifiers={row.identifiers} />
      </span>
      <span role="cell" className="text-end text-ink max-sm:order-4 max-sm:text-ink-3">
        {row.assignments.toLocaleString('en-US')}
        <span className="sm:hidden"> {row.assignments === 1 ? 'offer' : 'offers'}</span>
      </span>
      <span role="cell" className="max-sm:order-5 max-sm:col-span-2">
        {row.closing === null && (
          <MiniTimeline
            model={coverageModel(row.coverage, today)}
            from={dayNumber(strip.startsOn)}
            to={dayNumber(strip.endsOn)}
          />
        )}
      </span>
      <span role="cell" className="truncate text-ink-2 max-sm:order-2 max-sm:text-end">
        <NextChange row={row} today={today} />
      </span>
    </div>
  );
}

/** What happens to it next, or that it is closed. */
function NextChange({ row, today }: { row: ContentRow; today: IsoDate }) {
  if (row.closing !== null) return <ClosedMark closing={row.closing} />;
  const { words, mark } = coverageWords(row.coverage, today, row.takenDown);
  const next = mark === null ? words : <StateMark state={mark}>{words}</StateMark>;
  if (mark === 'taken-down' || !isTakenDown(row.takenDown, today)) return next;
  return (
    <>
      <StateMark state="taken-down">taken down</StateMark>, {next}
    </>
  );
}

/** The first two identifiers (house id and EIDR come first), and the number of others. */
function Identifiers({ identifiers }: Pick<ContentRow, 'identifiers'>) {
  const [first, second, ...rest] = identifiers;
  if (first === undefined) return <span className="text-ink-3">–</span>;
  const all = identifiers.map(({ scheme, value }) => `${schemeName(scheme)} ${value}`).join(', ');
  return (
    <span title={all} className="flex min-w-0 gap-2 font-mono text-label text-ink-2">
      <span className="max-w-full shrink-0 truncate">{first.value}</span>
      {second !== undefined && <span className="min-w-0 truncate text-ink-3">{second.value}</span>}
      {rest.length > 0 && <span className="shrink-0 font-sans text-ink-3">+{rest.length}</span>}
    </span>
  );
}

/** Timeline of the days on offer, from the first to the last. */
function coverageModel(coverage: readonly DateRangeData[], today: IsoDate): TimelineModel {
  const spans = coverage.map(({ startsOn: start, endsOn: end }) => DateRange.of(start, end));
  const whole = spans.reduce<DateRange | null>((hull, span) => hull?.hull(span) ?? span, null);
  return daysModel(whole ?? { startsOn: today, endsOn: today }, coverage, today);
}
