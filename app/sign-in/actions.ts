'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { actor } from '../../src/domain/actor';
import { DomainError } from '../../src/domain/errors';
import { WORKER_COOKIE } from '../worker';
import { nextPath } from './next-path';

export interface WhoState {
  /** What was typed, for a form that is shown again. */
  readonly name: string;
  /** Why it was refused. */
  readonly error?: string;
}

const A_YEAR = 365 * 24 * 60 * 60;

/** Keeps the name of whoever works in this browser for a year, then goes where they wanted to go. */
export async function nameWorkerAction(_before: WhoState, form: FormData): Promise<WhoState> {
  const typed = form.get('name');
  const name = typeof typed === 'string' ? typed : '';
  try {
    const worker = actor(name);
    (await cookies()).set(WORKER_COOKIE, worker.name, {
      httpOnly: true,
      sameSite: 'lax',
      maxAge: A_YEAR,
      path: '/',
    });
  } catch (error) {
    if (error instanceof DomainError) return { name, error: error.message };
    throw error;
  }
  redirect(nextPath(form.get('next')));
}
