import type { LicenseClosing, TitleClosing } from '../domain/closing';
import type { Aggregate } from './errors';

/** One accepted change, as people read it. */
export interface HistoryEntry {
  readonly aggregate: Aggregate;
  readonly aggregateId: string;
  /** What the license, contract or title is called now. */
  readonly name: string;
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: string;
  /** Of the person or the token; `null` for what the product did by itself. */
  readonly actorId: string | null;
  /** The change in one line. */
  readonly words: string;
  /** The file it came from. */
  readonly file?: { readonly importId: string; readonly name: string };
  /** How the license or title is closed now; left out while it is in use. */
  readonly closing?: LicenseClosing | TitleClosing;
  /** It was removed later, so that it has no page. */
  readonly isGone?: boolean;
}

export interface HistoryViews {
  /** The newest changes first, of one aggregate or of all. */
  history(query: {
    readonly aggregateId?: string | undefined;
    readonly actor?: string | undefined;
    /** The `next` of another page. */
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<{
    readonly entries: readonly HistoryEntry[];
    readonly next: string | null;
    readonly isUnknownCursor?: true;
  }>;
}
