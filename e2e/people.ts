import type { Role } from '../src/domain/people/role';

/** People in the browser tests, all invented. */
export const PEOPLE = {
  priya: { name: 'Priya Raman', email: 'priya@example.test', role: 'editor' },
  marta: { name: 'Marta Oliveira', email: 'marta@example.test', role: 'editor' },
  vera: { name: 'Vera Sandoval', email: 'vera@example.test', role: 'viewer' },
  ada: { name: 'Ada Okonjo', email: 'ada@example.test', role: 'admin' },
} as const satisfies Record<string, { name: string; email: string; role: Role }>;

export type Worker = keyof typeof PEOPLE;

/** Password of all of them. */
export const PASSWORD = 'a password for browser tests';
