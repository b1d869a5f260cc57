import type { Role } from '../../domain/people/role';
import { DomainError } from '../../domain/errors';

/** Somebody who is signed in. */
export interface Person {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

export type PersonState = 'invited' | 'active' | 'deactivated';

/** One line of the list of people. */
export interface PersonSummary extends Person {
  readonly state: PersonState;
  /** Sessions that are open now. */
  readonly sessions: number;
  /** When a session was last begun, ISO 8601; `null` when there is none. */
  readonly lastSignIn: string | null;
}

/** Somebody to be invited; `email` is compared without regard to case. */
export interface Invitation {
  /** UUID, made by whoever invites: sent twice it is one person. */
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** A cookie to be set in the browser that asked, or to be taken out of it: then its value is empty. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: 'lax' | 'strict';
  readonly path: string;
  /** Seconds; 0 takes the cookie out. */
  readonly maxAge: number | undefined;
}

export type SessionCookies = readonly SessionCookie[];

/** What a one-time link is good for. */
export type LinkPurpose =
  /** Nobody is there yet: whoever follows it becomes the first admin. */
  | { readonly kind: 'set-up' }
  /** Somebody was invited, or is to choose a new password. */
  | { readonly kind: 'password'; readonly name: string; readonly email: string };

/** How many characters a password has at least and at most. */
export const PASSWORD_LENGTH = { least: 12, most: 200 };
/** How long a one-time link leads somewhere, in hours. */
export const LINK_HOURS = 72;

/** Signing in and out, and what everybody does with their own account. Headers are those of the request that asks. */
export interface SignIn {
  /** Who the session in the request's cookies belongs to; `null` when it is over, revoked, or there is none. */
  person(headers: Headers): Promise<Person | null>;
  /**
   * Begins a session and ends the one that the request carries. Among the cookies is one by which this browser is known from
   * now on: tries of strangers with the same e-mail address do not count against it.
   *
   * @throws WrongPassword, TooManyTries, Deactivated
   */
  withPassword(email: string, password: string, headers: Headers): Promise<SessionCookies>;
  /** The word for the provider of single sign-on, or `null` when none is configured. */
  readonly provider: string | null;
  /** Where to send a browser that wants to sign in at the provider, and the cookies it needs on the way back. */
  atProvider(
    nextPath: string,
    headers: Headers,
  ): Promise<{ readonly address: string; readonly cookies: SessionCookies }>;
  /** Answers the provider's way back. */
  fromProvider(request: Request): Promise<Response>;
  signOut(headers: Headers): Promise<SessionCookies>;
  /**
   * Sets another password and ends every other session.
   *
   * @throws WrongPassword, TooManyTries, PasswordTooShort, PasswordTooLong
   */
  changePassword(current: string, next: string, headers: Headers): Promise<SessionCookies>;
  /** What a one-time link is good for; `null` when it is used, replaced or too old. */
  purposeOf(token: string): Promise<LinkPurpose | null>;
  /**
   * Sets the password of who was sent the link, ends their other sessions and begins one, however often strangers have tried
   * to. The link leads nowhere afterwards.
   *
   * @throws LinkUsed, PasswordTooShort, PasswordTooLong
   */
  acceptLink(token: string, password: string, headers: Headers): Promise<SessionCookies>;
  /**
   * Makes the first admin out of who follows the set-up link, and begins a session.
   *
   * @throws LinkUsed, EmailTaken, PasswordTooShort, PasswordTooLong, DomainError of a name or an address that is not valid
   */
  setUp(
    token: string,
    who: { name: string; email: string; password: string },
    headers: Headers,
  ): Promise<SessionCookies>;
}

/** What admins do with people. Every change throws Busy and OutcomeUnknown as a unit of work does. */
export interface PeopleDesk {
  /** Everybody there is, by name; deactivated people last. */
  list(): Promise<readonly PersonSummary[]>;
  /**
   * @returns the token of the one-time link with which they choose a password
   * @throws EmailTaken, DomainError of a name or an address that is not valid
   */
  invite(invitation: Invitation): Promise<string>;
  /** A new one-time link for somebody, instead of the earlier ones. @throws NoSuchPerson, Deactivated */
  newLink(personId: string): Promise<string>;
  /** @throws NoSuchPerson, LastAdmin */
  changeRole(personId: string, role: Role): Promise<void>;
  /** Ends their sessions; they cannot sign in until they are let in again. @throws NoSuchPerson, LastAdmin */
  deactivate(personId: string): Promise<void>;
  reactivate(personId: string): Promise<void>;
  /** @returns how many there were */
  endSessions(personId: string): Promise<number>;
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

export class Deactivated extends DomainError {
  readonly code = 'deactivated';
  constructor() {
    super('This account is deactivated. An admin can reactivate it.');
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

export class EmailTaken extends DomainError {
  readonly code = 'email-taken';
  override readonly field = 'email';
  constructor() {
    super('A person with this e-mail address already exists.');
  }
}

export class NoSuchPerson extends DomainError {
  readonly code = 'no-such-person';
  constructor() {
    super('This person does not exist.');
  }
}

export class LastAdmin extends DomainError {
  readonly code = 'last-admin';
  constructor() {
    super('This is the only admin. Make another person an admin first.');
  }
}

/** @throws PasswordTooShort, PasswordTooLong */
export function requirePasswordLength(password: string): void {
  const { length } = [...password];
  if (length < PASSWORD_LENGTH.least) throw new PasswordTooShort();
  if (length > PASSWORD_LENGTH.most) throw new PasswordTooLong();
}
