import type { DateRangeData } from '../domain/date-range';
import type { LicenseChange } from '../domain/license-change';
import type { LicenseDetailsData } from '../domain/license-details';
import type { NextChange } from '../domain/next-change';
import type { OfferData } from '../domain/offer';

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
  readonly pageSize: number;
}

/** One line of the list. Windows are half-open. */
export interface LicenseRow {
  readonly id: string;
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
  /** Free days from today on; `null` when the window is open. */
  readonly freeDays: number | null;
  readonly nextChange: NextChange;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** The cursors of the neighboring pages. */
  readonly next: string | null;
  readonly previous: string | null;
  /** How many there are in all; counted up to `COUNT_LIMIT`. */
  readonly total: number;
}

/** Lists are counted this far: beyond it, a person is told "more than". */
export const COUNT_LIMIT = 10_000;

/** One accepted change, as people read it. */
export interface HistoryEntry {
  readonly aggregate: 'license' | 'contract';
  readonly aggregateId: string;
  /** What the license or contract is called now. */
  readonly name: string;
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: string;
  /** The change in one line. */
  readonly words: string;
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
  /** The changes after a version, in order. */
  contractChanges(id: string, after: number): Promise<readonly HistoryEntry[]>;
  /** Every studio there is, by name. */
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
  }): Promise<{ readonly entries: readonly HistoryEntry[]; readonly next: string | null }>;
}
