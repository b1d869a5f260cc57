import type { MarkedState } from '@/ui/state-mark';
import type { Bar } from '../charts/months';

/** The color of what a row says of its time. */
export type Tone = 'straw' | 'tide' | 'plum' | 'clay';

/** One thing to do, or to know. */
export interface TodayRow {
  readonly key: string;
  readonly name: string;
  /** Where, as what, how long. */
  readonly about: string;
  /** When, or how many: `in 3 days`. */
  readonly when: string;
  readonly tone: Tone;
  readonly glyph: MarkedState;
  /** The page of the thing itself. */
  readonly href: string;
  /** The place where it is put right, for those who may; `null` where there is nothing to do. */
  readonly repair: { readonly label: string; readonly href: string } | null;
  /** What it is sorted by among the rows of other sections, ISO 8601; `null` for what is not urgent. */
  readonly urgentOn: string | null;
  /** What it says in a list of several kinds: `Dark in 3 days`. */
  readonly inBrief: string;
}

export interface SectionData {
  /** Counted up to `COUNT_LIMIT`, and one more when there are more. */
  readonly total: number;
  readonly bars: readonly Bar[];
  /** The most urgent first. */
  readonly rows: readonly TodayRow[];
}

/** What a section has, or that it could not be counted. */
export type Settled<Data> = { readonly data: Data } | { readonly failed: true };

/** Lines of a section. */
export const ROWS = 6;
