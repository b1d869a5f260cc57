import 'server-only';

import { headers } from 'next/headers';
import { publicUrl } from '../src/bootstrap';
import { isOwnOrigin } from './own-origin';

/** Whether a request was sent by a page of this very site, as its browser says; whoever says nothing is foreign. */
export function isSentFromHere(asked: Headers): boolean {
  const origin = asked.get('origin');
  return origin !== null && isOwnOrigin(origin, publicUrl());
}

/** The same of the server action that is under way. The framework refuses other sites, and lets through who says nothing. */
export async function isSameOrigin(): Promise<boolean> {
  return isSentFromHere(new Headers(await headers()));
}
