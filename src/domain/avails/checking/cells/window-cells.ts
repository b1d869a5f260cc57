import type { IsoDate } from '../../../values/date-range';
import type { ColumnKey } from '../../vocabulary/columns';
import type { ImportRules } from '../../import-rules';
import type { Condition } from '../../vocabulary/vocabulary';
import type { Moment } from './moments';
import type { RowFindings } from '../row-findings';
import { addDays } from '../../../values/date-range';
import { quoted } from '../../../values/words';
import { CONDITIONS } from '../../vocabulary/vocabulary';
import { isDuration, wholeDays } from './durations';
import { NOT_A_DATE, WRITE_A_DATE, momentOf } from './moments';

/** The window in a row. */
export interface WindowCells {
  readonly start: IsoDate;
  /** The word instead of a start date; `null` for a date. `Open` has started already, on a day that the file does not say. */
  readonly startWord: 'Open' | 'Immediate' | null;
  /** Exclusive; `null` is open. `EST` is the day on which the title goes on sale for purchase. */
  readonly end: IsoDate | 'EST' | null;
  /** Whether the end is written as the last day, so it may equal the first day of the next window. */
  readonly isLastDay: boolean;
  /** The maximum number of days; `null` for no limit. */
  readonly mostDays: number | null;
}

const START: ColumnKey = 'AvailTrans/Start';
const END: ColumnKey = 'AvailTrans/End';
const DURATION: ColumnKey = 'AvailTrans/WindowDuration';
const [MIDNIGHT, LAST_SECOND] = ['00:00:00', '23:59:59'];
/** The last fraction of a second of a day, which databases write for its end. */
const WITHIN_LAST_SECOND = /^23:59:59\.\d+$/;

/** The window of a row in whole days; `null`, with an error (R4), when it cannot be determined. */
export function windowOf(
  findings: RowFindings,
  { endDates }: Pick<ImportRules, 'endDates'>,
  today: IsoDate,
): WindowCells | null {
  const start = startOf(findings, today);
  const end = endOf(findings, endDates, today);
  const mostDays = mostDaysOf(findings);
  const hasLags = checkLags(findings);
  if (start === null || end === null || mostDays === 'wrong' || hasLags) return null;
  return { ...start, ...end, mostDays };
}

function startOf(
  findings: RowFindings,
  today: IsoDate,
): Pick<WindowCells, 'start' | 'startWord'> | null {
  const text = findings.text(START);
  if (text === '') return null;
  const moment = momentOf(text);
  if (moment !== null)
    return isWholeDay(findings, START, moment, [MIDNIGHT])
      ? { start: moment.day, startWord: null }
      : null;
  const condition = conditionOf(findings, START);
  if (condition === 'Immediate') {
    findings.warn('R4', START, 'This is read as today.', WRITE_A_DATE);
    return { start: today, startWord: condition };
  }
  if (condition === 'Open') {
    const message =
      'The window has started already; its first day is that of the stored offer, or today.';
    findings.warn('R4', START, message, WRITE_A_DATE);
    return { start: today, startWord: condition };
  }
  if (condition !== null) needsDate(findings, START);
  return null;
}

function endOf(
  findings: RowFindings,
  endDates: ImportRules['endDates'],
  today: IsoDate,
): Pick<WindowCells, 'end' | 'isLastDay'> | null {
  const text = findings.text(END);
  if (text === '') return null;
  const moment = momentOf(text);
  if (moment !== null)
    return isOpenEnd(moment) ? openEnd(findings) : endOfDay(findings, moment, endDates);
  const condition = conditionOf(findings, END);
  if (condition === 'Open') return { end: null, isLastDay: false };
  if (condition === 'Immediate') {
    findings.warn(
      'R4',
      END,
      'This is read as today, which is the last day of the window.',
      `Enter ${addDays(today, -1)} as the last day if nothing may be shown today.`,
    );
    return { end: addDays(today, 1), isLastDay: false };
  }
  if (condition === 'ESTStart') return { end: 'EST', isLastDay: false };
  if (condition !== null) needsDate(findings, END);
  return null;
}

