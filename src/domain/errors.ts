// A build contains several copies of this module, one for each kind of entry point (page, action, route), and an error
// thrown by one copy is caught by another. Their classes differ, and minification shortens class names. So errors are
// recognized by symbols that all copies share, and distinguished by their codes.
const CODED = Symbol.for('crms.coded-error');
const DOMAIN = Symbol.for('crms.domain-error');

/** An error that callers handle by its `code`, which is stable. Test for it with `hasCode`, never with `instanceof`. */
export abstract class CodedError extends Error {
  abstract readonly code: string;

  static {
    mark(this, CODED);
  }
}

/**
 * A violated rule. `code` is stable and identifies the rule, `message` is written for the user, and `field` is the form
 * field it belongs to, if any.
 */
export abstract class DomainError extends CodedError {
  readonly field: string | undefined = undefined;
  /** The path of the refused part within a composite command, such as `['licenses', 1]`; empty for the command itself. */
  part: readonly (string | number)[] = [];

  static {
    mark(this, DOMAIN);
  }
}

/** Whether an error is a `DomainError`, from any copy of this module. */
export function isDomainError(error: unknown): error is DomainError {
  return isMarked(error, DOMAIN);
}

/**
 * Runs one part of a command, and adds the path of that part to any `DomainError` it throws.
 *
 * @param part such as `['licenses', 1]`
 * @throws whatever `act` throws
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
 * Whether an error has a code, from any copy of its class: `hasCode<Stale>(error, 'stale')`.
 *
 * @param code the code of the class given as the type
 */
export function hasCode<E extends CodedError>(error: unknown, code: E['code']): error is E {
  return isMarked(error, CODED) && Reflect.get(error, 'code') === code;
}

/**
 * Marks every error of a class with a symbol.
 *
 * @param symbol from `Symbol.for`, so that all copies of the module share it
 */
export function mark(family: { readonly prototype: object }, symbol: symbol): void {
  Object.defineProperty(family.prototype, symbol, { value: true });
}

/** Whether an error carries the symbol of a family of errors. */
export function isMarked(error: unknown, symbol: symbol): error is object {
  return typeof error === 'object' && error !== null && Reflect.get(error, symbol) === true;
}
