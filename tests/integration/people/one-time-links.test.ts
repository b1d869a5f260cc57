import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { setUpLink } from '../../../src/adapters/people/one-time-links';
import { PeopleDriver } from './support-people';
import { BetterAuthSignIn } from '../../../src/adapters/people/sign-in';
import { LinkUsed } from '../../../src/domain/people/password';
import { COMMAND_LIMITS } from '../../../src/adapters/postgres/connection/database';
import { testDatabase } from '../support';
import { SECRET, HERE, PASSWORD, carrying, NOBODY, signInOn } from './support-sign-in';

const database = await testDatabase();
const { people, signIn, aPerson } = signInOn(database);

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
