import type { Feed } from '../domain/events/feed';
import type { Token } from '../domain/people/token';
import type { Command } from './unit-of-work';

/** What a handler needs to know of who gives its command, and when. */
export type Given = Pick<Command, 'actor' | 'at'>;

/**
 * Everything that is stored without a version and a history: as it is now. What is read stays as it is until the
 * transaction commits; what is stored is guarded by what was read.
 */
export interface Records {
  readonly tokens: TokenRepository;
  readonly feeds: FeedRepository;
}

export interface TokenRepository {
  get(id: string): Promise<Token | null>;
  /** Stores a new token. @returns the secret that programs show, which is told this once */
  add(token: Token): Promise<string>;
  /** Gives a token another secret; the earlier one is no longer valid. @returns the new secret */
  renewSecret(token: Token): Promise<string>;
  saveRevocation(token: Token): Promise<void>;
}

export interface FeedRepository {
  get(id: string): Promise<Feed | null>;
  /** Stores a new feed. @returns the token that its address consists of, which is told this once */
  add(feed: Feed): Promise<string>;
  /** Gives a feed another token; the earlier address leads nowhere. @returns the new token */
  renewToken(feed: Feed): Promise<string>;
  saveRevocation(feed: Feed): Promise<void>;
}

/**
 * Where commands on records decide and write: in one transaction, which holds what it reads. So of two commands on one
 * record the second finds what the first has done.
 */
export interface RecordStore {
  /**
   * Returning commits everything done through the records; throwing undoes it. Nothing is stored under the command's key:
   * for answers with secrets, and for commands that are recognized by what they ask.
   *
   * @param work may be run again from the start when the database asks for a retry
   * @throws Busy when nothing was written, OutcomeUnknown when nobody knows, and whatever the work throws
   */
  transact<T>(work: (records: Records) => Promise<T>): Promise<T>;
}
