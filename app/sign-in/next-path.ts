import { TODAY } from '../today/today-address';

/** Backslashes, whitespace and control characters: browsers read them as a slash or drop them. Our paths have none. */
const UNSAFE = /[\\\p{Cc}\s]/u;

const OWN_ORIGIN = 'http://crms.invalid';

/**
 * Path to redirect to after signing in: the requested path if it has the same origin, else the page of today.
 * A path begins with a single slash; browsers read `//host` and `/\host` as other sites.
 */
export function nextPath(requested: unknown): string {
  const fallback = TODAY;
  if (typeof requested !== 'string' || !requested.startsWith('/') || UNSAFE.test(requested))
    return fallback;
  if (requested.length > 2_000 || !URL.canParse(requested, OWN_ORIGIN)) return fallback;
  const { origin, pathname, search, hash } = new URL(requested, OWN_ORIGIN);
  if (origin !== OWN_ORIGIN || pathname.startsWith('//') || pathname === '/sign-in')
    return fallback;
  return `${pathname}${search}${hash}`;
}
