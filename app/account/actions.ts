'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { peopleDesk, signIn, watched } from '../../src/bootstrap';
import { answered } from '../answer';
import { typed } from '../domain-input';
import { isSameOrigin } from '../same-origin';
import { actorOf, currentPerson } from '../person';
import { setCookies } from '../session-cookies';

/** What a password form is shown again with. */
export interface PasswordState {
  /** Why it was refused. */
  readonly error?: string;
  /** A sentence for each field that is wrong, by the field's name. */
  readonly fieldErrors?: Readonly<Record<string, string>>;
}

const passwords = z.object({ current: typed, next: typed });

/** Changes one's own password and ends one's other sessions. */
export async function changePasswordAction(
  _before: PasswordState,
  form: FormData,
): Promise<PasswordState> {
  const answer = await answered({
    schema: passwords,
    input: Object.fromEntries(form),
    kind: 'password-changed',
    needs: 'viewer',
    run: async ({ current, next }) => {
      await setCookies(await signIn().changePassword(current, next, new Headers(await headers())));
      return { status: 'changed' as const };
    },
  });
  if (answer.status === 'refused')
    return { error: answer.message, fieldErrors: answer.fieldErrors };
  // The session of this request is over: only the next one has the new cookie.
  redirect('/account?password=changed');
}

export async function signOutAction(): Promise<void> {
  if (!(await isSameOrigin())) redirect('/account');
  const person = await currentPerson();
  const actor = person === null ? undefined : actorOf(person);
  await watched({ kind: 'signed-out', actor }, async () => {
    await setCookies(await signIn().signOut(new Headers(await headers())));
  });
  redirect('/sign-in');
}

/** Ends every session of one's own, also those in other browsers. */
export async function signOutEverywhereAction(): Promise<void> {
  if (!(await isSameOrigin())) redirect('/account');
  const person = await currentPerson();
  if (person !== null)
    await watched(
      {
        kind: 'person-sessions-ended',
        actor: actorOf(person),
        subject: { what: 'person', id: person.id },
      },
      () => peopleDesk().endSessions(person.id),
    );
  await signOutAction();
}
