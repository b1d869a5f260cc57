/**
 * A broken rule. `code` is stable and names the rule, `message` is written for the person who broke it, and `field` is the
 * form field it belongs to, when it belongs to one.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  readonly field: string | undefined = undefined;
  /** Which part of a command of several parts is refused, such as `['licenses', 1]`; empty for the command itself. */
  part: readonly (string | number)[] = [];
}
