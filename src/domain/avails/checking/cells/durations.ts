import type { ColumnKey } from '../../vocabulary/columns';
import type { RowFindings } from '../row-findings';

const DURATION =
  /^(-?)P(?=\d|T)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;
const HOURS = /^\d+$/;
/** No digits but zeros: a length of zero. */
const NOTHING = /^[^1-9]*$/;
const CLOCK = /^(\d+):[0-5]\d(?::[0-5]\d)?$/;

const HOURS_PER_DAY = 24;

/** Whether a text is an XML Schema duration: `P180D`, `-PT12H`. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/**
 * The length of a duration in whole days; `null` when the text is not a duration, or is negative or not a whole number of
 * days.
 */
export function wholeDays(text: string): number | null {
  const [, sign, years, months, days = '0', hours = '0', minutes = '0', seconds = '0'] =
    DURATION.exec(text) ?? [];
  if (sign !== '' || years !== undefined || months !== undefined) return null;
  if (Number(minutes) + Number(seconds) > 0 || Number(hours) % HOURS_PER_DAY > 0) return null;
  return Number(days) + Number(hours) / HOURS_PER_DAY;
}

const LENGTHS: readonly ColumnKey[] = ['AvailTrans/RentalDuration', 'AvailTrans/WatchDuration'];
const RUN_TIME = 'AvailMetadata/TotalRunTime';

/**
 * R4: checks rental and watch durations, which are in hours, and the running time. Only a lag may be negative, because it
 * shifts an event. Lengths must not be zero.
 */
export function checkDurations(findings: RowFindings): void {
  for (const column of LENGTHS) {
    const text = findings.text(column);
    if (text !== '' && !isLength(text))
      findings.error(
        'R4',
        column,
        isForm(text) ? 'This duration is zero.' : 'This is not a duration.',
        'Enter hours, such as 48, or PT48H.',
      );
  }
  checkRunTime(findings);
}

function isForm(text: string): boolean {
  return [HOURS, CLOCK, DURATION].some((form) => form.test(text));
}

function isLength(text: string): boolean {
  return isForm(text) && !text.startsWith('-') && !NOTHING.test(text);
}

function checkRunTime(findings: RowFindings): void {
  const text = findings.text(RUN_TIME);
  if (text === '') return;
  const remedy = 'Enter the running time as HH:MM:SS.';
  const hours = CLOCK.exec(text)?.[1] ?? HOURS.exec(text)?.[0] ?? '0';
  if (!isLength(text)) findings.invalid('R4', RUN_TIME, 'This is not a running time.', remedy);
  else if (Number(hours) > HOURS_PER_DAY)
    findings.warn(
      'R4',
      RUN_TIME,
      'Read as hours, this exceeds a day; it is read as minutes.',
      remedy,
    );
}
