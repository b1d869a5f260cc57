import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { TooManyTries, WrongPassword } from '../../../src/domain/people/password';
import { testDatabase } from '../support';
import { PASSWORD, carrying, NOBODY, signInOn } from './support-sign-in';

const database = await testDatabase();
const { people, signIn, atAddress, aPerson } = signInOn(database);

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
