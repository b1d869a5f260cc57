import type { LanguagesData } from '../../domain/values/languages';
import type { AvailabilityQuestion, TitleRights } from '../../domain/content/availability-question';
import type { ContentChange } from '../../domain/content/content-change';
import type { TitleClosing } from '../../domain/closing';
import type { TakedownData } from '../../domain/content/takedown';
import type { ContentDetailsData } from '../../domain/content/content-details';
import type { OfferData } from '../../domain/license/offer';
import type { DateRangeData } from '../../domain/values/date-range';
import type { HistoryEntry, Since } from '../history-views';
import type { OneOf } from '../one-of';
import type { Page } from '../page';
import type { AnswerFilter, GridFilter, GridTally, Tally } from './availability-views';

/** What filters a list of titles; every part is optional and they narrow together. */
export interface ContentFilter {
  /** Part of a title, misspelt or not, or an identifier or the beginning of one. */
  readonly text?: string | undefined;
  /** These and no others. */
  readonly ids?: readonly string[] | undefined;
  readonly studio?: OneOf<string> | undefined;
  readonly kind?: OneOf<string> | undefined;
  /** The title they belong to. */
  readonly parentId?: string | undefined;
  /** Seen from today. */
  readonly coverage?: OneOf<CoverageState> | undefined;
  readonly answer?: AnswerFilter | undefined;
  readonly grid?: GridFilter | undefined;
  /** Those closed in this way; without it, those in the catalog. */
  readonly closed?: OneOf<TitleClosing['kind']> | undefined;
}

/**
 * On offer anywhere today or not; in some territory as some rights type about to end for good within `DARK_SOON` days, or
 * with a hole in the days ahead; taken down today, everywhere or in some place.
 */
export const COVERAGE_STATES = [
  'on-offer',
  'off-offer',
  'going-dark',
  'gap-ahead',
  'taken-down',
] as const;

export type CoverageState = (typeof COVERAGE_STATES)[number];

/** The filters of which each value is counted. */
export type CountedContentFilter = 'studio' | 'kind' | 'coverage' | 'closed';

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
  /** The days of each of its takedowns, in some place or everywhere, those that are over too. */
  readonly takenDown: readonly DateRangeData[];
  readonly assignments: number;
  /** Why it is no longer in the catalog; `null` while it is. */
  readonly closing: TitleClosing | null;
}

/** An offer that a title has, with what its license says of it. */
export interface AssignedOffer {
  readonly licenseId: string;
  readonly licenseName: string;
  readonly studio: string;
  readonly rightsType: string;
  readonly territories: readonly string[];
  /** `null` for all. */
  readonly formats: readonly string[] | null;
  readonly languages: LanguagesData;
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
    /** In which way it is closed; `null` while it is in the catalog. */
    readonly closed: TitleClosing['kind'] | null;
  }[];
  /** What belongs to it and is in the catalog, in the order of their numbers, at most 200. */
  readonly parts: readonly ContentRow[];
  readonly coverage: readonly DateRangeData[];
  /** In date order. */
  readonly assigned: readonly AssignedOffer[];
  /** Those that have ended too, in the order in which they were made. */
  readonly takedowns: readonly TakedownData[];
  /** Why it is no longer in the catalog; `null` while it is. */
  readonly closing: TitleClosing | null;
  readonly lastChange: HistoryEntry;
}

/** A title as it was at an earlier version, until the next one: with its offers as their licenses had them then. */
export interface PastTitle extends Omit<ContentView, 'parts' | 'lastChange'> {
  readonly latestVersion: number;
  /** The change that made this version. */
  readonly lastChange: HistoryEntry;
  /** What decided availability. */
  readonly rights: TitleRights;
}

/** The titles that a text names, by an identifier or by their whole title. */
export interface NamedTitles {
  readonly text: string;
  /** At most `NAMESAKES` of the catalog, by title; none where nothing is called so. */
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
  /** How many titles a filter finds, in the words of `list`; counted up to `COUNT_LIMIT`. */
  count(filter: ContentFilter, today: string): Promise<number>;
  /**
   * How many titles each value of a filter would find under the other filters, in the words of `list`; one that finds none is
   * left out.
   */
  filterCounts(
    of: CountedContentFilter,
    filter: ContentFilter,
    today: string,
  ): Promise<Readonly<Record<string, number>>>;
  /** How a question falls out over all titles that a filter finds, in the words of `list`. */
  tally(query: {
    readonly filter: Omit<ContentFilter, 'answer'>;
    readonly today: string;
    readonly question: AvailabilityQuestion;
  }): Promise<Tally>;
  /** How several questions fall out over all titles that a filter finds, in the words of `list`. */
  gridTally(query: {
    readonly filter: Omit<ContentFilter, 'answer' | 'grid'>;
    readonly today: string;
    readonly questions: readonly AvailabilityQuestion[];
  }): Promise<GridTally>;
  /** @returns `null` when there is no such title */
  content(id: string): Promise<ContentView | null>;
  /** @returns `null` when there is no such title or version */
  contentAsOf(id: string, version: number): Promise<PastTitle | null>;
  /** The title as it was at the end of a day, in UTC, with its offers as they were then; `null` when it was not there yet. */
  contentOn(id: string, day: string): Promise<PastTitle | null>;
  /** The latest state with the changes after a version, from one moment: what a stale command is explained by. */
  contentSince(
    id: string,
    version: number,
  ): Promise<(Since<ContentChange> & { readonly view: ContentView }) | null>;
  /** So many of the newest changes up to a version, in order. */
  changesUpTo(id: string, version: number, count: number): Promise<readonly ContentChange[]>;
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
