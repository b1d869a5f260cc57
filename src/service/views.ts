import type {
  Availability,
  AvailabilityQuestion,
  TitleRights,
} from '../domain/content/availability';
import type { ContentChange } from '../domain/content/content-change';
import type { ContentDetailsData } from '../domain/content/content-details';
import type { Place } from '../domain/content/coverage';
import type { ContractChange, ContractDetails } from '../domain/contract/contract';
import type { DateRangeData } from '../domain/values/date-range';
import type { LicenseChange } from '../domain/license/license-change';
import type { LicenseDetailsData } from '../domain/license/license-details';
import type { NextChange } from '../domain/license/next-change';
import type { OfferData } from '../domain/license/offer';
import type { Aggregate } from './errors';

// The read side: plain objects straight from storage. A view never decides, and a command never trusts one.

/** What filters a list of licenses; every part is optional and they narrow together. */
export interface LicenseFilter {
  /** Words that name, studio or contract reference contain, all of them, in any case. */
  readonly text?: string | undefined;
  readonly studio?: string | undefined;
  readonly contractId?: string | undefined;
  readonly rightsType?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly territory?: string | undefined;
  readonly device?: string | undefined;
  /** Where the window lies, seen from today. */
  readonly status?: 'current' | 'upcoming' | 'ended' | undefined;
  /** The window's last day lies within this many days from today on. */
  readonly expiringWithin?: number | undefined;
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
  readonly studio: string;
  readonly rightsType: string;
  readonly territories: readonly string[];
  readonly devices: readonly string[];
  readonly window: DateRangeData;
  /** The windows of its offers in the strip, in date order, at most 200. */
  readonly offers: readonly DateRangeData[];
  /** When they were asked for: its offers in date order, at most `OFFERS_PER_LINE`, and whether it has more of them. */
  readonly held?: { readonly offers: readonly OfferData[]; readonly hasMore: boolean };
  /** Free days from today on; `null` when the window is open. */
  readonly freeDays: number | null;
  readonly nextChange: NextChange;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** The cursors of the neighboring pages. */
  readonly next: string | null;
  readonly previous: string | null;
  /** The cursor was of another list or sort, or none at all: this is the first page instead. */
  readonly isUnknownCursor?: true;
  /** How many there are in all; counted up to `COUNT_LIMIT`. */
  readonly total: number;
}

/** Lists are counted this far: beyond it, a person is told "more than". */
export const COUNT_LIMIT = 10_000;

/** One accepted change, as people read it. */
export interface HistoryEntry {
  readonly aggregate: Aggregate;
  readonly aggregateId: string;
  /** What the license, contract or title is called now. */
  readonly name: string;
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: string;
  /** Of the person or the token; `null` for what the product did by itself. */
  readonly actorId: string | null;
  /** The change in one line. */
  readonly words: string;
  /** The file it came from. */
  readonly file?: { readonly importId: string; readonly name: string };
  /** It was removed later, so that it has no page. */
  readonly isGone?: boolean;
}

export interface LicenseView {
  readonly id: string;
  readonly version: number;
  readonly details: LicenseDetailsData;
  readonly contract: {
    readonly id: string;
    readonly studio: string;
    readonly reference: string;
    readonly licenses: number;
  };
  /** In date order. */
  readonly offers: readonly OfferData[];
  /** The newest change. */
  readonly lastChange: HistoryEntry;
}

export interface LicenseViews {
  list(query: LicenseListQuery): Promise<Page<LicenseRow>>;
  /** @returns `null` when there is no such license */
  license(id: string): Promise<LicenseView | null>;
  /** The license as it was at an earlier version; `null` when it never had that version. */
  licenseAsOf(id: string, version: number): Promise<LicenseView | null>;
  /**
   * The change that undoing takes back next; `null` when there is none but the grant, or none among the newest changes
   * that one reading looks through.
   */
  nextToUndo(id: string): Promise<HistoryEntry | null>;
  /** The latest state with the changes after a version, from one moment: what a stale command is explained by. */
  licenseSince(
    id: string,
    version: number,
  ): Promise<{
    readonly view: LicenseView;
    readonly changes: readonly LicenseChange[];
    readonly entries: readonly HistoryEntry[];
  } | null>;
}

