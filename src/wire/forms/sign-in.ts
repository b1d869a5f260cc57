import * as z from 'zod';
import { requirePasswordLength } from '../../domain/people/password';
import { shortText } from '../../domain/values/text';
import { checked, typed } from './typed';

// Forms of passwords. Besides their fields they may send what the framework adds to a form that the browser posts itself.

const LONGEST_EMAIL = 320;

/** What people sign in with. */
export const signInInput = z.object({
  email: z.string().trim().min(1).max(LONGEST_EMAIL),
  password: z.string().min(1).max(1_000),
});

/** A first password, by a one-time link; the first admin says their name too. */
export const joinInput = z
  .object({
    token: z.string().min(1).max(200),
    name: typed.optional(),
    email: z
      .email({ error: 'Enter an e-mail address like name@example.com.' })
      .max(LONGEST_EMAIL, 'This is too long.'),
    password: typed,
  })
  .superRefine(({ name, password }, context) => {
    if (name !== undefined) checked(context, 'name', () => shortText(name, 'name', 'Your name'));
    checked(context, 'password', () => requirePasswordLength(password));
  });

/** One's own password, and the next one. */
export const passwordInput = z
  .object({ current: typed, next: typed })
  .superRefine(({ next }, context) => {
    checked(context, 'next', () => requirePasswordLength(next));
  });

export type JoinInput = z.input<typeof joinInput>;
export type PasswordInput = z.input<typeof passwordInput>;
