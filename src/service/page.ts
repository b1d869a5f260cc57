export interface Page<T> {
  readonly rows: readonly T[];
  /** The cursors of the neighboring pages. */
  readonly next: string | null;
  readonly previous: string | null;
  /** The cursor was of another list or sort, or none at all: this is the first page instead. */
  readonly isUnknownCursor?: true;
  /** How many there are in all; counted up to `COUNT_LIMIT`. */
  readonly total: number;
}

/** Lists are counted this far: beyond it, a person is told "more than". */
export const COUNT_LIMIT = 10_000;
