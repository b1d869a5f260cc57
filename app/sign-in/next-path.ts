/** What no path of ours has: a backslash or a control character, which browsers read as a slash or skip. */
const CROSS_ORIGIN = /[\\\p{Cc}\s]/u;

const HERE = 'http://crms.invalid';

/**
 * Where to go after signing in: the path asked for when it is one of this site, else the list of licenses.
 * A path begins with a single slash; `//host` and `/\host` are other sites to a browser.
 */
export function nextPath(asked: unknown): string {
  const elsewhere = '/licenses';
  if (typeof asked !== 'string' || !asked.startsWith('/') || CROSS_ORIGIN.test(asked))
    return elsewhere;
  if (asked.length > 2_000 || !URL.canParse(asked, HERE)) return elsewhere;
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  if (origin !== HERE || pathname.startsWith('//') || pathname === '/sign-in') return elsewhere;
  return `${pathname}${search}${hash}`;
}
