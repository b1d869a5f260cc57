'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Busy } from '../../src/service/errors';
import { execute, signIn, watched } from '../../src/bootstrap';
import { hasCode, isDomainError } from '../../src/domain/errors';
import { named } from '../../src/service/commands/commands';
import { passwordInput } from '../../src/wire/forms/sign-in';
import { isSameOrigin } from '../same-origin';
import { actorOf, callOf, currentPerson } from '../person';
import { CROSS_ORIGIN, SIGNED_OUT } from '../refusal';
import { setCookies } from '../session-cookies';

/** What a password form is shown again with. */
export interface PasswordState {
  /** Why it was refused. */
  readonly error?: string;
}

/** Changes one's own password and ends one's other sessions. */
export async function changePasswordAction(
  _before: PasswordState,
  form: FormData,
): Promise<PasswordState> {
  try {
    if (!(await isSameOrigin())) return { error: CROSS_ORIGIN };
    const person = await currentPerson();
    if (person === null) return { error: SIGNED_OUT };
    const parsed = passwordInput.safeParse(Object.fromEntries(form));
    if (!parsed.success)
      return { error: parsed.error.issues[0]?.message ?? 'Fill in the required fields.' };
    const { current, next } = parsed.data;
    await watched({ kind: 'change-password', actor: actorOf(person) }, async () => {
      await setCookies(await signIn().changePassword(current, next, new Headers(await headers())));
    });
  } catch (error) {
    if (isDomainError(error) || hasCode<Busy>(error, 'busy')) return { error: error.message };
    throw error;
  }
  // The session of this request is over: only the next one has the new cookie.
  redirect('/account?password=changed');
}

export async function signOutAction(): Promise<void> {
  if (!(await isSameOrigin())) redirect('/account');
  const person = await currentPerson();
  const actor = person === null ? undefined : actorOf(person);
  await watched({ kind: 'sign-out', actor }, async () => {
    await setCookies(await signIn().signOut(new Headers(await headers())));
  });
  redirect('/sign-in');
}

/** Ends every session of one's own, also those in other browsers. */
export async function signOutEverywhereAction(): Promise<void> {
  if (!(await isSameOrigin())) redirect('/account');
  const person = await currentPerson();
  if (person !== null) {
    const result = await execute(named('end-own-sessions', {}), callOf(person));
    // The page of errors says it, so that nobody believes to be signed out.
    if (result.status !== 'done') throw new Error(`The sessions were not ended: ${result.status}.`);
  }
  await signOutAction();
}
