/**
 * A broken rule. `code` is stable and names the rule, `message` is written for the person who broke it, and `field` is the
 * form field it belongs to, when it belongs to one.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  readonly field: string | undefined = undefined;
}
