// A build holds several copies of this module in one process, one for each kind of entry (page, action, route), and an error
// thrown by one is caught by another: its class is then another class, and the name of a class is a single letter. So errors
// are known by marks that all copies share, and told apart by their codes.
const CODED = Symbol.for('crms.coded-error');
const DOMAIN = Symbol.for('crms.domain-error');

/** An error that callers decide by. `code` is stable and names it: `hasCode` asks for it, never `instanceof`. */
export abstract class CodedError extends Error {
  abstract readonly code: string;

  static {
    mark(this, CODED);
  }
}

/**
 * A broken rule. `code` is stable and names the rule, `message` is written for the person who broke it, and `field` is the
 * form field it belongs to, when it belongs to one.
 */
export abstract class DomainError extends CodedError {
  readonly field: string | undefined = undefined;
  /** Which part of a command of several parts is refused, such as `['licenses', 1]`; empty for the command itself. */
  part: readonly (string | number)[] = [];

  static {
    mark(this, DOMAIN);
  }
}

/** Whether an error is a broken rule, whichever copy of its class it was made by. */
export function isDomainError(error: unknown): error is DomainError {
  return isMarked(error, DOMAIN);
}

/**
 * Does a part of a command, and lets a refusal say which part it was.
 *
 * @param part such as `['licenses', 1]`
 * @throws whatever the act throws
 */
export function inPart<T>(part: DomainError['part'], act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (isDomainError(error)) error.part = [...part, ...error.part];
    throw error;
  }
}

/**
 * Whether an error is the one of a code, whichever copy of its class it was made by: `hasCode<Stale>(error, 'stale')`.
 *
 * @param code as the class named by the type has it
 */
export function hasCode<E extends CodedError>(error: unknown, code: E['code']): error is E {
  return isMarked(error, CODED) && Reflect.get(error, 'code') === code;
}

/** Gives every error of a class a mark, which is to come from `Symbol.for`. */
export function mark(family: { readonly prototype: object }, symbol: symbol): void {
  Object.defineProperty(family.prototype, symbol, { value: true });
}

/** Whether an error carries the mark of a family of errors. */
export function isMarked(error: unknown, symbol: symbol): error is object {
  return typeof error === 'object' && error !== null && Reflect.get(error, symbol) === true;
}
