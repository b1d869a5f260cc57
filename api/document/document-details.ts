import { isRead, roleNeeded } from '../role-needed';

/** The parts of an OpenAPI document that are the same for every operation. */
interface Document {
  readonly paths?: Readonly<Record<string, object>>;
}

interface Operation {
  security?: unknown;
  responses: Record<string, { headers?: Record<string, unknown> }>;
  [extension: `x-${string}`]: unknown;
}

const text = (description: string) => ({ description, schema: { type: 'string' } });
const seconds = {
  description: 'Seconds to wait before the next request.',
  schema: { type: 'integer', minimum: 1 },
};

const RATE_LIMITS = {
  RateLimit: text('The remaining requests, and the seconds until the limit resets.'),
  'RateLimit-Policy': text('The requests per token and the length of the period in seconds.'),
};

/** The headers of answers by their status. */
const HEADERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  201: { Location: text('The URL of the created resource.') },
  202: { Location: text('The URL of the started export, if it is new.') },
  401: { 'WWW-Authenticate': text('Bearer (RFC 6750).') },
  429: { 'Retry-After': seconds },
  503: { 'Retry-After': seconds },
};

/** No limit was counted before these. */
const UNCOUNTED = ['401', '403'];

/** Says of each operation which role it needs, and of each answer which headers it has. */
export function withDetails<D extends Document>(document: D): D {
  for (const methods of Object.values(document.paths ?? {}))
    for (const [method, operation] of Object.entries(methods) as [string, Operation][]) {
      const role = roleNeeded(method);
      operation.security = [{ token: [role] }];
      operation['x-required-role'] = role;
      operation['x-changes'] = !isRead(method);
      for (const [status, response] of Object.entries(operation.responses))
        response.headers = {
          ...response.headers,
          ...(UNCOUNTED.includes(status) ? {} : RATE_LIMITS),
          ...HEADERS[status],
        };
    }
  return document;
}
