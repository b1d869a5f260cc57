import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';
import type { SessionCookie } from '../../service/people/sign-in';

/** In seconds: half a year, from the last sign-in on. */
const KNOWN_FOR = 180 * 24 * 60 * 60;
const VALUE = /^(\d{1,12})\.([\w-]{22})\.([\w-]{43})$/;

/**
 * Knows browsers that somebody has signed in with before, so that what strangers try with an e-mail address does not keep
 * its owner out. The cookie is no session: it only says whose tries are counted apart. It is signed and kept nowhere.
 */
export class KnownBrowsers {
  private readonly isSecure: boolean;

  /** @param url the address people use, with its scheme */
  constructor(
    url: string,
    private readonly secret: string,
    private readonly now: () => number = Date.now,
  ) {
    this.isSecure = url.startsWith('https:');
  }

  /** The browser of a request, where its cookie was made for this e-mail address; else `null`. */
  browserOf(headers: Headers, email: string): string | null {
    const value = parseCookies(headers.get('cookie') ?? '').get(this.name) ?? '';
    const [, expiresAt, browser, signature] = VALUE.exec(value) ?? [];
    if (expiresAt === undefined || browser === undefined || signature === undefined) return null;
    const expected = Buffer.from(this.signature(email, expiresAt, browser));
    if (!timingSafeEqual(expected, Buffer.from(signature))) return null;
    return Number(expiresAt) * 1_000 > this.now() ? browser : null;
  }

  /** The cookie for a browser in which somebody has just signed in with this e-mail address. */
  cookieFor(email: string, browser = randomBytes(16).toString('base64url')): SessionCookie {
    const expiresAt = String(Math.floor(this.now() / 1_000) + KNOWN_FOR);
    return {
      name: this.name,
      value: `${expiresAt}.${browser}.${this.signature(email, expiresAt, browser)}`,
      httpOnly: true,
      secure: this.isSecure,
      sameSite: 'lax',
      path: '/',
      maxAge: KNOWN_FOR,
    };
  }

  private get name(): string {
    return `${this.isSecure ? '__Host-' : ''}crms.known_browser`;
  }

  private signature(email: string, expiresAt: string, browser: string): string {
    return createHmac('sha256', this.secret)
      .update(`known browser ${expiresAt} ${browser} ${email}`)
      .digest('base64url');
  }
}
