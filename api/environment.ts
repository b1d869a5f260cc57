import type { OpenAPIHono } from '@hono/zod-openapi';
import type { TokenData } from '../src/domain/people/token';

/** What is known of a request while it is answered. */
export interface ApiEnvironment {
  Bindings: {
    /** Where a request comes from: an address of the Internet Protocol. */
    readonly clientAddress: string;
  };
  Variables: {
    token: TokenData;
    /** The Idempotency-Key of a change. */
    key: string;
    /** The version that If-Match names. */
    expectedVersion: number;
  };
}

export type Api = OpenAPIHono<ApiEnvironment>;
