import type { ContentKind } from '../content/content-kind';
import type { DateRangeData } from '../values/date-range';
import type { Identifier } from '../content/identifier';
import type { MoneyData } from '../values/money';
import type { RightsType } from '../values/rights-type';
import type { Territory } from '../values/territory';
import type { AvailsVersion, Problem, SheetRow, SheetSummary } from './sheet-row';

/** What a row says of the thing that is sold, and of what it belongs to. */
export interface WorkEntry {
  /** The key of the title within the file: the ALID of what is sold; the content id of a season or series that is not. */
  readonly key: string;
  readonly title: string;
  readonly kind: ContentKind;
  readonly releaseYear: number | null;
  /** Number of a season or episode. */
  readonly position: number | null;
  /** In the order in which they are trusted for finding the title again: ALID, EIDR, content id and other ids. */
  readonly identifiers: readonly Identifier[];
  /** The season of an episode, the series of a season; `null` for what belongs to nothing. */
  readonly parent: WorkEntry | null;
  /** ALIDs of a bundle's members. */
  readonly members: readonly string[];
}

/** One row that is free of errors, in our own words. */
export interface AvailEntry {
  readonly sheet: string;
  readonly row: number;
  /**
   * `extract` rows are all there is for their title, territories and kind of right; `delete` takes what there is; `create`,
   * `update` and `remove` (1.9) are about the one row that has the `availId`.
   */
  readonly action: 'extract' | 'delete' | 'create' | 'update' | 'remove';
  readonly studio: string;
  /** Reference number of the contract; `null` when the row names none and the rules do not either. */
  readonly contract: string | null;
  readonly availId: string | null;
  readonly work: WorkEntry;
  readonly rightsType: RightsType;
  /** Sub-kind of the right: `Early EST`; empty when the row has none. */
  readonly description: string;
  /** Territories less exclusions, in order. Never empty. */
  readonly territories: readonly Territory[];
  /** `SD`, `HD`, `UHD`, `3D`, … */
  readonly format: string;
  /** Half-open. For `delete` and `remove` it means nothing. */
  readonly window: DateRangeData;
  readonly price: MoneyData;
  /** A temporary price reduction over a base offer. */
  readonly reduction: boolean;
  /** A human is asked to look before it is applied. */
  readonly exception: boolean;
}

/** A row with what became of it. */
export interface CheckedRow {
  readonly row: SheetRow;
  /** `null` when an error stops it. */
  readonly entry: AvailEntry | null;
}

/** What a workbook says, checked row by row, per ALID and as a whole. */
export interface CheckedFile {
  readonly version: AvailsVersion;
  /** Whether the file says its version itself, in cell A3. */
  readonly versionStated: boolean;
  readonly sheets: readonly SheetSummary[];
  readonly rows: readonly CheckedRow[];
  readonly problems: readonly Problem[];
}
