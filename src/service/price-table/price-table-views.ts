import type { PriceEntry } from '../../domain/price-table/price-cell';
import type { PricesOfStudio } from '../../domain/price-table/prices';
import type { PriceTableChange } from '../../domain/price-table/price-table-change';
import type { HistoryEntry } from '../history-views';
import type { Page } from '../page';

/** A studio with its price table, as lists show it. */
export interface PriceTableRow {
  readonly id: string;
  readonly studio: string;
  readonly version: number;
  readonly tiers: number;
  /** The first and the last day on which a price changes, ISO 8601; `null` when there is no price any more. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** A price table with everything that it says, by tier, cell and day. */
export interface StoredPriceTable {
  readonly id: string;
  readonly studio: string;
  readonly version: number;
  readonly prices: readonly PriceEntry[];
}

/** Which part of a studio's price table somebody needs. */
export interface PricesWanted {
  readonly studio: string;
  readonly rightsType: string;
  readonly territories: readonly string[];
}

export interface PriceTableViews {
  /** By studio. */
  list(query: {
    /** Words of the studio's name. */
    readonly text?: string | undefined;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<PriceTableRow>>;
  table(id: string): Promise<StoredPriceTable | null>;
  /** The table of a studio, however its name is spelt. */
  ofStudio(studio: string): Promise<StoredPriceTable | null>;
  /** The price tables of studios, in one statement, without the rights types and territories that nobody wants. */
  pricesOf(wanted: readonly PricesWanted[]): Promise<PricesOfStudio>;
  /** Studios that have a contract and no table, by name. */
  studiosWithout(): Promise<readonly string[]>;
  /** The latest table with the changes after a version, from one moment: what a stale command is explained by. */
  tableSince(
    id: string,
    version: number,
  ): Promise<
    | (StoredPriceTable & {
        readonly changes: readonly PriceTableChange[];
        readonly entries: readonly HistoryEntry[];
      })
    | null
  >;
}
