import { NextResponse, type NextRequest } from 'next/server';
import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** Everything but the files of the build, which are the same for everybody. */
export const config = { matcher: '/((?!_next/static|icon.svg).*)' };

/**
 * Gives each request a name for the logs and each page its content security policy. It guards nothing: pages, actions and
 * routes do that themselves.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  // The server has given it one already; the one for development has not.
  const requestId = headers.get('x-request-id') ?? randomUUID();
  headers.set('x-request-id', requestId);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-request-id', requestId);
  return response;
}

/** Styles that the component library writes into its markup, to the letter; every browser test finds what is missing. */
const LIBRARY_STYLES = [
  'border:0;clip:rect(0 0 0 0);clip-path:inset(50%);height:1px;margin:-1px;overflow:hidden;padding:0;position:absolute;width:1px;white-space:nowrap',
  'border:0;clip:rect(0 0 0 0);clip-path:inset(50%);height:1px;margin:-1px;overflow:hidden;padding:0;position:fixed;width:1px;white-space:nowrap;top:0;left:0',
  'unicode-bidi:isolate',
  'caret-color:transparent',
].map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);

/** Scripts and styles of ours only, and nobody frames us. */
function contentSecurityPolicy(nonce: string): string {
  const provider = process.env.CRMS_OIDC_ISSUER || '';
  return Object.entries({
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...FOR_DEVELOPMENT],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-hashes'", ...LIBRARY_STYLES],
    'img-src': ["'self'", 'data:', 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    // The form that leads to single sign-on is answered with a redirect to its provider.
    'form-action': ["'self'", ...(URL.canParse(provider) ? [new URL(provider).origin] : [])],
    'frame-ancestors': ["'none'"],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}

/** The development server compiles in the browser. */
const FOR_DEVELOPMENT = process.env.NODE_ENV === 'development' ? ["'unsafe-eval'"] : [];