/** Whether a day is the last of a calendar, which programs without a notion of an open end write instead. */
function isOpenEnd({ day }: Moment): boolean {
  return day === '9999-12-31';
}

function openEnd(findings: RowFindings): Pick<WindowCells, 'end' | 'isLastDay'> {
  const message = 'This date means a window without end; it is read as Open.';
  findings.warn('R4', END, message, 'Enter Open.');
  return { end: null, isLastDay: false };
}

function endOfDay(findings: RowFindings, moment: Moment, endDates: ImportRules['endDates']) {
  if (!isWholeDay(findings, END, moment, [MIDNIGHT, LAST_SECOND])) return null;
  const isLastDay =
    moment.time === null ? endDates === 'inclusive' : moment.time.startsWith(LAST_SECOND);
  return { end: isLastDay ? addDays(moment.day, 1) : moment.day, isLastDay };
}

/**
 * Whether a moment is the start or the end of a day. A zone is ignored with a warning, because days are local to the
 * territory.
 */
function isWholeDay(
  findings: RowFindings,
  column: ColumnKey,
  { time, zone }: Moment,
  edges: readonly string[],
): boolean {
  if (time !== null && !edges.includes(time.replace(WITHIN_LAST_SECOND, LAST_SECOND))) {
    findings.error(
      'R4',
      column,
      'Windows are stored in whole days; the time is ignored.',
      'Remove the time of day.',
    );
    return false;
  }
  if (zone !== null)
    findings.warn(
      'R4',
      column,
      'The time zone is ignored; the day is read as a day in the territory.',
      'Check the day, and remove the time and the zone.',
    );
  return true;
}

function conditionOf(findings: RowFindings, column: ColumnKey): Condition | null {
  const text = findings.text(column);
  const condition = CONDITIONS.find((one) => one === text);
  if (condition !== undefined) return condition;
  const close = CONDITIONS.find((one) => one.toLowerCase() === text.toLowerCase());
  if (close !== undefined)
    findings.error(
      'R4',
      column,
      `${quoted([text])} is not spelled as in the standard.`,
      `Enter ${close}.`,
    );
  else if (text === 'TBD') findings.error('R4', column, 'This date is not set yet.', WRITE_A_DATE);
  else findings.error('R4', column, NOT_A_DATE, WRITE_A_DATE);
  return null;
}

function needsDate(findings: RowFindings, column: ColumnKey): void {
  findings.error(
    'R4',
    column,
    'This depends on an event, and the file does not have its date.',
    'Enter the date of the event as YYYY-MM-DD.',
  );
}

const LAGS = [
  ['AvailTrans/StartLag', START],
  ['AvailTrans/EndLag', END],
] as const satisfies readonly (readonly [ColumnKey, ColumnKey])[];

/** Whether a row has lags, which shift an event. No event that can be shifted has a known date. */
function checkLags(findings: RowFindings): boolean {
  let found = false;
  for (const [lag, boundary] of LAGS) {
    const text = findings.text(lag);
    if (text === '') continue;
    found = true;
    if (!isDuration(text))
      findings.error(
        'R4',
        lag,
        'This is not a duration.',
        'Enter a duration such as P5D or -PT12H.',
      );
    else if (momentOf(findings.text(boundary)) !== null)
      findings.error('R4', lag, 'A lag shifts an event, but this is a date.', 'Clear the lag.');
    else
      findings.error(
        'R4',
        lag,
        'A shifted event does not have a date that can be stored.',
        'Enter the resulting date, and clear the lag.',
      );
  }
  return found;
}

function mostDaysOf(findings: RowFindings): number | 'wrong' | null {
  const text = findings.text(DURATION);
  if (text === '') return null;
  const days = wholeDays(text);
  if (days !== null && days > 0) return days;
  findings.error(
    'R4',
    DURATION,
    'This is not a number of days.',
    'Enter whole days, such as P180D.',
  );
  return 'wrong';
}
