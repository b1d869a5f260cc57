import type { WideSale } from '../../domain/price-table/offer-amounts';
import type { LanguagesData } from '../../domain/values/languages';
import type { LicenseClosing } from '../../domain/closing';
import type { LicenseChange } from '../../domain/license/license-change';
import type { LicenseDetailsData } from '../../domain/license/license-details';
import type { NextChange } from '../../domain/license/history/next-change';
import type { OfferData } from '../../domain/license/offer';
import type { DateRangeData } from '../../domain/values/date-range';
import type { HistoryEntry, Since } from '../history-views';
import type { OneOf } from '../one-of';
import type { Page } from '../page';

// The read side: plain objects straight from storage. A view never decides, and a command never trusts one.

/** What filters a list of licenses; every part is optional and they narrow together. */
export interface LicenseFilter {
  /** Words that name, studio or contract reference contain, all of them, in any case. */
  readonly text?: string | undefined;
  readonly studio?: OneOf<string> | undefined;
  readonly contractId?: string | undefined;
  /** A license, which is not among them: they have offers of titles that it has offers of, too. */
  readonly sharesTitlesWith?: string | undefined;
  readonly rightsType?: OneOf<string> | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly territory?: OneOf<string> | undefined;
  readonly device?: OneOf<string> | undefined;
  /** A picture format that the license covers. */
  readonly format?: OneOf<string> | undefined;
  /** A tag of BCP 47 that the license allows and does not hold back. */
  readonly language?: OneOf<string> | undefined;
  readonly exclusive?: boolean | undefined;
  /** Where the window lies, seen from today. */
  readonly status?: OneOf<'current' | 'upcoming' | 'ended'> | undefined;
  /** The window's last day lies within this many days from today on. */
  readonly expiringWithin?: number | undefined;
  /** The window's first day is one of the next this many days, today not among them. */
  readonly startingWithin?: number | undefined;
  /** Those closed in this way; without it, all but void ones. */
  readonly closed?: OneOf<LicenseClosing['kind']> | undefined;
  /** Those whose window contains today, but no offer of theirs does. */
  readonly nothingOnOffer?: true | undefined;
  /** At least so many days from today on are free; an open end is free for ever where no offer is open. */
  readonly freeDays?: number | undefined;
  /** An offer ends within this many days from today on, and no other follows on the next day. */
  readonly darkWithin?: number | undefined;
  /** Only those among these. */
  readonly ids?: readonly string[] | undefined;
}

/** A license that a command on many is about, as it is before the person. */
export interface MatchingLicense {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

export type LicenseSort = 'name' | 'studio' | 'starts' | 'ends';

export interface LicenseListQuery {
  readonly filter: LicenseFilter;
  readonly sort: LicenseSort;
  readonly descending: boolean;
  /** The `next` or `previous` of another page. */
  readonly cursor?: string | undefined;
  /** The calendar day that counts as today. */
  readonly today: string;
  /** The span whose offers each line shows. */
  readonly strip: DateRangeData;
  /** Whether each line holds its offers as well. */
  readonly withOffers?: boolean | undefined;
  readonly pageSize: number;
}

/** Most offers that a line of the list holds. */
export const OFFERS_PER_LINE = 200;

/** One line of the list. Windows are half-open. */
export interface LicenseRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly contractId: string;
  readonly contractReference: string;
  readonly isContractVoid: boolean;
  readonly studio: string;
  readonly rightsType: string;
  readonly territories: readonly string[];
  readonly devices: readonly string[];
  /** `null` for all. */
  readonly formats: readonly string[] | null;
  readonly languages: LanguagesData;
  readonly exclusive: boolean;
  readonly window: DateRangeData;
  /** The windows of its offers in the strip, in date order, at most 200. */
  readonly offers: readonly DateRangeData[];
  /** When they were asked for: its offers in date order, at most `OFFERS_PER_LINE`, and whether it has more of them. */
  readonly held?: { readonly offers: readonly OfferData[]; readonly hasMore: boolean };
  /** Free days from today on; `null` when the window is open. */
  readonly freeDays: number | null;
  readonly nextChange: NextChange;
  /** Why it is no longer in use; `null` while it is. */
  readonly closing: LicenseClosing | null;
}

