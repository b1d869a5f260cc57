import type { MiddlewareHandler } from 'hono';
import { Problem } from './problems/problem';

type Paths = readonly (readonly [template: string, methods: object])[];

/**
 * Refuses a method that an address does not take, before anybody is asked for a token: which methods there are is in the
 * document. What no path of the document matches goes on.
 *
 * @param base what stands before the paths
 * @param paths of the OpenAPI document
 */
export function allowedMethods(base: string, paths: Paths): MiddlewareHandler {
  const known = paths.map(([template, methods]) => ({
    pattern: new RegExp(`^${base}${template.replace(/\{\w+\}/g, '[^/]+')}$`),
    methods: Object.keys(methods).map((method) => method.toUpperCase()),
  }));
  return async ({ req }, next) => {
    const methods = known
      .filter(({ pattern }) => pattern.test(req.path))
      .flatMap((path) => path.methods);
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
