import * as z from 'zod';
import type { Refusal } from '../refusal';
import { ROLE_NAMES } from '../../src/domain/people/role';
import { identity, typed } from '../../src/wire/forms/typed';

const role = z.enum(ROLE_NAMES, { error: 'This role does not exist.' });

export const inviteInput = z.strictObject({
  personId: identity,
  name: typed,
  email: z
    .email({ error: 'Enter an e-mail address like name@example.com.' })
    .max(320, 'This is too long.'),
  role,
});

export const personInput = z.strictObject({ personId: identity });

export const roleInput = z.strictObject({ personId: identity, role });

export type InviteInput = z.input<typeof inviteInput>;

/** What a command on people is answered with. Refusals are values; only bugs throw. */
export type PeopleResult =
  /** A one-time link was made: its path, shown once. */
  | { readonly status: 'linked'; readonly path: string }
  | { readonly status: 'changed'; readonly words: string }
  | Refusal;
