'use client';

import { Link } from '@/ui/link';
import type { LicenseClosing } from '../../../src/domain/closing';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { LicenseRow } from '../../../src/service/license/license-views';
import type { ShownDays } from '../../timeline/geometry/share';
import type { StripSpan } from '../../timeline/strip-span';
import type { TerritoryWords } from '../../words/territory-words';
import { DeviceIcons } from '@/ui/device-icons';
import { classes } from '@/ui/classes';
import { ClosedMark, nameLook } from '@/ui/closed-mark';
import { StateMark } from '@/ui/state-mark';
import { DEVICES } from '../../../src/domain/values/device';
import { DateRange, dayNumber, formatLength } from '../../../src/domain/values/date-range';
import { ChooseCell } from '../../exports/choose-cell';
import { closedWords, nextChangeWords } from '../next-change-words';
import { RightsBadge } from '../../ui/rights-badge';
import { daysModel } from '../../timeline/days-model';
import { MiniTimeline } from '../../timeline/mini-timeline';
import { StripScale } from '../../timeline/strip-scale';
import { lineLook } from './line-look';

/** What a line of the list shows of a license. */
export type LicenseLine = Pick<
  LicenseRow,
  | 'id'
  | 'name'
  | 'contractReference'
  | 'studio'
  | 'rightsType'
  | 'window'
  | 'offers'
  | 'freeDays'
  | 'nextChange'
> & {
  readonly territories: TerritoryWords;
  /** Left out when it is all of them. */
  readonly devices?: readonly string[] | undefined;
  /** Left out when it is not. */
  readonly isContractVoid?: true | undefined;
  /** Left out when it is open. */
  readonly closing?: LicenseClosing | undefined;
};

/** Lines of the list. They are made from their data in the browser, too: as markup they would be sent twice. */
export function LicenseLines({
  lines,
  strip,
  today,
  isChoosable,
}: {
  lines: readonly LicenseLine[];
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
  row: LicenseLine;
  shown: ShownDays;
  today: IsoDate;
  isChoosable: boolean;
}) {
  return (
    <div role="row" className={`${lineLook(isChoosable)} list-line`}>
      {isChoosable && <ChooseCell what="license" id={row.id} name={row.name} />}
      <span role="rowheader" className="name-cell">
        <Link
          href={`/licenses/${row.id}`}
          prefetch={false}
          className={classes('line-link', nameLook(row.closing ?? null))}
        >
          {row.name}
        </Link>
        <span className={classes('reference-note', row.isContractVoid === true && 'line-through')}>
          {row.contractReference}
        </span>
      </span>
      <span role="cell" className="studio-cell">
        {row.studio}
        <span className="sm:hidden">{` · ${row.rightsType} · ${row.territories.short}`}</span>
      </span>
      <span role="cell" className="max-sm:hidden">
        <RightsBadge rightsType={row.rightsType} />
      </span>
      <span role="cell" className="truncate max-sm:hidden" title={row.territories.long}>
        {row.territories.short}
      </span>
      <span role="cell" className="@max-[88rem]:hidden">
        <DeviceIcons codes={row.devices ?? DEVICES} />
      </span>
      <span role="cell" className="quiet-cell @max-[72rem]:hidden">
        {DateRange.of(row.window.startsOn, row.window.endsOn).toString()}
      </span>
      <span role="cell" className="strip-cell">
        <MiniTimeline model={daysModel(row.window, row.offers, today)} shown={shown} />
      </span>
      <span role="cell" className="free-cell">
        {row.closing?.kind !== 'void' && <FreeDays days={row.freeDays} />}
      </span>
      <span role="cell" className="change-cell">
        <NextChange row={row} today={today} />
      </span>
    </div>
  );
}

/** What happens to it next, or that it is closed. */
function NextChange({ row, today }: { row: LicenseLine; today: IsoDate }) {
  if (row.closing !== undefined)
    return (
      <ClosedMark closing={row.closing}>{closedWords(row.closing, row.window, today)}</ClosedMark>
    );
  const { words, mark } = nextChangeWords(row.nextChange, today);
  return mark === null ? words : <StateMark state={mark}>{words}</StateMark>;
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
