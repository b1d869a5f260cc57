/** What somebody may do, with the words people know it by; each includes what stands before it. */
export const ROLES = {
  viewer: 'Viewer',
  editor: 'Editor',
  admin: 'Admin',
} as const;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

/**
 * Whether who has one role may do what another is needed for: viewers read; editors change licenses, offers, content and
 * imports too; admins manage people, tokens and settings besides.
 */
export function mayActAs(role: Role, needed: Role): boolean {
  return ROLE_NAMES.indexOf(role) >= ROLE_NAMES.indexOf(needed);
}

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}
