import { ROLES, type Role } from '../src/domain/role';

/** Nothing was written, unless the message says that nobody knows. */
export interface Refusal {
  readonly status: 'refused';
  readonly message: string;
  /** A sentence for each field that is wrong, by the field's name. */
  readonly fieldErrors: Readonly<Record<string, string>>;
}

export const FOREIGN = 'Nothing was done: this was not sent from a page of CRMS.';

export const SIGNED_OUT =
  'Nothing was done: you are signed out. Sign in again in another tab, then repeat it.';

/** Why somebody of a role may not do what they asked for. */
export function mayNot(role: Role): string {
  return `Nothing was done: with the role ${ROLES[role]} you may look, and not change this. An admin can change your role.`;
}