export interface LicenseView {
  readonly id: string;
  readonly version: number;
  readonly details: LicenseDetailsData;
  readonly contract: {
    readonly id: string;
    readonly studio: string;
    readonly reference: string;
    readonly isVoid: boolean;
  };
  /** In date order. */
  readonly offers: readonly OfferData[];
  /** Why it is no longer in use; `null` while it is. */
  readonly closing: LicenseClosing | null;
  /** The newest change. */
  readonly lastChange: HistoryEntry;
}

/** A change that can be taken back. */
export interface UndoableChange extends HistoryEntry {
  readonly change: LicenseChange['kind'];
}

/** Licenses that are closed, by their ids. */
export type LicenseClosings = Readonly<Partial<Record<string, LicenseClosing>>>;

/** Where and as what licenses are sold, by their ids. */
export type LicenseSales = Readonly<
  Partial<Record<string, WideSale & { readonly studio: string }>>
>;

/** The filters of which each value is counted. */
export const COUNTED_FILTERS = [
  'studio',
  'rightsType',
  'territory',
  'device',
  'format',
  'language',
  'status',
  'closed',
] as const;
export type CountedFilter = (typeof COUNTED_FILTERS)[number];

export interface LicenseViews {
  list(query: LicenseListQuery): Promise<Page<LicenseRow>>;
  /** How many licenses a filter matches; counted up to `COUNT_LIMIT`. @param today the calendar day that counts as today */
  count(filter: LicenseFilter, today: string): Promise<number>;
  /** How many licenses each of some filters matches, in their order. @param today the calendar day that counts as today */
  counts(filters: readonly LicenseFilter[], today: string): Promise<readonly number[]>;
  /**
   * How many licenses each value of a filter would leave under the other filters; one that leaves none is left out. Of languages,
   * those that have a name and the tags that contracts name.
   *
   * @param today the calendar day that counts as today
   */
  filterCounts(
    of: CountedFilter,
    filter: LicenseFilter,
    today: string,
  ): Promise<Readonly<Record<string, number>>>;
  /**
   * The licenses that a filter matches, by name.
   *
   * @param today the calendar day that counts as today
   * @param most so many are returned at most
   */
  matching(filter: LicenseFilter, today: string, most: number): Promise<readonly MatchingLicense[]>;
  /** @returns `null` when there is no such license */
  license(id: string): Promise<LicenseView | null>;
  /** The license as it was at an earlier version; `null` when it never had that version. */
  licenseAsOf(id: string, version: number): Promise<LicenseView | null>;
  /** The license as it was at the end of a day, in UTC; `null` when it was not there yet. */
  licenseOn(id: string, day: string): Promise<LicenseView | null>;
  /** How many licenses of its contract are not void, itself among them; 0 when there is no such license. */
  siblings(id: string): Promise<number>;
  /** How those of some licenses that are closed are closed now, by their ids. */
  closings(ids: readonly string[]): Promise<LicenseClosings>;
  /** Where and as what some licenses are sold, by their ids. */
  sales(ids: readonly string[]): Promise<LicenseSales>;
  /**
   * The change that undoing takes back next; `null` when there is none but the grant, or none among the newest changes
   * that one reading looks through.
   */
  nextToUndo(id: string): Promise<UndoableChange | null>;
  /**
   * The latest state with the changes after a version, from one moment: what a stale command is explained by.
   *
   * @param undone a version whose change is wanted, too
   */
  licenseSince(
    id: string,
    version: number,
    undone?: number,
  ): Promise<
    | (Since<LicenseChange> & {
        readonly view: LicenseView;
        /** The change that made the version asked for; `null` when there is none. */
        readonly undone: LicenseChange | null;
      })
    | null
  >;
}
