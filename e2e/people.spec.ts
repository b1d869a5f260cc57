import { expectAccessible } from './accessible';
import { anotherBrowser, expect, signInAs, tabTo } from './fixtures';
import { PASSWORD, PEOPLE } from './people';
import { test, unique } from './stock';

test('signing in is asked once, by keyboard too, and the page asked for comes next', async ({
  newcomer: page,
  stock,
}) => {
  const license = await stock.license();
  await page.goto(license.address);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page, 'sign in');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);

  await page.getByLabel('E-mail address').fill(PEOPLE.priya.email);
  await page.getByLabel('Password').fill('not the password at all');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toHaveText(
    /This e-mail address and this password do not belong together/,
  );
  await expect(page.getByLabel('E-mail address')).toHaveValue(PEOPLE.priya.email);
  await expectAccessible(page, 'a refused sign-in');

  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: license.name })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(license.address);
});

test('a session is over after signing out, and its pages ask again', async ({ newcomer: page }) => {
  await signInAs(page, 'priya');
  await page.goto('/account');
  await expectAccessible(page, 'an account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await page.goto('/contracts');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goBack();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a viewer looks and is offered nothing to change', async ({ browser, stock }) => {
  const license = await stock.license();
  const page = await anotherBrowser(browser, 'vera');

  await page.goto(license.address);
  await expect(page.getByRole('heading', { level: 1, name: license.name })).toBeVisible();
  await expect(page.getByRole('button', { name: /New offer/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Amend license' })).toHaveCount(0);
  await page.goto('/licenses');
  await expect(page.getByRole('link', { name: 'Grant a license' })).toHaveCount(0);
  for (const address of ['/licenses/new', '/people', '/contracts/new', '/content/new']) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(403);
    await expect(
      page.getByRole('heading', { name: 'Your role does not go this far' }),
    ).toBeVisible();
  }
  await expectAccessible(page, 'a page that the role does not reach');
  await page.context().close();
});

test('an admin invites, changes a role, ends sessions and deactivates, all at once', async ({
  browser,
  newcomer,
}) => {
  test.slow();
  const admin = await anotherBrowser(browser, 'ada');
  const name = unique('Nora');
  const email = `${unique('nora')}@example.test`.toLowerCase().replaceAll(' ', '-');
  const line = admin
    .getByRole('list', { name: 'People' })
    .getByRole('listitem')
    .filter({ hasText: name });
  const change = async (what: string) => {
    await line.getByRole('button', { name: `Change ${name}` }).click();
    await admin.getByRole('menuitem', { name: what }).click();
  };
  await admin.goto('/people');
  await admin.getByLabel('Name', { exact: true }).fill(name);
  await admin.getByLabel('E-mail address').fill('nora');
  await admin.getByRole('button', { name: 'Invite' }).click();
  await expect(admin.getByLabel('E-mail address')).toHaveAccessibleDescription(/name@example.com/);
  await admin.getByLabel('E-mail address').fill(email);
  await admin.getByRole('button', { name: 'Invite' }).click();
  const link = await admin.getByLabel('One-time link').inputValue();
  await expect(line).toContainText('Invited, has not come yet');
  await expectAccessible(admin, 'people');

  await newcomer.goto(link);
  await expect(newcomer.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible();
  await expectAccessible(newcomer, 'a one-time link');
  await newcomer.getByLabel('Password').fill('too short');
  await newcomer.keyboard.press('Enter');
  await expect(newcomer.getByRole('alert').first()).toHaveText(/at least 12 characters/);
  await newcomer.getByLabel('Password').fill(PASSWORD);
  await newcomer.keyboard.press('Enter');
  await expect(newcomer.getByRole('heading', { level: 1, name: 'Licenses' })).toBeVisible();
  await expect(newcomer.getByRole('link', { name: `Signed in as ${name}` }).first()).toBeVisible();
  await expect(newcomer.getByRole('link', { name: 'Grant a license' }).first()).toBeVisible();

  await change('Make viewer');
  await expect(
    admin.getByRole('status').filter({ hasText: 'The role is Viewer now.' }),
  ).toBeVisible();
  await newcomer.reload();
  await expect(newcomer.getByRole('link', { name: 'Grant a license' })).toHaveCount(0);

  await change('End sessions');
  await expect(admin.getByRole('status').filter({ hasText: 'One session is over.' })).toBeVisible();
  await newcomer.reload();
  await expect(newcomer.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await change('Deactivate');
  await expect(admin.getByRole('status').filter({ hasText: 'Deactivated' })).toBeVisible();
  await newcomer.getByLabel('E-mail address').fill(email);
  await newcomer.getByLabel('Password').fill(PASSWORD);
  await newcomer.keyboard.press('Enter');
  await expect(newcomer.getByRole('alert').first()).toHaveText(/This account is deactivated/);

  await newcomer.goto(link);
  await expect(
    newcomer.getByRole('heading', { name: 'This link leads nowhere any more' }),
  ).toBeVisible();
  await admin.context().close();
});

test('a password is changed by keyboard, and a wrong one is refused', async ({ browser }) => {
  const admin = await anotherBrowser(browser, 'ada');
  const page = await anotherBrowser(browser);
  const email = `${unique('omar')}@example.test`.toLowerCase().replaceAll(' ', '-');
  await admin.goto('/people');
  await admin.getByLabel('Name', { exact: true }).fill('Omar');
  await admin.getByLabel('E-mail address').fill(email);
  await admin.getByRole('button', { name: 'Invite' }).click();
  await page.goto(await admin.getByLabel('One-time link').inputValue());
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Licenses' })).toBeVisible();

  await page.goto('/account');
  await tabTo(page, page.getByLabel('Password now'));
  await page.keyboard.type('this is not it at all');
  await page.keyboard.press('Tab');
  await page.keyboard.type('another long password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toHaveText(/do not belong together/);
  await page.getByLabel('Password now').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/Your password is changed/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Omar' })).toBeVisible();
  await page.context().close();
  await admin.context().close();
});
