import { describe, expect, it } from 'vitest';
import { KnownBrowsers } from '../../../src/adapters/people/known-browser';
import { TooManyTries, WrongPassword } from '../../../src/domain/people/password';
import { testDatabase } from '../support';
import { SECRET, HERE, PASSWORD, carrying, NOBODY, signInOn } from './support-sign-in';

const database = await testDatabase();
const { signIn, aPerson } = signInOn(database);

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
