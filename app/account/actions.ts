'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import type { Refusal } from '../refusal';
import { peopleDesk, signIn } from '../../src/bootstrap';
import { answered } from '../answer';
import { typed } from '../domain-input';
import { currentPerson } from '../person';
import { setCookies } from '../session-cookies';

/** What changing one's password is answered with. */
export type PasswordResult = { readonly status: 'changed' } | Refusal;

const passwordInput = z.strictObject({ current: typed, next: typed });

/** Changes one's own password and ends one's other sessions. */
export async function changePasswordAction(
  input: z.input<typeof passwordInput>,
): Promise<PasswordResult> {
  return answered(
    passwordInput,
    input,
    async ({ current, next }) => {
      await setCookies(await signIn().changePassword(current, next, new Headers(await headers())));
      return { status: 'changed' };
    },
    'viewer',
  );
}

export async function signOutAction(): Promise<void> {
  await setCookies(await signIn().signOut(new Headers(await headers())));
  redirect('/sign-in');
}

/** Ends every session of one's own, also those in other browsers. */
export async function signOutEverywhereAction(): Promise<void> {
  const person = await currentPerson();
  if (person !== null) await peopleDesk().endSessions(person.id);
  await signOutAction();
}
