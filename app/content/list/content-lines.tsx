'use client';

import { Link } from '@/ui/link';
import type { DateRangeData, IsoDate } from '../../../src/domain/values/date-range';
import type { ContentRow } from '../../../src/service/content/content-views';
import type { ShownDays } from '../../timeline/geometry/share';
import type { StripSpan } from '../../timeline/strip-span';
import type { TimelineModel } from '../../timeline/model';
import { classes } from '@/ui/classes';
import { ClosedMark, nameLook } from '@/ui/closed-mark';
import { StateMark } from '@/ui/state-mark';
import { DateRange, dayNumber } from '../../../src/domain/values/date-range';
import { ChooseCell } from '../../exports/choose-cell';
import { daysModel } from '../../timeline/days-model';
import { MiniTimeline } from '../../timeline/mini-timeline';
import { StripScale } from '../../timeline/strip-scale';
import { coverageWords, isTakenDown } from '../coverage/coverage-words';
import { fullTitle, kindLabel, numbered, schemeName } from '../title-words';
import { lineLook } from './line-look';

/** Lines of the list. They are made from their data in the browser, too: as markup they would be sent twice. */
export function ContentLines({
  lines,
  strip,
  today,
  isChoosable,
}: {
  lines: readonly ContentRow[];
  strip: StripSpan;
  today: IsoDate;
  isChoosable: boolean;
}) {
  const shown = { start: dayNumber(strip.startsOn), end: dayNumber(strip.endsOn) };
  return (
    <StripScale shown={shown} today={dayNumber(today)}>
      {lines.map((line) => (
        <Line key={line.id} row={line} shown={shown} today={today} isChoosable={isChoosable} />
      ))}
    </StripScale>
  );
}

function Line({
  row,
  shown,
  today,
  isChoosable,
}: {
  row: ContentRow;
  shown: ShownDays;
  today: IsoDate;
  isChoosable: boolean;
}) {
  const above = row.belongsTo.map(({ title }) => title).join(' › ');
  return (
    <div role="row" className={`${lineLook(isChoosable)} list-line`}>
      {isChoosable && <ChooseCell what="title" id={row.id} name={numbered(row)} />}
      <span role="rowheader" className="flex min-w-0 items-baseline gap-1.5" title={fullTitle(row)}>
        {above !== '' && (
          <span className="max-w-[60%] shrink-5 truncate text-ink-3 max-sm:hidden">
            {above} <span aria-hidden>›</span>
          </span>
        )}
        <Link
          href={`/content/${row.id}`}
          prefetch={false}
          className={classes('line-link min-w-0 shrink', nameLook(row.closing))}
        >
          {numbered(row)}
        </Link>
      </span>
      <span role="cell" className="quiet-cell max-sm:hidden">
        {kindLabel(row.kind)}
      </span>
      <span role="cell" className="text-end text-ink-2 @max-[82rem]:hidden">
        {row.releaseYear ?? '–'}
      </span>
      <span role="cell" className="studio-cell">
        <span className="sm:hidden">
          {above !== '' && `${above} · `}
          {kindLabel(row.kind)} ·{' '}
        </span>
        {row.studio}
        {row.releaseYear !== null && <span className="sm:hidden"> · {row.releaseYear}</span>}
      </span>
      <span role="cell" className="truncate @max-[82rem]:hidden">
        <Identifiers identifiers={row.identifiers} />
      </span>
      <span role="cell" className="count-cell">
        {row.assignments.toLocaleString('en-US')}
        <span className="sm:hidden"> {row.assignments === 1 ? 'offer' : 'offers'}</span>
      </span>
      <span role="cell" className="strip-cell">
        {row.closing === null && (
          <MiniTimeline model={coverageModel(row.coverage, today)} shown={shown} />
        )}
      </span>
      <span role="cell" className="change-cell">
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
