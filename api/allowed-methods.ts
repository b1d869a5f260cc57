import type { MiddlewareHandler } from 'hono';
import { Problem } from './problems/problem';

/** A method of an address, as the OpenAPI document names them. */
interface Route {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
}

/**
 * Refuses a method that an address does not take, before anybody is asked for a token. What matches the path of no route
 * goes on.
 *
 * @param base what stands before the paths
 */
export function allowedMethods(base: string, routes: readonly Route[]): MiddlewareHandler {
  const known = routes.map(({ method, path }) => ({
    pattern: new RegExp(`^${base}${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    method: method.toUpperCase(),
  }));
  return async ({ req }, next) => {
    const methods = known
      .filter(({ pattern }) => pattern.test(req.path))
      .map(({ method }) => method);
    if (methods.length === 0 || methods.includes(req.method)) return next();
    const allow = allowOf(methods);
    if (allow.includes(req.method) && req.method === 'HEAD') return next();
    if (req.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: { allow: allow.join(', ') } });
    return notAllowed(req.method, allow).toResponse();
  };
}

/** The refusal of a method, with those that are taken. */
export function notAllowed(method: string, allow: readonly string[]): Problem {
  return new Problem('method-not-allowed', `${method} is not supported here.`, {
    headers: { allow: allow.join(', ') },
  });
}

/** What reads can be asked for its headers alone, and every address for its methods. */
function allowOf(methods: readonly string[]): string[] {
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].sort();
}
