import type { ContentRow } from '../../src/service/content/content-views';
import type { Findings, Found } from '../../src/service/find-views';

/** A title that was found. */
export type FoundTitle = Pick<
  ContentRow,
  'id' | 'title' | 'kind' | 'position' | 'studio' | 'releaseYear' | 'belongsTo'
>;

/** What a text names, by kind. */
export interface AllFindings extends Findings {
  readonly titles: Found<FoundTitle>;
}

/** The longest text that is looked for, in characters, as in the addresses of lists. */
export const LONGEST_TEXT = 200;
