import { ROLES, type Role } from '../src/domain/people/role';

/** A refused command. Nothing was written, unless the message says that this is unknown. */
export interface Refusal {
  readonly status: 'refused';
  readonly message: string;
  /** Names the rule that refused it, where it was one. */
  readonly code?: string | undefined;
  /** Error messages by field name. */
  readonly fieldErrors: Readonly<Record<string, string>>;
}

export const CROSS_ORIGIN = 'Not saved: this request did not come from a CRMS page.';

export const SIGNED_OUT =
  'Not saved: you are signed out. Sign in again in another tab, then retry.';

/** Message for a command that the role does not allow. */
export function mayNot(role: Role): string {
  return `Not saved: the role ${ROLES[role]} cannot change this. An admin can change your role.`;
}
