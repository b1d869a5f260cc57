import 'server-only';

import { headers } from 'next/headers';
import { publicUrl } from '../src/bootstrap';
import { isOwnOrigin } from '../src/adapters/people/own-origin';

/** Whether a request's `Origin` header is this site's. A request without the header is cross-origin. */
export function isSentFromHere(asked: Headers): boolean {
  const origin = asked.get('origin');
  return origin !== null && isOwnOrigin(origin, publicUrl());
}

/** The same for the current server action. Next.js refuses other origins but allows requests without the header. */
export async function isSameOrigin(): Promise<boolean> {
  return isSentFromHere(new Headers(await headers()));
}
