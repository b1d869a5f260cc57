import 'server-only';

import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor } from '../src/domain/people/actor';
import type { Role } from '../src/domain/people/role';
import type { SignedInPerson } from '../src/service/people/sign-in';
import { signIn } from '../src/bootstrap';
import { actor } from '../src/domain/people/actor';
import { mayActAs } from '../src/domain/people/role';
import type { Call } from '../src/service/commands/execute';
import { v4 as uuid } from 'uuid';

/** The signed-in person, or null. Read from the database once per request, so that revocation takes effect at once. */
export const currentPerson = cache(async (): Promise<SignedInPerson | null> => {
  // First, because it marks the page as dynamic: the build must not read a session.
  const asked = await headers();
  return signIn().person(asked);
});

/**
 * The signed-in person. Otherwise redirects to sign-in, which returns to `nextPath`. Renders a 403 page if the person may
 * not act in the role.
 */
export async function requirePerson(
  nextPath: string,
  needed: Role = 'viewer',
): Promise<SignedInPerson> {
  const person = await currentPerson();
  if (person === null) redirect(`/sign-in?next=${encodeURIComponent(nextPath)}`);
  if (!mayActAs(person.role, needed)) forbidden();
  return person;
}

/** The person as an actor in history. */
export function actorOf({ name, id }: SignedInPerson): Actor {
  return actor(name, id);
}

/** Call of a command by a person, now. The key defaults to a new one, for commands that are idempotent by their ids. */
export function callOf(person: SignedInPerson, key: string = uuid()): Call {
  return { key, role: person.role, actor: actorOf(person), at: new Date().toISOString() };
}
