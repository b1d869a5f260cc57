import 'server-only';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { actor, type Actor } from '../src/domain/actor';
import { DomainError } from '../src/domain/errors';

/** Keeps the name of whoever works in this browser, URI-encoded. */
export const WORKER_COOKIE = 'crms_worker';

/** Who works in this browser, or null when nobody has said so yet. */
export async function currentWorker(): Promise<Actor | null> {
  const name = (await cookies()).get(WORKER_COOKIE)?.value;
  if (name === undefined) return null;
  try {
    return actor(name);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Who works in this browser; asks first when nobody has said so, and comes back to `nextPath`. */
export async function requireWorker(nextPath: string): Promise<Actor> {
  return (await currentWorker()) ?? redirect(`/who?next=${encodeURIComponent(nextPath)}`);
}
