import type { Territory } from '../../domain/values/territory';
import type { MonthCount } from '../content/calendar-views';

/** What a person narrows the page of today to; every part is optional and they narrow together. */
export interface TodayScope {
  readonly studio?: string | undefined;
  readonly territory?: Territory | undefined;
  readonly rightsType?: string | undefined;
}

/** How many licenses there are within some days from today on. */
export interface LicensesWithin {
  readonly within: number;
  /** Counted up to `COUNT_LIMIT`, and one more when there are more. */
  readonly licenses: number;
}

/** What others changed on a day. */
export interface DayCount {
  /** ISO 8601. */
  readonly day: string;
  readonly count: number;
}

/** What the page of today counts and no list does. */
export interface TodayViews {
  /**
   * How many licenses have their last day, or their first, in each month of a span; months without any are left out. Void
   * licenses are left out.
   *
   * @param span half-open
   */
  licensesByMonth(
    edge: 'first-day' | 'last-day',
    scope: TodayScope,
    span: { readonly startsOn: string; readonly endsOn: string },
  ): Promise<readonly MonthCount[]>;
  /** How many licenses end within each number of days, as the list of licenses counts them. */
  endingWithin(
    scope: TodayScope,
    today: string,
    within: readonly number[],
  ): Promise<readonly LicensesWithin[]>;
  /** What those of some licenses lack that cannot be sold yet: offers, or titles. The others are left out. */
  unready(
    licenseIds: readonly string[],
  ): Promise<Readonly<Partial<Record<string, 'offers' | 'titles'>>>>;
  /**
   * What others than a person changed, of the newest `COUNT_LIMIT` changes.
   *
   * @param query.after an instant, ISO 8601 in UTC
   * @param query.from the first day that is told by itself
   * @param query.timeZone IANA name: the days are its days
   */
  changesByOthers(query: {
    readonly personId: string;
    readonly after: string;
    readonly from: string;
    readonly timeZone: string;
  }): Promise<{
    /** After the instant; one more than `COUNT_LIMIT` when there may be more. */
    readonly total: number;
    readonly days: readonly DayCount[];
  }>;
}
