import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiToken } from '../../../src/service/people/tokens';

/** What is known of a request while it is answered. */
export interface ApiEnvironment {
  Variables: {
    token: ApiToken;
    /** The Idempotency-Key of a change. */
    key: string;
    /** The version that If-Match names. */
    expectedVersion: number;
  };
}

export type Api = OpenAPIHono<ApiEnvironment>;
