import type { DateRange } from '../../values/date-range';
import type { Format } from '../../values/format';
import type { Territory } from '../../values/territory';
import type { AvailEntry } from '../avail-entry';
import type { RowLanguages } from '../row-terms';
import type { RowPrice } from '../row-terms';
import type { RightsCells } from './cells/rights-cells';
import type { RowFindings } from './row-findings';
import type { WindowCells } from './cells/window-cells';

/** The rights, window and price that a row grants or removes. */
export interface RowTerms {
  readonly rights: RightsCells;
  readonly format: Format;
  /** The format with its qualifiers: `HD HDR10`. */
  readonly picture: string;
  readonly languages: RowLanguages;
  /** Whether nobody else gets these rights; `null` when the row does not say. */
  readonly exclusive: boolean | null;
  readonly price: RowPrice;
  readonly reduction: boolean;
  /** `null` for a row that removes rights; its dates are ignored. */
  readonly cells: WindowCells | null;
}

/**
 * A row with known terms, possibly with other problems. Other rows of its title may still reduce its window or territories.
 */
export interface Candidate {
  readonly findings: RowFindings;
  readonly terms: RowTerms;
  readonly action: AvailEntry['action'];
  readonly alid: string;
  readonly studio: string;
  readonly contract: string | null;
  readonly availId: string | null;
  readonly exception: boolean;
  /** `null` until its end is known. */
  window: DateRange | null;
  territories: readonly Territory[];
}

/** A candidate with a known window. */
export interface Dated extends Candidate {
  window: DateRange;
}

/** Whether the window of a candidate is known. */
export function isDated(candidate: Candidate): candidate is Dated {
  return candidate.window !== null;
}
