import { randomUUID } from 'node:crypto';
import type { SessionCookies } from '../../../src/service/people/sign-in';
import { PeopleDriver } from './support-people';
import { BetterAuthSignIn } from '../../../src/adapters/people/sign-in';
import type { Database } from '../../../src/adapters/postgres/connection/database';

export const SECRET = 'a secret of thirty-two characters';
export const HERE = 'http://127.0.0.1:3000';

export const PASSWORD = 'correct horse battery';

/** The headers of a browser that keeps these cookies. */
export function carrying(cookies: SessionCookies): Headers {
  return new Headers({
    cookie: cookies
      .filter(({ maxAge }) => maxAge !== 0)
      .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
      .join('; '),
  });
}

export const NOBODY = new Headers();

/** People who sign in with a password, in a database. */
export function signInOn(database: Pick<Database, 'prisma' | 'pool'>) {
  const people = new PeopleDriver(database);
  const signIn = atAddress(HERE);

  function atAddress(url: string): BetterAuthSignIn {
    return new BetterAuthSignIn(database.prisma, {
      url,
      secret: SECRET,
      provider: null,
    });
  }

  /** A person with the password. */
  async function aPerson(role: 'viewer' | 'editor' | 'admin' = 'editor') {
    const personId = randomUUID();
    const email = `${personId}@example.test`;
    const token = await people.invite({ personId, name: 'Nora', email, role });
    await signIn.acceptLink(token, PASSWORD, NOBODY);
    return { personId, email };
  }

  return { people, signIn, atAddress, aPerson };
}
