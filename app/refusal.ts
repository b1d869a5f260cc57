import { ROLES, type Role } from '../src/domain/people/role';

/** Nothing was written, unless the message says that nobody knows. */
export interface Refusal {
  readonly status: 'refused';
  readonly message: string;
  /** A sentence for each field that is wrong, by the field's name. */
  readonly fieldErrors: Readonly<Record<string, string>>;
}

export const CROSS_ORIGIN = 'Not saved: this request did not come from a CRMS page.';

export const SIGNED_OUT =
  'Not saved: you are signed out. Sign in again in another tab, then retry.';

/** Why somebody of a role may not do what they asked for. */
export function mayNot(role: Role): string {
  return `Not saved: the role ${ROLES[role]} cannot change this. An admin can change your role.`;
}
