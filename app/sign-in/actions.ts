'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Busy } from '../../src/service/errors';
import { hasCode, isDomainError } from '../../src/domain/errors';
import { signIn, watched } from '../../src/bootstrap';
import { signInInput } from '../../src/wire/forms/sign-in';
import { isSameOrigin } from '../same-origin';
import { CROSS_ORIGIN } from '../refusal';
import { setCookies } from '../session-cookies';
import { nextPath } from './next-path';

export interface SignInState {
  /** The entered e-mail address, to fill the form again; never the password. */
  readonly email: string;
  /** Error message of the refusal. */
  readonly error?: string;
}

/** Signs in with a password, then redirects to the requested page. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const entered = form.get('email');
  const email = typeof entered === 'string' ? entered.slice(0, 320) : '';
  if (!(await isSameOrigin())) return { email, error: CROSS_ORIGIN };
  const parsed = signInInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { email, error: 'Enter your e-mail address and your password.' };
  try {
    const { email: address, password } = parsed.data;
    const asked = new Headers(await headers());
    await setCookies(
      await watched({ kind: 'sign-in' }, () => signIn().withPassword(address, password, asked)),
    );
  } catch (error) {
    if (isDomainError(error) || hasCode<Busy>(error, 'busy'))
      return { email, error: error.message };
    throw error;
  }
  redirect(nextPath(form.get('next')));
}

/** Redirects to the single sign-on provider. */
export async function signInAtProviderAction(form: FormData): Promise<void> {
  if (signIn().provider === null || !(await isSameOrigin())) redirect('/sign-in');
  const { address, cookies: needed } = await signIn().atProvider(
    nextPath(form.get('next')),
    new Headers(await headers()),
  );
  await setCookies(needed);
  redirect(address);
}
