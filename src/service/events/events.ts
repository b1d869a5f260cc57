import type { Aggregate } from '../errors';
import { CodedError } from '../../domain/errors';

/** A line of history, as it is told to whoever follows what happens. */
export interface Change {
  readonly aggregate: Aggregate;
  readonly id: string;
  readonly version: number;
  /** What kind of change it was, such as `offers-generated`. */
  readonly kind: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: string;
  /** Of the person or the token; `null` for what the product did by itself. */
  readonly actorId: string | null;
  readonly importId: string | null;
  /** What was changed, as people read it. */
  readonly words: string;
}

/** Some changes, in an order in which every aggregate's versions rise. */
export interface ChangeBatch {
  readonly changes: readonly Change[];
  /** After these changes: where another subscription goes on. */
  readonly place: string;
  /** The place that was asked for is none of this database: what happened since then is not known. */
  readonly isReset: boolean;
}

/** What was committed, as it happens. */
export interface ChangeFeed {
  /**
   * Everything that is committed after a place, without a hole; from now on for `null`. The first batch comes at once, also
   * when there is nothing in it, because it tells the place.
   *
   * What is told twice is known by aggregate, id and version: whoever goes on from a place may be told again what they were
   * told after it.
   *
   * @throws PlaceUnreadable, TooSlow when changes come faster than they are taken
   */
  subscribe(since: string | null, signal: AbortSignal): AsyncIterable<ChangeBatch>;
  /** The newest change of each of these, as far as there is any. */
  newest(ids: readonly string[]): Promise<readonly Change[]>;
}

/** A place that no feed has ever told. */
export class PlaceUnreadable extends CodedError {
  readonly code = 'place-unreadable';

  constructor() {
    super('This is not the id of an event.');
  }
}

/** Whoever follows is too far behind to be held in memory: they go on later from the last place they know. */
export class TooSlow extends CodedError {
  readonly code = 'too-slow';

  constructor() {
    super('Changes come faster than they are taken.');
  }
}
