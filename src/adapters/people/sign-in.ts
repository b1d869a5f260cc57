import { isAPIError } from 'better-auth/api';
import type {
  LinkPurpose,
  SessionCookies,
  SignedInPerson,
  SignIn,
} from '../../service/people/sign-in';
import type { PrismaClient } from '../generated/prisma/client';
import type { Authentication, AuthenticationSettings } from './authentication';
import { shortText } from '../../domain/values/text';
import { isRole } from '../../domain/people/role';
import { Busy } from '../../service/errors';
import { LinkUsed, requirePasswordLength, WrongPassword } from '../../domain/people/password';
import { Deactivated } from '../../domain/people/person';
import { failureOf } from '../postgres/connection/database-errors';
import { DEACTIVATED, openAuthentication, PROVIDER_ID } from './authentication';
import { KnownBrowsers } from './known-browser';
import { PASSWORD_LINK, SET_UP_LINK } from './one-time-links';
import { hashPassword } from './password-hash';
import { addPersonWithPassword } from './person-with-password';
import { cookiesSetBy } from './set-cookies';
import { Throttle } from './throttle';

const QUARTER_OF_AN_HOUR = 15 * 60;
/** Against guessing one person's password, and against trying one password on everybody. */
const PER_EMAIL = { name: 'sign-in-email', tries: 10, seconds: QUARTER_OF_AN_HOUR };
const PER_ADDRESS = { name: 'sign-in-address', tries: 100, seconds: QUARTER_OF_AN_HOUR };
/** For a browser that this person has signed in with before; strangers cannot use these tries up. */
const PER_BROWSER = { name: 'sign-in-browser', tries: 10, seconds: QUARTER_OF_AN_HOUR };
const PER_PERSON = { name: 'password', tries: 10, seconds: QUARTER_OF_AN_HOUR };

/** Signing in with better-auth; what it throws becomes our refusals. */
export class BetterAuthSignIn implements SignIn {
  readonly provider: string | null;
  private readonly authentication: Authentication;
  private readonly perEmail: Throttle;
  private readonly perAddress: Throttle;
  private readonly perBrowser: Throttle;
  private readonly perPerson: Throttle;
  private readonly knownBrowsers: KnownBrowsers;

  constructor(
    private readonly prisma: PrismaClient,
    settings: AuthenticationSettings,
  ) {
    this.authentication = openAuthentication(prisma, settings);
    this.provider = settings.provider?.name ?? null;
    this.perEmail = new Throttle(prisma, PER_EMAIL);
    this.perAddress = new Throttle(prisma, PER_ADDRESS);
    this.perBrowser = new Throttle(prisma, PER_BROWSER);
    this.perPerson = new Throttle(prisma, PER_PERSON);
    this.knownBrowsers = new KnownBrowsers(settings.url, settings.secret);
  }

  async person(headers: Headers): Promise<SignedInPerson | null> {
    const found = await answering(() => this.authentication.api.getSession({ headers }));
    if (found === null) return null;
    const { id, name, email, role, deactivatedAt } = found.user;
    if (deactivatedAt instanceof Date || typeof role !== 'string' || !isRole(role)) return null;
    return { id, name, email, role };
  }

  async withPassword(email: string, password: string, headers: Headers): Promise<SessionCookies> {
    const address = email.trim().toLowerCase();
    const browser = this.knownBrowsers.browserOf(headers, address);
    if (browser === null) {
      await this.perAddress.count(addressIn(headers));
      await this.perEmail.count(address);
    } else await this.perBrowser.count(browser);
    const cookies = await this.begin(address, password, headers);
    // What is forgotten for a known browser gives strangers no further tries.
    if (browser === null) await this.perEmail.forget(address);
    else await this.perBrowser.forget(browser);
    return cookies;
  }

  /** Begins a session, whose tries were counted already or need not be. */
  private async begin(
    address: string,
    password: string,
    headers: Headers,
  ): Promise<SessionCookies> {
    const answer = await refusing(() =>
      this.authentication.api.signInEmail({
        body: { email: address, password },
        headers,
        returnHeaders: true,
      }),
    );
    await this.endSessionOf(headers);
    const browser = this.knownBrowsers.browserOf(headers, address) ?? undefined;
    return [...cookiesSetBy(answer.headers), this.knownBrowsers.cookieFor(address, browser)];
  }

