import type { Place } from '../../domain/content/coverage';
import type { OfferData } from '../../domain/license/offer';
import type { DateRangeData } from '../../domain/values/date-range';
import type { Territory } from '../../domain/values/territory';
import type { OneOf } from '../one-of';
import type { Page } from '../page';

/** What narrows a calendar; one of several values is enough. */
export interface CalendarFilter {
  /** The licensor: of a title what it says itself, of an offer what its license says. */
  readonly studio?: OneOf<string> | undefined;
  readonly kind?: OneOf<string> | undefined;
}

/** What narrows a board: by title, and by where and as what it stops being on offer. */
export interface BoardFilter extends CalendarFilter {
  readonly territory?: Territory | undefined;
  readonly rightsType?: string | undefined;
}

/** How many lines of a board there are in a month. */
export interface MonthCount {
  /** `YYYY-MM` */
  readonly month: string;
  /** Counted up to `COUNT_LIMIT`, and one more when there are more. */
  readonly count: number;
}

/** How many titles go dark in a territory as a rights type. */
export interface PlaceCount {
  readonly territory: Territory;
  readonly rightsType: string;
  /** Counted up to `COUNT_LIMIT`, and one more when there are more. */
  readonly titles: number;
}

/** What happens on a day: the first day of some offers, the day after the last of some, rights that end or come back. */
export interface CalendarDay {
  readonly day: string;
  /** Each is counted up to `DAY_LIMIT`, and one more when there are more. */
  readonly starts: number;
  readonly ends: number;
  readonly rights: number;
}

/** What happens on one day is counted this far: beyond it, a person is told "more than". */
export const DAY_LIMIT = 50;

/** One thing that happens on a day, in few words. */
export interface DayHeadline {
  readonly kind: CalendarEvent['kind'] | RightsEvent['kind'];
  /** As in `CalendarDay`: the first day of an offer, the day after its last, the first day with or without rights. */
  readonly day: string;
  /** A title; the license, where its rights ended. */
  readonly name: string;
  /** How many more titles have the offer, counted up to `COUNT_LIMIT`. */
  readonly others: number;
  /** Where; `null` for everywhere the license or title has rights. */
  readonly territories: readonly string[] | null;
}

/** How many offers end soon. */
export interface EndingSoon {
  /** Within this many days from today on, the last of them included. */
  readonly within: number;
  /** Counted up to `ENDING_LIMIT`, and one more when there are more. */
  readonly offers: number;
}

/** Offers that end soon are counted this far. */
export const ENDING_LIMIT = 1_000;

/**
 * A title that stops being on offer in some places: `day` is the first day without an offer there; `until` when it is back
 * there, `null` for never.
 */
export interface ComingGap {
  readonly contentId: string;
  readonly title: string;
  readonly kind: string;
  readonly studio: string;
  readonly day: string;
  readonly until: string | null;
  /** Whether it is because the title is taken down, in some of the places at least. */
  readonly isTakenDown: boolean;
  /** Where and as what, by rights type; each rights type once. */
  readonly places: readonly Place[];
}

/** An offer that starts or ends. */
export interface CalendarEvent {
  readonly kind: 'starts' | 'ends';
  /** Its first day, or the first day without it. */
  readonly day: string;
  readonly licenseId: string;
  readonly licenseName: string;
  readonly studio: string;
  readonly rightsType: string;
  readonly territories: readonly string[];
  /** `null` for all. */
  readonly formats: readonly string[] | null;
  readonly offer: OfferData;
  /** How many titles of the filter's kind have it, counted up to `COUNT_LIMIT`, and some of their names. */
  readonly titles: number;
  readonly examples: readonly string[];
}

/**
 * Rights that end or come back because somebody said so. Its day is the first one without rights, or the first one with
 * them again.
 */
export type RightsEvent = {
  readonly day: string;
  readonly studio: string;
  /** Why the rights ended, or why the title was taken down. */
  readonly reason: string;
} & (
  | {
      readonly kind: 'rights-ended';
      readonly licenseId: string;
      readonly licenseName: string;
    }
  | {
      /** `back` only where an offer runs on that day. */
      readonly kind: 'taken-down' | 'back';
      readonly contentId: string;
      readonly title: string;
      /** The number of the takedown. */
      readonly takedown: number;
      /** Where and as what, `null` for everywhere and everything. */
      readonly territories: readonly string[] | null;
      readonly rightsTypes: readonly string[] | null;
    }
);

export interface CalendarViews {
  /** The days of a span on which an offer that some title has starts or ends, or rights end or come back. */
  days(filter: CalendarFilter, span: DateRangeData): Promise<readonly CalendarDay[]>;
  /**
   * What happens on each day of a span, by name: at most `perDay` rights that end or come back, so many offers that end, and
   * so many that start.
   */
  headlines(
    filter: CalendarFilter,
    span: DateRangeData,
    perDay: number,
  ): Promise<readonly DayHeadline[]>;
  /** How many offers that some title has end within each number of days from a day on. */
  endingSoon(
    filter: CalendarFilter,
    today: string,
    within: readonly number[],
  ): Promise<readonly EndingSoon[]>;
  /** What starts or ends on the days of a span, by day; on one day, what ends first. */
  events(query: {
    readonly filter: CalendarFilter;
    readonly span: DateRangeData;
    /** Only what starts, or only what ends. */
    readonly kind?: CalendarEvent['kind'] | undefined;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<{ readonly rows: readonly CalendarEvent[]; readonly next: string | null }>;
  /**
   * Licenses that ended early, and titles that are taken down or brought back, by day. A license has no kind: it is told of
   * whatever kind of title is asked for. Titles that are retired or void are left out.
   */
  rights(query: {
    readonly filter: CalendarFilter;
    readonly span: DateRangeData;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<{ readonly rows: readonly RightsEvent[]; readonly next: string | null }>;
  /**
   * Titles whose last offer in some territory as some rights type ends in a span of days and nothing follows there, the
   * soonest first: each once a day.
   */
  goingDark(query: {
    readonly filter: BoardFilter;
    readonly span: DateRangeData;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ComingGap>>;
  /**
   * Titles that are not on offer in some territory as some rights type for a while that begins in a span of days, and are
   * again later, the soonest first.
   */
  gaps(query: {
    readonly filter: BoardFilter;
    readonly span: DateRangeData;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ComingGap>>;
  /** The lines of `goingDark` in a span, by month; months without any are left out. */
  goingDarkByMonth(filter: BoardFilter, span: DateRangeData): Promise<readonly MonthCount[]>;
  /** The lines of `gaps` in a span, by month; months without any are left out. */
  gapsByMonth(filter: BoardFilter, span: DateRangeData): Promise<readonly MonthCount[]>;
  /** How many titles go dark in a span, by territory and rights type; the most first. */
  goingDarkByPlace(filter: BoardFilter, span: DateRangeData): Promise<readonly PlaceCount[]>;
}
