import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SessionCookies } from '../../../src/service/people/sign-in';
import { KnownBrowsers } from '../../../src/adapters/people/known-browser';
import { setUpLink } from '../../../src/adapters/people/one-time-links';
import { PeopleDriver } from './support-people';
import { BetterAuthSignIn } from '../../../src/adapters/people/sign-in';
import { LinkUsed, TooManyTries, WrongPassword } from '../../../src/domain/people/password';
import { COMMAND_LIMITS } from '../../../src/adapters/postgres/connection/database';
import { testDatabase } from '../support';

const database = await testDatabase();
const people = new PeopleDriver(database);
const SECRET = 'a secret of thirty-two characters';
const HERE = 'http://127.0.0.1:3000';
const signIn = atAddress(HERE);

const PASSWORD = 'correct horse battery';

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

function carrying(cookies: SessionCookies): Headers {
  return new Headers({
    cookie: cookies
      .filter(({ maxAge }) => maxAge !== 0)
      .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
      .join('; '),
  });
}

const NOBODY = new Headers();

describe('a session', () => {
  it('belongs to the person who entered the password', async () => {
    const { email, personId } = await aPerson();

    const cookies = await signIn.withPassword(email.toUpperCase(), PASSWORD, NOBODY);

    expect(await signIn.person(carrying(cookies))).toEqual({
      id: personId,
      name: 'Nora',
      email,
      role: 'editor',
    });
  });

  it('has a cookie that scripts and other sites cannot read, bound to the host over HTTPS', async () => {
    const { email } = await aPerson();

    const [plain] = await signIn.withPassword(email, PASSWORD, NOBODY);
    const [secure] = await atAddress('https://rights.example.test').withPassword(
      email,
      PASSWORD,
      NOBODY,
    );

    expect(plain).toMatchObject({
      name: 'crms.session_token',
      httpOnly: true,
      sameSite: 'lax',
      secure: false,
    });
    expect(secure).toMatchObject({
      name: '__Host-crms.session_token',
      httpOnly: true,
      sameSite: 'lax',
      secure: true,
      path: '/',
    });
  });

  it('is stored only as a hash of its token', async () => {
    const { email, personId } = await aPerson();
    const [cookie] = await signIn.withPassword(email, PASSWORD, NOBODY);

    const [row] = await database.rows<{ token: string }>(
      'SELECT token FROM sessions WHERE person_id = $1',
      [personId],
    );

    expect(row?.token).toMatch(/^[0-9a-f]{64}$/);
    expect(cookie?.value).not.toContain(row?.token);
    expect(
      await signIn.person(new Headers({ cookie: `${cookie?.name}=${row?.token}` })),
    ).toBeNull();
  });

  it('is replaced after signing in again, and the previous one ends', async () => {
    const { email } = await aPerson();
    const first = await signIn.withPassword(email, PASSWORD, NOBODY);

    const second = await signIn.withPassword(email, PASSWORD, carrying(first));

    expect(await signIn.person(carrying(first))).toBeNull();
    expect(await signIn.person(carrying(second))).not.toBeNull();
  });

  it('ends at once on sign-out, on deactivation, or when an admin ends it', async () => {
    const { email, personId } = await aPerson();
    const begin = () => signIn.withPassword(email, PASSWORD, NOBODY);

    const left = await begin();
    await signIn.signOut(carrying(left));
    const ended = await begin();
    await people.endSessions(personId);
    const deactivated = await begin();
    await people.deactivate(personId);

    for (const cookies of [left, ended, deactivated])
      expect(await signIn.person(carrying(cookies))).toBeNull();
    await expect(begin()).rejects.toMatchObject({ code: 'deactivated' });
  });

  it('gets a changed role at once', async () => {
    const { email, personId } = await aPerson('viewer');
    const cookies = await signIn.withPassword(email, PASSWORD, NOBODY);

    await people.changeRole(personId, 'editor');

    expect(await signIn.person(carrying(cookies))).toMatchObject({ role: 'editor' });
  });

  it('cannot be forged', async () => {
    const { email } = await aPerson();
    const [cookie] = await signIn.withPassword(email, PASSWORD, NOBODY);
    const [token] = (cookie?.value ?? '').split('.');
    const forged = new Headers({ cookie: `${cookie?.name}=${token}.${'A'.repeat(43)}%3D` });

    expect(await signIn.person(forged)).toBeNull();
  });
});