  async atProvider(nextPath: string, headers: Headers) {
    const answer = await this.authentication.api.signInSocial({
      body: {
        provider: PROVIDER_ID,
        callbackURL: nextPath,
        errorCallbackURL: '/sign-in?provider=refused',
        disableRedirect: true,
      },
      headers,
      returnHeaders: true,
    });
    return { address: answer.response.url ?? '/sign-in', cookies: cookiesSetBy(answer.headers) };
  }

  fromProvider(request: Request): Promise<Response> {
    return this.authentication.handler(request);
  }

  async signOut(headers: Headers): Promise<SessionCookies> {
    const answer = await this.authentication.api.signOut({ headers, returnHeaders: true });
    return cookiesSetBy(answer.headers);
  }

  async changePassword(current: string, next: string, headers: Headers): Promise<SessionCookies> {
    requirePasswordLength(next);
    const person = await this.person(headers);
    if (person === null) throw new WrongPassword();
    await this.perPerson.count(person.id);
    const answer = await refusing(() =>
      this.authentication.api.changePassword({
        body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
        headers,
        returnHeaders: true,
      }),
    );
    await this.perPerson.forget(person.id);
    return cookiesSetBy(answer.headers);
  }

  async purposeOf(token: string): Promise<LinkPurpose | null> {
    const { internalAdapter } = await this.authentication.$context;
    const now = new Date();
    const setUp = await internalAdapter.findVerificationValue(`${SET_UP_LINK}${token}`);
    if (setUp !== null && setUp.expiresAt > now) return { kind: 'set-up' };
    const link = await internalAdapter.findVerificationValue(`${PASSWORD_LINK}${token}`);
    if (link === null || link.expiresAt <= now) return null;
    const person = await this.prisma.person.findFirst({
      where: { id: link.value, deactivatedAt: null },
    });
    return person === null ? null : { kind: 'password', name: person.name, email: person.email };
  }

  async acceptLink(token: string, password: string, headers: Headers): Promise<SessionCookies> {
    requirePasswordLength(password);
    const purpose = await this.purposeOf(token);
    if (purpose?.kind !== 'password') throw new LinkUsed();
    await refusing(
      () => this.authentication.api.resetPassword({ body: { token, newPassword: password } }),
      () => new LinkUsed(),
    );
    return this.begin(purpose.email, password, headers);
  }

  async setUp(
    token: string,
    { name, email, password }: { name: string; email: string; password: string },
    headers: Headers,
  ): Promise<SessionCookies> {
    requirePasswordLength(password);
    const clean = shortText(name, 'name', 'Your name');
    const { internalAdapter } = await this.authentication.$context;
    const hash = await hashPassword(password);
    const used = await internalAdapter.consumeVerificationValue(`${SET_UP_LINK}${token}`);
    if (used === null) throw new LinkUsed();
    await addPersonWithPassword(this.prisma, { name: clean, email, role: 'admin' }, hash);
    return this.begin(email.trim().toLowerCase(), password, headers);
  }

  /** The session a browser had before it signed in again. */
  private async endSessionOf(headers: Headers): Promise<void> {
    const before = await this.authentication.api.getSession({ headers });
    if (before !== null) await this.prisma.session.deleteMany({ where: { id: before.session.id } });
  }
}

/** Where a request comes from, as the server that took it has found out (`scripts/front/forwarded.ts`). */
function addressIn(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown';
}

/** What the library answers; when it cannot ask the database, that is said as everywhere else. */
async function answering<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const { kind } = failureOf(isAPIError(error) ? error.cause : error);
    if (kind === 'retry' || kind === 'unknown') throw new Busy({ cause: error });
    throw error;
  }
}

/** What the library refuses, in our words; what it does not refuse but fails at passes. */
async function refusing<T>(
  attempt: () => Promise<T>,
  refusal: () => Error = () => new WrongPassword(),
): Promise<T> {
  try {
    return await answering(attempt);
  } catch (error) {
    if (!isAPIError(error)) throw error;
    if (error.body?.code === DEACTIVATED) throw new Deactivated();
    if (error.statusCode >= 500) throw error;
    throw refusal();
  }
}
