import type { StoredView } from '../../src/domain/views/saved-view';

/** A saved view with where it leads. */
export interface ViewTab extends StoredView {
  readonly address: string;
  /** How much it holds; `null` where that is not counted. */
  readonly count: string | null;
}