describe('a password', () => {
  it('is stored as argon2id with 19 MiB and two passes', async () => {
    const { personId } = await aPerson();

    const [row] = await database.rows<{ password: string }>(
      'SELECT password FROM accounts WHERE person_id = $1',
      [personId],
    );

    expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('that is wrong gets the same message as an unknown e-mail address', async () => {
    const { email } = await aPerson();

    await expect(signIn.withPassword(email, 'something else', NOBODY)).rejects.toEqual(
      new WrongPassword(),
    );
    await expect(
      signIn.withPassword(`${randomUUID()}@example.test`, PASSWORD, NOBODY),
    ).rejects.toEqual(new WrongPassword());
  });

  it('is rate-limited under concurrent attempts', async () => {
    const { email } = await aPerson();

    const tries = await Promise.all(
      Array.from({ length: 50 }, () =>
        signIn.withPassword(email, 'something else', NOBODY).catch((error: unknown) => error),
      ),
    );

    expect(tries.filter((answer) => answer instanceof WrongPassword)).toHaveLength(10);
    expect(tries.filter((answer) => answer instanceof TooManyTries)).toHaveLength(40);
    await expect(signIn.withPassword(email, PASSWORD, NOBODY)).rejects.toBeInstanceOf(TooManyTries);
  });

  it('never locks an account permanently', async () => {
    const { email } = await aPerson();
    for (let tries = 0; tries < 11; tries += 1)
      await signIn.withPassword(email, 'something else', NOBODY).catch(() => undefined);

    await database.rows(`UPDATE rate_limits SET expire = 0 WHERE key = $1`, [
      `sign-in-email:${email}`,
    ]);

    expect(await signIn.withPassword(email, PASSWORD, NOBODY)).not.toHaveLength(0);
  });

  it('change ends the other sessions and keeps the current one', async () => {
    const { email } = await aPerson();
    const [here, there] = [
      await signIn.withPassword(email, PASSWORD, NOBODY),
      await signIn.withPassword(email, PASSWORD, NOBODY),
    ];

    const cookies = await signIn.changePassword(PASSWORD, 'another good password', carrying(here));

    expect(await signIn.person(carrying(cookies))).not.toBeNull();
    expect(await signIn.person(carrying(there))).toBeNull();
    await expect(signIn.withPassword(email, PASSWORD, NOBODY)).rejects.toBeInstanceOf(
      WrongPassword,
    );
    expect(await signIn.withPassword(email, 'another good password', NOBODY)).not.toHaveLength(0);
  });
});

describe('a browser with an earlier sign-in', () => {
  const wrongly = (email: string, headers: Headers, times: number) =>
    Promise.all(
      Array.from({ length: times }, () =>
        signIn.withPassword(email, 'something else', headers).catch((error: unknown) => error),
      ),
    );

  /** Cookies that remain in the browser after the session. */
  async function known(email: string): Promise<Headers> {
    const cookies = await signIn.withPassword(email, PASSWORD, NOBODY);
    return carrying(cookies.filter(({ name }) => name === 'crms.known_browser'));
  }

  it('can sign in although others have used up the attempts of the e-mail address', async () => {
    const { email } = await aPerson();
    const browser = await known(email);
    await wrongly(email, NOBODY, 11);

    await expect(signIn.withPassword(email, PASSWORD, NOBODY)).rejects.toBeInstanceOf(TooManyTries);
    expect(await signIn.withPassword(email, PASSWORD, browser)).not.toHaveLength(0);
    // This gives others no additional attempts.
    await expect(signIn.withPassword(email, PASSWORD, NOBODY)).rejects.toBeInstanceOf(TooManyTries);
  });

  it('has a separate limit of attempts, also when concurrent', async () => {
    const { email } = await aPerson();
    const browser = await known(email);

    const tries = await wrongly(email, browser, 50);

    expect(tries.filter((answer) => answer instanceof WrongPassword)).toHaveLength(10);
    expect(tries.filter((answer) => answer instanceof TooManyTries)).toHaveLength(40);
    expect(await signIn.withPassword(email, PASSWORD, NOBODY)).not.toHaveLength(0);
  });

  it('is the same browser after signing in again', async () => {
    const { email } = await aPerson();
    const browser = await known(email);
    const again = carrying(await signIn.withPassword(email, PASSWORD, browser));
    await wrongly(email, browser, 10);

    await expect(signIn.withPassword(email, PASSWORD, again)).rejects.toBeInstanceOf(TooManyTries);
  });

  it('is known for one person, for half a year, by a cookie that cannot be forged', async () => {
    const [{ email }, { email: other }] = [await aPerson(), await aPerson()];
    const [, cookie] = await signIn.withPassword(email, PASSWORD, NOBODY);
    const value = cookie?.value ?? '';
    const [expiresAt, browser, signature] = value.split('.');
    const at = (now: number) => new KnownBrowsers(HERE, SECRET, () => now);
    const asked = (text: string) => new Headers({ cookie: `crms.known_browser=${text}` });
    const now = Date.now();

    expect(at(now).browserOf(asked(value), email)).toBe(browser);
    expect(at(now).browserOf(asked(value), other)).toBeNull();
    expect(at(now + 181 * 24 * 3_600_000).browserOf(asked(value), email)).toBeNull();
    expect(new KnownBrowsers(HERE, `${SECRET}.`).browserOf(asked(value), email)).toBeNull();
    for (const made of [
      `${Number(expiresAt) + 1}.${browser}.${signature}`,
      `${expiresAt}.${browser?.split('').reverse().join('')}.${signature}`,
      `${expiresAt}.${browser}.${'A'.repeat(43)}`,
      `${expiresAt}.${browser}`,
      '',
    ])
      expect(at(now).browserOf(asked(made), email)).toBeNull();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure: false });
    expect(new KnownBrowsers('https://rights.example', SECRET).cookieFor(email)).toMatchObject({
      name: '__Host-crms.known_browser',
      secure: true,
    });
  });
});

