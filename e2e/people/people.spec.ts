import { expectAccessible } from '../accessible';
import { anotherBrowser, expect } from '../fixtures';
import { PASSWORD } from '../people';
import { test, unique } from '../seed-data';

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
  await expect(line).toContainText('Invited, not yet accepted');
  await expectAccessible(admin, 'people');

  await newcomer.goto(link);
  await expect(newcomer.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible();
  await expectAccessible(newcomer, 'a one-time link');
  await newcomer.getByLabel('Password').fill('too short');
  await newcomer.keyboard.press('Enter');
  await expect(newcomer.getByRole('alert').first()).toHaveText(/at least 12 characters/);
  await newcomer.getByLabel('Password').fill(PASSWORD);
  await newcomer.keyboard.press('Enter');
  await expect(newcomer.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();
  await expect(newcomer.getByRole('link', { name: `Signed in as ${name}` }).first()).toBeVisible();
  await newcomer.goto('/licenses');
  await expect(newcomer.getByRole('link', { name: 'New license' })).toBeVisible();

  await change('Make viewer');
  await expect(
    admin.getByRole('status').filter({ hasText: 'The role is now Viewer.' }),
  ).toBeVisible();
  await newcomer.reload();
  await expect(newcomer.getByRole('link', { name: 'New license' })).toHaveCount(0);

  await change('End sessions');
  await expect(admin.getByRole('status').filter({ hasText: '1 session ended.' })).toBeVisible();
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
    newcomer.getByRole('heading', { name: 'This link is no longer valid' }),
  ).toBeVisible();
  await admin.context().close();
});
