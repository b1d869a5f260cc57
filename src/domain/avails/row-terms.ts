import type { PriceLineData } from '../license/price-list';
import type { LanguagesData } from '../values/languages';

/** The languages that a row is for. */
export interface RowLanguages {
  /** Those of its assets, sorted; empty when the row has none. */
  readonly assets: readonly string[];
  /** Those in which a customer may hear or read the title, without a word about its assets. */
  readonly terms: LanguagesData;
}

/** What a row costs, in whatever format it is: an amount or a tier, and its kind. */
export type RowPrice = Omit<PriceLineData, 'format'>;
