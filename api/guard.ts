import type { Context, MiddlewareHandler } from 'hono';
import type { Allowance } from '../src/service/people/request-limits';
import type { TokenData } from '../src/domain/people/token';
import type { ApiEnvironment } from './environment';
import type { ApiServices } from './services';
import { mayActAs } from '../src/domain/people/role';
import { validToken } from '../src/service/people/token-service';
import { Problem } from './problems/problem';
import { isRead, roleNeeded } from './role-needed';

/** Lets in who has a token of the role that is needed, and no more often than the limits say. */
export function guarded(services: ApiServices): MiddlewareHandler<ApiEnvironment> {
  return async (context, next) => {
    const isChange = !isRead(context.req.method);
    if (isChange) requireOwnOrigin(context.req.header('origin'), services);
    const token = await authenticated(context, services);
    const allowance = await services.requestLimits().request(token.id);
    if (!allowance.isAllowed) throw tooMany('token', allowance);
    if (!mayActAs(token.role, roleNeeded(context.req.method)))
      throw new Problem(
        'role-too-low',
        `The token ${token.name} has the role viewer and cannot make changes.`,
      );
    context.set('token', token);
    await next();
    for (const [name, value] of Object.entries(limitHeaders('token', allowance)))
      context.res.headers.set(name, value);
  };
}

/**
 * The token that a request carries. Cookies are never looked at, so that no page can lend anybody’s rights.
 *
 * @throws Problem: no-token, or too-many-requests when this address has too often shown what is none
 */
export async function authenticated(
  context: Context<ApiEnvironment>,
  { tokenViews, requestLimits }: Pick<ApiServices, 'tokenViews' | 'requestLimits'>,
): Promise<TokenData> {
  const secret = secretOf(context.req.header('authorization'));
  if (secret === null) throw noToken('Send a token: Authorization: Bearer crms_…');
  const token = await validToken(secret, new Date().toISOString(), tokenViews());
  if (token !== null) return token;
  const allowance = await requestLimits().failure(context.env.clientAddress);
  if (!allowance.isAllowed) throw tooMany('failures', allowance);
  throw noToken('This token is unknown, revoked or expired.', 'invalid_token');
}

/** The token in an `Authorization` header, or `null`. */
export function secretOf(authorization: string | undefined): string | null {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? null;
}

function noToken(detail: string, error?: string): Problem {
  const challenge = `Bearer realm="CRMS"${error === undefined ? '' : `, error="${error}"`}`;
  return new Problem('no-token', detail, { headers: { 'www-authenticate': challenge } });
}

function tooMany(policy: string, allowance: Allowance): Problem {
  const { limit, window, resetsIn } = allowance;
  return new Problem(
    'too-many-requests',
    `The limit is ${limit.toLocaleString('en-US')} requests in ${window} seconds. Wait ${resetsIn} seconds.`,
    { headers: { 'retry-after': String(resetsIn), ...limitHeaders(policy, allowance) } },
  );
}

/** As the draft of the IETF has them (RateLimit header fields for HTTP). */
function limitHeaders(policy: string, { limit, window, remaining, resetsIn }: Allowance) {
  return {
    'ratelimit-policy': `"${policy}";q=${limit};w=${window}`,
    ratelimit: `"${policy}";r=${remaining};t=${resetsIn}`,
  };
}

/** Browsers say which site a page is of; programs say nothing. */
function requireOwnOrigin(
  origin: string | undefined,
  { isOwnOrigin }: Pick<ApiServices, 'isOwnOrigin'>,
): void {
  if (origin !== undefined && !isOwnOrigin(origin))
    throw new Problem('foreign-origin', 'This request came from a page of another site.');
}

/** Whoever reads may keep what has a version, and has to ask whether it is still that. */
export const uncached: MiddlewareHandler = async (context: Context, next) => {
  await next();
  const { headers } = context.res;
  if (headers.has('cache-control')) return;
  headers.set('cache-control', headers.has('etag') ? 'private, no-cache' : 'private, no-store');
  headers.set('vary', 'Authorization');
};
