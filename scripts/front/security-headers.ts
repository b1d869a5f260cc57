import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash, randomBytes } from 'node:crypto';

const FOR_ANYTHING: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['cross-origin-resource-policy', 'same-origin'],
  // Browsers ignore it where there is no encryption.
  ['strict-transport-security', 'max-age=31536000; includeSubDomains'],
];

/** What is said about pages and data; scripts and fonts of the build are loaded by the dozen and have no use for it. */
const FOR_ANSWERS: typeof FOR_ANYTHING = [
  ...FOR_ANYTHING,
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=()'],
];

/** Sets what the files of a build are answered with. */
export function secureFile(response: ServerResponse): void {
  for (const [name, value] of FOR_ANYTHING) response.setHeader(name, value);
}

/** Sets what an answer that is no page is secured by: a browser that is led to it runs and loads nothing. */
export function secureData(response: ServerResponse): void {
  for (const [name, value] of FOR_ANSWERS) response.setHeader(name, value);
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
}

/**
 * Sets what a page is answered with. Its content security policy allows the scripts and styles that carry a nonce of this
 * request, which the page is told in the headers of the request: Next looks for it there.
 */
export function securePage(request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of FOR_ANSWERS) response.setHeader(name, value);
  const nonce = randomBytes(16).toString('base64');
  const policy = policyWith(nonce);
  request.headers['content-security-policy'] = policy;
  request.headers['x-nonce'] = nonce;
  response.setHeader('content-security-policy', policy);
}

/** Styles that the component library writes into its markup, to the letter; every browser test finds what is missing. */
const LIBRARY_STYLES = [
  'border:0;clip:rect(0 0 0 0);clip-path:inset(50%);height:1px;margin:-1px;overflow:hidden;padding:0;position:absolute;width:1px;white-space:nowrap',
  'border:0;clip:rect(0 0 0 0);clip-path:inset(50%);height:1px;margin:-1px;overflow:hidden;padding:0;position:fixed;width:1px;white-space:nowrap;top:0;left:0',
  'unicode-bidi:isolate',
  'caret-color:transparent',
  'display:contents',
].map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);

/** The development server compiles in the browser. */
const FOR_DEVELOPMENT = process.env.NODE_ENV === 'development' ? ["'unsafe-eval'"] : [];

const PROVIDER = process.env.CRMS_OIDC_ISSUER || '';

/** Scripts and styles of ours only, and nobody frames us. */
function policyWith(nonce: string): string {
  return Object.entries({
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...FOR_DEVELOPMENT],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-hashes'", ...LIBRARY_STYLES],
    'img-src': ["'self'", 'data:', 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    // The form that leads to single sign-on is answered with a redirect to its provider.
    'form-action': ["'self'", ...(URL.canParse(PROVIDER) ? [new URL(PROVIDER).origin] : [])],
    'frame-ancestors': ["'none'"],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}
