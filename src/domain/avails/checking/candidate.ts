import type { DateRange } from '../../values/date-range';
import type { MoneyData } from '../../values/money';
import type { Territory } from '../../values/territory';
import type { AvailEntry } from '../avail-entry';
import type { RightsCells } from './cells/rights-cells';
import type { RowFindings } from './row-findings';
import type { WindowCells } from './cells/window-cells';

/** What a row grants, or takes away, when and at what price. */
export interface RowTerms {
  readonly rights: RightsCells;
  /** `SD`, `HD`, `UHD`, `3D`, … */
  readonly format: string;
  /** Format with what refines it: `HD HDR10`. */
  readonly picture: string;
  /** Languages of the assets; empty when the row does not say. */
  readonly language: string;
  /** `null` while the rules do not say what it is worth. */
  readonly price: MoneyData | null;
  readonly priceName: string;
  readonly reduction: boolean;
  /** `null` for a row that takes away: its dates mean nothing. */
  readonly cells: WindowCells | null;
}

/** A row whose terms could be told, whatever else is wrong with it. The other rows of its title may still narrow them. */
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

/** A candidate whose days are known. */
export interface Dated extends Candidate {
  window: DateRange;
}

/** Whether a candidate grants something on known days. */
export function isDated(candidate: Candidate): candidate is Dated {
  return candidate.window !== null;
}
