import * as z from 'zod';
import type { PeopleCommands } from '../../service/commands/people-commands';
import { ROLE_NAMES } from '../../domain/people/role';
import { tokenDetails } from '../../domain/people/token';
import { checked, identity, typed, typedInteger } from './typed';

const role = z.enum(ROLE_NAMES, { error: 'This role does not exist.' });

/** An invitation as its form has it. */
export const inviteInput = z.strictObject({
  personId: identity,
  name: typed,
  email: z
    .email({ error: 'Enter an e-mail address like name@example.com.' })
    .max(320, 'This is too long.'),
  role,
});

const person = z.strictObject({ personId: identity });

/** Details that are right, into which one that is in question is put. */
const RIGHT = { name: 'Name', role: 'viewer', days: 1 };

/** A new token as its form has it. */
export const makeTokenInput = z
  .strictObject({ tokenId: identity, name: typed, role: typed, days: typed })
  .transform(({ tokenId, ...input }, context) => {
    const name = checked(context, 'name', () => tokenDetails({ ...RIGHT, name: input.name }).name);
    const role = checked(context, 'role', () => tokenDetails({ ...RIGHT, role: input.role }).role);
    const typedDays = typedInteger(context, 'days', input.days);
    const days = checked(context, 'days', () => tokenDetails({ ...RIGHT, days: typedDays }).days);
    if (name === undefined || role === undefined || days === undefined) return z.NEVER;
    return { tokenId, details: { name, role, days } };
  });

/** The commands on people and tokens that a browser may send. */
export const PEOPLE_FORMS = {
  'invite-person': inviteInput,
  'make-sign-in-link': person,
  'change-role': z.strictObject({ personId: identity, role }),
  'deactivate-person': person,
  'reactivate-person': person,
  'end-sessions': person,
  'make-token': makeTokenInput,
  'revoke-token': z.strictObject({ tokenId: identity }),
} satisfies { readonly [K in keyof PeopleCommands]?: z.ZodType<PeopleCommands[K]['input']> };
