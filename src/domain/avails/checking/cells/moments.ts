import type { IsoDate } from '../../../values/date-range';
import type { ColumnKey } from '../../vocabulary/columns';
import type { RowFindings } from '../row-findings';
import { InvalidDate, addDays, isoDate } from '../../../values/date-range';
import { memoized } from '../memoized';

/** A date in avails format, optionally with time of day and zone. */
export interface Moment {
  readonly day: IsoDate;
  /** `23:59:59`, or `23:59:59.997` with a nonzero fraction; `null` for a date alone. */
  readonly time: string | null;
  /** `Z` or `+01:00`; `null` without a zone. */
  readonly zone: string | null;
}

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})(?:T(?:((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?)|(24:00:00)(?:\.0+)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

const ZERO_FRACTION = /\.0+$|(?<=\.\d+)0+$/;

/**
 * Parses `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ss`, optionally with fractions of a second and a zone; `null` for any other
 * text. `24:00:00` is the first moment of the next day (XML Schema 1.1, part 2, 3.3.7).
 */
export const momentOf = memoized((text): Moment | null => {
  const [, day, given, midnight, zone = null] = MOMENT.exec(text) ?? [];
  if (day === undefined) return null;
  const real = realDay(day, midnight === undefined ? 0 : 1);
  if (real === null) return null;
  const time = midnight === undefined ? given?.replace(ZERO_FRACTION, '') : '00:00:00';
  return { day: real, time: time ?? null, zone };
});

/** The day in a text, moved by a number of days; `null` when there is no such day or it is before 1900. */
function realDay(text: string, later: number): IsoDate | null {
  try {
    return addDays(isoDate(text), later);
  } catch (error) {
    if (error instanceof InvalidDate) return null;
    throw error;
  }
}

export const NOT_A_DATE = 'This is not a calendar date in the form YYYY-MM-DD.';
export const WRITE_A_DATE = 'Enter the date as YYYY-MM-DD, such as 2027-03-04.';

const DAYS: readonly ColumnKey[] = [
  'AvailTrans/SuppressionLiftDate',
  'AvailTrans/SpecialPreOrderFulfillDate',
  'AvailTrans/AnnounceDate',
  'AvailTrans/FixedEndDate',
  'AvailMetadata/ReleaseHistoryOriginal',
  'AvailMetadata/ReleaseHistoryPhysicalHV',
];

/** R4: checks the dates other than the window. A release date only describes the title. */
export function checkDays(findings: RowFindings): void {
  for (const column of DAYS) {
    const text = findings.text(column);
    if (text !== '' && momentOf(inTheCalendar(text)) === null)
      findings.invalid('R4', column, NOT_A_DATE, WRITE_A_DATE);
  }
}

/** Moves a year before 1900 into the supported calendar, which repeats every 400 years, because films are older. */
function inTheCalendar(text: string): string {
  return text.replace(/^18\d\d(?=-)/, (year) => String(Number(year) + 400));
}

/** The range of release years: that of the first film, and the last supported one. */
const [FIRST_YEAR, LAST_YEAR] = [1888, 2200];

/** The year of first release; `null` for a blank cell and, with a warning (R4), for an invalid year. */
export function releaseYearOf(findings: RowFindings): number | null {
  const column = 'AvailMetadata/ReleaseYear';
  const text = findings.text(column);
  if (text === '') return null;
  const [, digits] = /^(\d{4})(?:-(?:0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  const year = Number(digits ?? momentOf(inTheCalendar(text))?.day.slice(0, 4) ?? Number.NaN);
  const releaseYear = digits === undefined && text.startsWith('18') ? year - 400 : year;
  if (releaseYear >= FIRST_YEAR && releaseYear <= LAST_YEAR) return releaseYear;
  findings.invalid(
    'R4',
    column,
    'This is not a year in the form YYYY; it is ignored.',
    `Enter the year with four digits, from ${FIRST_YEAR} to ${LAST_YEAR}.`,
  );
  return null;
}
