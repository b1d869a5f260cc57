import type { Actor } from '../domain/people/actor';
import type { Subject } from './commands/subject';

/** A command as operators are told of it. */
export interface WatchedCommand {
  /** What it does, such as `make-token`. */
  readonly kind: string;
  readonly key?: string | undefined;
  readonly actor?: Actor | undefined;
  readonly subject?: Subject | undefined;
}

/** Runs a command and tells operators of it and of how it ended, once. */
export type Watch = <T>(command: WatchedCommand, run: () => Promise<T>) => Promise<T>;

/** Runs a command and reports nothing, for measurements and tests. */
export const unwatched: Watch = (_command, run) => run();
