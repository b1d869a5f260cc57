import type { LicenseClosing, TitleClosing } from '../domain/closing';
import type { Aggregate } from './errors';
import type { OneOf } from './one-of';

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
  /** How the license or title is closed now; left out while it is in use. */
  readonly closing?: LicenseClosing | TitleClosing;
  /** It was removed later, so that it has no page. */
  readonly isGone?: boolean;
}

/** One of several that a command names, and that was saved since. */
export interface ChangedOne {
  readonly id: string;
  readonly name: string;
  /** The version the command was made against. */
  readonly madeAgainst: number;
  readonly latestVersion: number;
}

/** What has happened since people looked. */
export interface ChangesSince {
  /**
   * What happened to some things of a kind after the given versions.
   *
   * @param most so many of the newest changes are told, in order
   */
  since(
    aggregate: Aggregate,
    on: readonly { readonly id: string; readonly version: number }[],
    most: number,
  ): Promise<{
    /** Those that have a newer version, in order of their names. */
    readonly changed: readonly ChangedOne[];
    readonly entries: readonly HistoryEntry[];
    /** How many changes there were. */
    readonly total: number;
  }>;
}

/** The most changes that are read one by one of what happened since a version. */
export const READ_SINCE = 200;

/** What happened since a version: the newest `READ_SINCE` changes, and what sums up those before. */
export interface Since<Change> {
  /** In order. Where there were more than the newest, the first of them stand for those before. */
  readonly changes: readonly Change[];
  /** The newest changes, in order. */
  readonly entries: readonly HistoryEntry[];
  /** How many changes are not among `changes`. */
  readonly unread: number;
}

/** What a change was about, in the groups that people filter by, with the kinds of stored changes in each. */
export const CHANGE_GROUPS = {
  recorded: ['contract-recorded', 'license-granted', 'content-registered', 'price-table-recorded'],
  details: ['contract-corrected', 'license-amended', 'content-corrected'],
  offers: ['offers-generated', 'offers-withdrawn', 'offer-replaced', 'offers-rearranged'],
  assignments: ['offer-assigned', 'offers-unassigned', 'assignment-moved', 'offers-reassigned'],
  takedowns: ['title-taken-down', 'title-brought-back'],
  ends: ['contract-closed', 'license-closed', 'title-closed'],
  returns: ['contract-reopened', 'license-reopened', 'title-reopened'],
  prices: ['prices-changed'],
  removals: ['contract-removed', 'license-removed', 'content-removed'],
} as const;

export type ChangeGroup = keyof typeof CHANGE_GROUPS;

/** Narrows the history; what is left out does not, and one of several values is enough. */
export interface HistoryFilter {
  readonly aggregate?: OneOf<Aggregate> | undefined;
  readonly group?: OneOf<ChangeGroup> | undefined;
  /** Of the person or the token that made the change. */
  readonly actorId?: OneOf<string> | undefined;
  /** A studio, however it is spelt. */
  readonly studio?: OneOf<string> | undefined;
  /** First day, in UTC, ISO 8601. */
  readonly from?: string | undefined;
  /** Last day, in UTC, inclusive, ISO 8601. */
  readonly to?: string | undefined;
}

export interface HistoryViews {
  /** The newest changes first, of one aggregate or of all. */
  history(query: {
    readonly aggregateId?: string | undefined;
    readonly actor?: string | undefined;
    readonly filter?: HistoryFilter | undefined;
    /** Leaves out what this person did. */
    readonly notBy?: string | undefined;
    /** Only what happened after an instant, ISO 8601 in UTC. */
    readonly after?: string | undefined;
    /** The `next` of another page. */
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<{
    readonly entries: readonly HistoryEntry[];
    readonly next: string | null;
    readonly isUnknownCursor?: true;
  }>;
}
