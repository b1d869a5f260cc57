import { parseSetCookieHeader } from 'better-auth/cookies';
import type { SessionCookies } from '../../service/people/sign-in';

/** The cookies that a response of the library sets, for whoever answers the browser. */
export function cookiesSetBy(headers: Headers): SessionCookies {
  return headers.getSetCookie().flatMap((line) =>
    [...parseSetCookieHeader(line)].map(([name, attributes]) => ({
      name,
      value: decodeURIComponent(attributes.value),
      httpOnly: attributes.httponly === true,
      secure: attributes.secure === true,
      sameSite: attributes.samesite === 'strict' ? ('strict' as const) : ('lax' as const),
      path: attributes.path ?? '/',
      maxAge: attributes['max-age'],
    })),
  );
}
