import { DomainError } from '../errors';

/** How many characters a password has at least and at most. */
export const PASSWORD_LENGTH = { least: 12, most: 200 };
/** How long a one-time link leads somewhere, in hours. */
export const LINK_HOURS = 72;

/** @throws PasswordTooShort, PasswordTooLong */
export function requirePasswordLength(password: string): void {
  const { length } = [...password];
  if (length < PASSWORD_LENGTH.least) throw new PasswordTooShort();
  if (length > PASSWORD_LENGTH.most) throw new PasswordTooLong();
}

export class WrongPassword extends DomainError {
  readonly code = 'wrong-password';
  constructor() {
    super('Wrong e-mail or password.');
  }
}

export class TooManyTries extends DomainError {
  readonly code = 'too-many-tries';
  /** @param seconds until the next try is listened to */
  constructor(readonly seconds: number) {
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    super(
      `Too many attempts. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`,
    );
  }
}

export class PasswordTooShort extends DomainError {
  readonly code = 'password-too-short';
  override readonly field = 'password';
  constructor() {
    super(`A password has at least ${PASSWORD_LENGTH.least} characters.`);
  }
}

export class PasswordTooLong extends DomainError {
  readonly code = 'password-too-long';
  override readonly field = 'password';
  constructor() {
    super(`A password has at most ${PASSWORD_LENGTH.most} characters.`);
  }
}

export class LinkUsed extends DomainError {
  readonly code = 'link-used';
  constructor() {
    super('This link was already used, replaced or has expired. Ask for a new one.');
  }
}
