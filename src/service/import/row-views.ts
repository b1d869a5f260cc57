import type { DateRangeData } from '../../domain/values/date-range';
import type { Page } from '../page';

/** An imported row as a line of an offer that a title has. */
export interface OfferRow {
  readonly importId: string;
  readonly fileName: string;
  /** Who saved the import, and when (ISO 8601 in UTC). */
  readonly savedBy: string;
  readonly savedAt: string;
  readonly sheet: string;
  /** Row number as in the spreadsheet program. */
  readonly row: number;
  readonly offer: {
    readonly licenseId: string;
    readonly licenseName: string;
    readonly rightsType: string;
    readonly name: string;
    /** Half-open. */
    readonly window: DateRangeData;
  };
  /** Where the row counts for the offer. */
  readonly territories: readonly string[];
  /** Filled cells by `Group/Name`, as in the file. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface RowViews {
  /**
   * The imported rows that count for a title's offers, by offer, in each the newest file first. Of rows of one format and
   * language, only the newest counts.
   */
  rows(
    contentId: string,
    query: { readonly cursor?: string | undefined; readonly pageSize: number },
  ): Promise<Page<OfferRow>>;
}
