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

/** Who is signed in, or null. Asked once a request, and of the database: what was revoked is over at once. */
export const currentPerson = cache(async (): Promise<SignedInPerson | null> => {
  // Asked for first: a build has a page to draw and nobody to ask for.
  const asked = await headers();
  return signIn().person(asked);
});

/**
 * Who looks at a page. Asks to sign in when nobody has, and comes back to `nextPath`; who may not act in the role is told so,
 * with 403.
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

/** A person as history names them. */
export function actorOf({ name, id }: SignedInPerson): Actor {
  return actor(name, id);
}

/** A person's call of a command that they give now; without a key of its own where the command is recognized by what it says. */
export function callOf(person: SignedInPerson, key: string = uuid()): Call {
  return { key, role: person.role, actor: actorOf(person), at: new Date().toISOString() };
}
