import type { Role } from '../../domain/people/role';

/** Somebody who is signed in. */
export interface SignedInPerson {
  /** UUID. */
  readonly id: string;
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

/** Signing in and out, and what everybody does with their own account. Headers are those of the request that asks. */
export interface SignIn {
  /** Who the session in the request's cookies belongs to; `null` when it is over, revoked, or there is none. */
  person(headers: Headers): Promise<SignedInPerson | null>;
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