describe('a one-time link', () => {
  it('signs in its owner although others have used up the attempts of the e-mail address', async () => {
    const { email, personId } = await aPerson();
    const token = await people.newLink(personId);
    for (let tries = 0; tries < 11; tries += 1)
      await signIn.withPassword(email, 'something else', NOBODY).catch(() => undefined);

    const cookies = await signIn.acceptLink(token, 'another good password', NOBODY);

    expect(await signIn.person(carrying(cookies))).toMatchObject({ email });
  });

  it('works once', async () => {
    const personId = randomUUID();
    const token = await people.invite({
      personId,
      name: 'Nora',
      email: `${personId}@example.test`,
      role: 'viewer',
    });

    expect(await signIn.purposeOf(token)).toMatchObject({ kind: 'password', name: 'Nora' });
    await signIn.acceptLink(token, PASSWORD, NOBODY);

    expect(await signIn.purposeOf(token)).toBeNull();
    await expect(signIn.acceptLink(token, PASSWORD, NOBODY)).rejects.toBeInstanceOf(LinkUsed);
  });

  it('is replaced by a newer one, and expires', async () => {
    const { personId } = await aPerson();
    const [older, newer] = [await people.newLink(personId), await people.newLink(personId)];

    expect(await signIn.purposeOf(older)).toBeNull();
    await database.rows(
      `UPDATE verifications SET expires_at = now() - interval '1 second' WHERE value = $1`,
      [personId],
    );
    expect(await signIn.purposeOf(newer)).toBeNull();
    await expect(signIn.acceptLink(newer, PASSWORD, NOBODY)).rejects.toBeInstanceOf(LinkUsed);
  });
});

describe('the set-up link', () => {
  it('creates one admin in an empty database under concurrent use', async () => {
    const own = await testDatabase();
    const { prisma } = own;
    const empty = new BetterAuthSignIn(prisma, {
      url: HERE,
      secret: SECRET,
      provider: null,
    });
    const token = (await setUpLink(prisma, SECRET)) ?? '';
    const follow = (name: string) =>
      empty.setUp(token, { name, email: `${name}@example.test`, password: PASSWORD }, NOBODY);

    const answers = await Promise.allSettled([follow('nora'), follow('omar'), follow('priya')]);

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await own.rows('SELECT role FROM people')).toEqual([{ role: 'admin' }]);
    expect(await setUpLink(prisma, SECRET)).toBeNull();
  });

  it('is one link, whoever prints it, until it is over or the secret is another', async () => {
    const own = await testDatabase();
    const { prisma } = own;
    const [one, other] = await Promise.all([setUpLink(prisma, SECRET), setUpLink(prisma, SECRET)]);
    expect(one).toMatch(/^[\w-]{32}$/);
    expect(other).toBe(one);
    expect(await setUpLink(prisma, SECRET)).toBe(one);

    const afterSecret = await setUpLink(prisma, SECRET.toUpperCase());
    expect(afterSecret).not.toBe(one);
    await own.rows(`UPDATE verifications SET expires_at = now() - interval '1 second'`);
    expect(await setUpLink(prisma, SECRET.toUpperCase())).not.toBe(afterSecret);
  });
});

describe('the last admin', () => {
  it('remains when two admins remove each other concurrently', async () => {
    // Both must reach the gate, however slow the machine is.
    const limits = { ...COMMAND_LIMITS, lock_timeout: 60_000, statement_timeout: 60_000 };
    const own = await testDatabase({ limits: { ...limits, transaction_timeout: 60_000 } });
    const desk = new PeopleDriver(own);
    const [one, two] = [randomUUID(), randomUUID()];
    for (const personId of [one, two])
      await desk.invite({
        personId,
        name: 'Nora',
        email: `${personId}@example.test`,
        role: 'admin',
      });
    const gate = await own.pool.connect();
    await gate.query('BEGIN');
    await gate.query('SELECT FROM people FOR UPDATE');

    const both = Promise.allSettled([desk.changeRole(one, 'viewer'), desk.deactivate(two)]);
    await expect
      .poll(
        () =>
          own.rows(`SELECT count(*)::int AS waiting FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'`),
        { timeout: 30_000 },
      )
      .toEqual([{ waiting: 2 }]);
    await gate.query('COMMIT');
    gate.release();
    const answers = await both;

    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'last-admin' },
    });
  });
});
