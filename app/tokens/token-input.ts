import * as z from 'zod';
import type { Refusal } from '../refusal';
import { tokenDetails } from '../../src/domain/people/token';
import { checked, identity, typed, typedInteger } from '../../src/wire/forms/typed';

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

export const revokeTokenInput = z.strictObject({ tokenId: identity });

export type MakeTokenInput = z.input<typeof makeTokenInput>;
export type RevokeTokenInput = z.input<typeof revokeTokenInput>;

/** What a command on a token is answered with. Refusals are values; only bugs throw. */
export type TokenResult =
  /** The secret is told this once. */
  { readonly status: 'made'; readonly secret: string } | { readonly status: 'revoked' } | Refusal;
