'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import type { Busy } from '../../../src/service/errors';
import { hasCode, isDomainError } from '../../../src/domain/errors';
import { signIn, watched } from '../../../src/bootstrap';
import { isSameOrigin } from '../../same-origin';
import { CROSS_ORIGIN } from '../../refusal';
import { setCookies } from '../../session-cookies';

export interface JoinState {
  readonly name: string;
  readonly email: string;
  /** Why it was refused. */
  readonly error?: string;
}

const joining = z.object({
  token: z.string().min(1).max(200),
  password: z.string().max(1_000),
  name: z.string().max(1_000).optional(),
  email: z.email({ error: 'Enter an e-mail address like name@example.com.' }).max(320),
});

/** Follows a one-time link, and signs in. */
export async function joinAction(before: JoinState, form: FormData): Promise<JoinState> {
  if (!(await isSameOrigin())) return { ...before, error: CROSS_ORIGIN };
  const parsed = joining.safeParse(Object.fromEntries(form));
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
  redirect('/licenses');
}