export interface ContractRow {
  readonly id: string;
  readonly studio: string;
  readonly reference: string;
  readonly signedOn: string;
  readonly notes: string;
  readonly version: number;
  readonly licenses: number;
  /** How many of its licenses' windows contain today. */
  readonly current: number;
  /** The first last day ahead among its licenses. */
  readonly nextEnd: string | null;
}

export interface ContractViews {
  list(query: {
    readonly text?: string | undefined;
    readonly cursor?: string | undefined;
    readonly today: string;
    readonly pageSize: number;
  }): Promise<Page<ContractRow>>;
  contract(id: string, today: string): Promise<ContractRow | null>;
  /** The latest details with the changes after a version, from one moment: what a stale command is explained by. */
  contractSince(
    id: string,
    version: number,
  ): Promise<{
    readonly version: number;
    readonly details: ContractDetails;
    readonly changes: readonly ContractChange[];
    readonly entries: readonly HistoryEntry[];
  } | null>;
  /** Every studio there is, by name; one with several spellings by the one that most contracts have. */
  studios(): Promise<readonly string[]>;
}

export interface HistoryViews {
  /** The newest changes first, of one aggregate or of all. */
  history(query: {
    readonly aggregateId?: string | undefined;
    readonly actor?: string | undefined;
    /** The `next` of another page. */
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<{
    readonly entries: readonly HistoryEntry[];
    readonly next: string | null;
    readonly isUnknownCursor?: true;
  }>;
}

/** What filters a list of titles; every part is optional and they narrow together. */
export interface ContentFilter {
  /** Part of a title, misspelt or not, or an identifier or the beginning of one. */
  readonly text?: string | undefined;
  readonly studio?: string | undefined;
  readonly kind?: string | undefined;
  /** The title they belong to. */
  readonly parentId?: string | undefined;
  /** Seen from today. */
  readonly coverage?: CoverageState | undefined;
  readonly answer?: AnswerFilter | undefined;
}

/** Titles about which a question is answered in one way: as `availabilityOf` does. */
export interface AnswerFilter {
  readonly question: AvailabilityQuestion;
  readonly verdict: Availability['verdict'];
}

/** How many titles a question is answered about in each way: all of them, however many there are. */
export type Tally = Readonly<Record<Availability['verdict'], number>>;

/**
 * On offer anywhere today or not; in some territory as some rights type about to end for good within `DARK_SOON` days, or
 * with a hole in the days ahead.
 */
export type CoverageState = 'on-offer' | 'off-offer' | 'going-dark' | 'gap-ahead';

/** How far ahead, in days, going dark counts as soon. */
export const DARK_SOON = 90;

/** One line of the catalog. */
export interface ContentRow {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind: string;
  readonly studio: string;
  readonly releaseYear: number | null;
  /** What it belongs to, outermost first. */
  readonly belongsTo: readonly { readonly id: string; readonly title: string }[];
  readonly position: number | null;
  readonly identifiers: ContentDetailsData['identifiers'];
  /** The days on which it is on offer anywhere, in date order, not touching each other. */
  readonly coverage: readonly DateRangeData[];
  readonly assignments: number;
}

/** An offer that a title has, with what its license says of it. */
export interface AssignedOffer {
  readonly licenseId: string;
  readonly licenseName: string;
  readonly studio: string;
  readonly rightsType: string;
  readonly territories: readonly string[];
  readonly offer: OfferData;
}

export interface ContentView {
  readonly id: string;
  readonly version: number;
  readonly details: ContentDetailsData;
  /** What it belongs to, outermost first. */
  readonly belongsTo: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
  }[];
  /** What belongs to it, in the order of their numbers, at most 200. */
  readonly parts: readonly ContentRow[];
  readonly coverage: readonly DateRangeData[];
  /** In date order. */
  readonly assigned: readonly AssignedOffer[];
  readonly lastChange: HistoryEntry;
}

/** The titles that a text names, by an identifier or by their whole title. */
export interface NamedTitles {
  readonly text: string;
  /** At most `NAMESAKES`, by title; none where nothing is called so. */
  readonly titles: readonly ContentRow[];
}

/** So many titles of one name are told. */
export const NAMESAKES = 10;

export interface ContentViews {
  /** By title; with a text, the best matches first. */
  list(query: {
    readonly filter: ContentFilter;
    readonly cursor?: string | undefined;
    readonly today: string;
    readonly pageSize: number;
  }): Promise<Page<ContentRow>>;
  /** How a question falls out over all titles that a filter finds, in the words of `list`. */
  tally(query: {
    readonly filter: Omit<ContentFilter, 'answer'>;
    readonly today: string;
    readonly question: AvailabilityQuestion;
  }): Promise<Tally>;
  /** @returns `null` when there is no such title */
  content(id: string): Promise<ContentView | null>;
  /** The latest state with the changes after a version, from one moment: what a stale command is explained by. */
  contentSince(
    id: string,
    version: number,
  ): Promise<{
    readonly view: ContentView;
    readonly changes: readonly ContentChange[];
    readonly entries: readonly HistoryEntry[];
  } | null>;
  /** What each text names, in the order of the texts, whatever the case; nothing is taken to be misspelt. */
  named(texts: readonly string[]): Promise<readonly NamedTitles[]>;
  /** The titles that have an offer of a license, by title; of one offer when its first day is given. */
  assignedTo(query: {
    readonly licenseId: string;
    readonly startsOn?: string | undefined;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ContentRow>>;
  /** How many titles have each offer of a license, by the offer's first day. */
  titlesByOffer(licenseId: string): Promise<Readonly<Record<string, number>>>;
}

/** Everything that decides availability, of some titles: what `availabilityOf` takes. */
export interface AvailabilityViews {
  /**
   * Offers are told as far as they can matter to the question: those of licenses of its rights type, because others never
   * clash with them (C2), and of offers a title does not have, at least those with one of the days.
   *
   * @returns in the order of `contentIds`, without those there are not
   */
  rights(
    contentIds: readonly string[],
    question: Pick<AvailabilityQuestion, 'rightsType' | 'days'>,
  ): Promise<readonly TitleRights[]>;
}

/** What narrows a calendar, and is saved with a feed. */
export interface CalendarFilter {
  /** The licensor: of a title what it says itself, of an offer what its license says. */
  readonly studio?: string | undefined;
  readonly kind?: string | undefined;
}

/** Something that happens to offers on a day: the first day of some, or the day after the last of some. */
export interface CalendarDay {
  readonly day: string;
  /** Counted up to `DAY_LIMIT`, and one more when there are more. */
  readonly starts: number;
  readonly ends: number;
}

/** What happens on one day is counted this far: beyond it, a person is told "more than". */
export const DAY_LIMIT = 50;

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
  readonly offer: OfferData;
  /** How many titles of the filter's kind have it, counted up to `COUNT_LIMIT`, and some of their names. */
  readonly titles: number;
  readonly examples: readonly string[];
}

export interface CalendarViews {
  /** The days of a span on which an offer that some title has starts or ends. */
  days(filter: CalendarFilter, span: DateRangeData): Promise<readonly CalendarDay[]>;
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
   * Titles whose last offer in some territory as some rights type ends in a span of days and nothing follows there, the
   * soonest first: each once a day.
   */
  goingDark(query: {
    readonly filter: CalendarFilter;
    readonly span: DateRangeData;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ComingGap>>;
  /**
   * Titles that are not on offer in some territory as some rights type for a while that begins in a span of days, and are
   * again later, the soonest first.
   */
  gaps(query: {
    readonly filter: CalendarFilter;
    readonly span: DateRangeData;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ComingGap>>;
}
