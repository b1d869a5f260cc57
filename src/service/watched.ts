import type { Actor } from '../domain/people/actor';
import type { Role } from '../domain/people/role';

/** Whom or what a command is about, by ids: operators read it, so nothing is in it that they should not know. */
export interface Subject {
  readonly what: 'person' | 'token' | 'webhook' | 'delivery' | 'feed' | 'import' | 'export';
  readonly id: string;
  /** The role it was given. */
  readonly role?: Role | undefined;
}

/** A command that does not go through the unit of work, as operators are told of it. */
export interface WatchedCommand {
  /** What it does, such as `token-made`. */
  readonly kind: string;
  readonly key?: string | undefined;
  readonly actor?: Actor | undefined;
  readonly subject?: Subject | undefined;
}

/** Runs a command and tells operators of it and of how it ended, once. */
export type Watch = <T>(command: WatchedCommand, run: () => Promise<T>) => Promise<T>;

/** Runs a command and reports nothing, for measurements and tests. */
export const unwatched: Watch = (_command, run) => run();
