'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Busy } from '../../../src/service/errors';
import { hasCode, isDomainError } from '../../../src/domain/errors';
import { signIn, watched } from '../../../src/bootstrap';
import { joinInput } from '../../../src/wire/forms/sign-in';
import { isSameOrigin } from '../../same-origin';
import { CROSS_ORIGIN } from '../../refusal';
import { TODAY } from '../../today/today-address';
import { setCookies } from '../../session-cookies';

export interface JoinState {
  readonly name: string;
  readonly email: string;
  /** Why it was refused. */
  readonly error?: string;
}

/** Follows a one-time link, and signs in. */
export async function joinAction(before: JoinState, form: FormData): Promise<JoinState> {
  if (!(await isSameOrigin())) return { ...before, error: CROSS_ORIGIN };
  const parsed = joinInput.safeParse(Object.fromEntries(form));
  if (!parsed.success)
    return { ...before, error: parsed.error.issues[0]?.message ?? 'Fill in the required fields.' };
  const { token, password, name, email } = parsed.data;
  const typed = { name: name ?? '', email };
  try {
    const asked = new Headers(await headers());
    const cookies = await watched({ kind: 'join' }, async () => {
      const isSetUp = (await signIn().purposeOf(token))?.kind === 'set-up';
      return isSetUp
        ? signIn().setUp(token, { ...typed, password }, asked)
        : signIn().acceptLink(token, password, asked);
    });
    await setCookies(cookies);
  } catch (error) {
    if (isDomainError(error) || hasCode<Busy>(error, 'busy'))
      return { ...typed, error: error.message };
    throw error;
  }
  redirect(TODAY);
}
