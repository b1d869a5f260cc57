import type { ContentKind } from '../content/content-kind';
import type { DateRangeData } from '../values/date-range';
import type { Identifier } from '../content/identifier';
import type { Format } from '../values/format';
import type { RightsType } from '../values/rights-type';
import type { Territory } from '../values/territory';
import type { RowLanguages } from './row-terms';
import type { RowPrice } from './row-terms';
import type { AvailsVersion, Problem, SheetRow, SheetSummary } from './sheet-row';

/** The title that a row sells, and its parents. */
export interface WorkEntry {
  /** The key of the title within the file: its ALID if it is sold, otherwise its content id (of a season or series). */
  readonly key: string;
  readonly title: string;
  readonly kind: ContentKind;
  readonly releaseYear: number | null;
  /** Number of a season or episode. */
  readonly position: number | null;
  /** By decreasing reliability for finding the stored title: ALID, EIDR, content id and other ids. */
  readonly identifiers: readonly Identifier[];
  /** The season of an episode, the series of a season; `null` for a title without a parent. */
  readonly parent: WorkEntry | null;
  /** ALIDs of a bundle's members. */
  readonly members: readonly string[];
}

/** One row without errors, in the terms of the domain. */
export interface AvailEntry {
  readonly sheet: string;
  readonly row: number;
  /**
   * `extract` rows replace everything for their title, territories and kind of right; `delete` takes the title down for
   * their territories and rights type; `create`, `update` and `remove` (1.9) affect only the row with the `availId`.
   */
  readonly action: 'extract' | 'delete' | 'create' | 'update' | 'remove';
  readonly studio: string;
  /** The reference number of the contract; `null` when neither the row nor the import rules give one. */
  readonly contract: string | null;
  readonly availId: string | null;
  readonly work: WorkEntry;
  readonly rightsType: RightsType;
  /** Sub-kind of the right: `Early EST`; empty when the row has none. */
  readonly description: string;
  /** Territories without the exclusions, in order. Never empty. */
  readonly territories: readonly Territory[];
  readonly format: Format;
  readonly languages: RowLanguages;
  /** Whether nobody else gets these rights; `null` when the row does not say. */
  readonly exclusive: boolean | null;
  /** Half-open. Of `delete` only the start counts: its own date, or a day in the past. Meaningless for `remove`. */
  readonly window: DateRangeData;
  /** Whether the row has no start date, because the window runs by the day of the import. */
  readonly hasStarted: boolean;
  readonly price: RowPrice;
  /** Whether the row is a temporary price reduction of a base offer. */
  readonly reduction: boolean;
  /** Whether a person must review the row before it is applied. */
  readonly exception: boolean;
}

/** A row and the result of its check. */
export interface CheckedRow {
  readonly row: SheetRow;
  /** `null` when the row has an error. */
  readonly entry: AvailEntry | null;
}

/** A row of a full extract that an error stops: the extract is incomplete where the row applies. */
export interface RefusedRow {
  readonly sheet: string;
  readonly row: number;
  /** The titles that it may be about. */
  readonly alids: readonly string[];
  /** `null` when they cannot be read: any. */
  readonly territories: readonly Territory[] | null;
  /** A rights type of its family; `null` when it cannot be read: any. */
  readonly rightsType: RightsType | null;
}

/** A licensee that a file names. */
export interface LicenseeShare {
  readonly name: string;
  readonly rows: number;
  /** `null` as long as nobody has said so. */
  readonly isUs: boolean | null;
}

/** The content of a workbook, checked by row, by ALID and as a whole. */
export interface CheckedFile {
  readonly version: AvailsVersion;
  /** Whether cell A3 of the file contains its version. */
  readonly versionStated: boolean;
  readonly sheets: readonly SheetSummary[];
  readonly rows: readonly CheckedRow[];
  readonly refused: readonly RefusedRow[];
  /** In the order of the file; empty when there is nothing to tell apart. */
  readonly licensees: readonly LicenseeShare[];
  /** The number of rows for other licensees, which are not among `rows`. */
  readonly leftOut: number;
  readonly problems: readonly Problem[];
}
