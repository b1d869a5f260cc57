import type { Role } from '../../domain/people/role';

/** Who may look at the demo: one for each role, all invented. They are let in only where the demo is shown. */
export const DEMO_PEOPLE: readonly {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}[] = [
  { name: 'Vera Sandoval', email: 'viewer@demo.example', role: 'viewer' },
  { name: 'Emil Novak', email: 'editor@demo.example', role: 'editor' },
  { name: 'Ada Okonjo', email: 'admin@demo.example', role: 'admin' },
];

/** Everybody may know it: it stands on the sign-in page of the demo. */
export const DEMO_PASSWORD = 'look-around-a-demo';
