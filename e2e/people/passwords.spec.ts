import { anotherBrowser, browserBeforeScripts, expect, tabTo } from '../fixtures';
import { PASSWORD } from '../people';
import { test, unique } from '../seed-data';

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
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();

  await page.goto('/account');
  await tabTo(page, page.getByLabel('Current password'));
  await page.keyboard.type('this is not it at all');
  await page.keyboard.press('Tab');
  await page.keyboard.type('another long password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toHaveText(/Wrong e-mail or password/);
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/Your password was changed/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Omar' })).toBeVisible();
  await page.context().close();
  await admin.context().close();
});

test('joining, signing in and changing a password work before the scripts have arrived', async ({
  browser,
}) => {
  const admin = await anotherBrowser(browser, 'ada');
  const page = await browserBeforeScripts(browser);
  const email = `${unique('ines')}@example.test`.toLowerCase().replaceAll(' ', '-');
  await admin.goto('/people');
  await admin.getByLabel('Name', { exact: true }).fill('Ines');
  await admin.getByLabel('E-mail address').fill(email);
  await admin.getByRole('button', { name: 'Invite' }).click();
  const submit = async (fields: Readonly<Record<string, string>>, button: string) => {
    for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
    await page.getByRole('button', { name: button, exact: true }).click();
  };

  await page.goto(await admin.getByLabel('One-time link').inputValue());
  await submit({ Password: 'too short' }, 'Create account');
  await expect(page.getByRole('alert')).toHaveText(/at least 12 characters/);
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await submit({ Password: PASSWORD }, 'Create account');
  await page.waitForURL('**/today');

  await page.goto('/account');
  const passwords = { 'Current password': PASSWORD, 'New password': 'too short' };
  await submit(passwords, 'Change password');
  await expect(page.getByRole('alert')).toHaveText(/at least 12 characters/);
  await submit({ ...passwords, 'New password': 'another long password' }, 'Change password');
  await expect(page.getByRole('status')).toHaveText(/Your password was changed/);

  await page.context().clearCookies();
  await page.goto('/sign-in?next=/contracts');
  await submit({ 'E-mail address': email, Password: PASSWORD }, 'Sign in');
  await expect(page.getByRole('alert')).toHaveText(/Wrong e-mail or password/);
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await submit({ Password: 'another long password' }, 'Sign in');
  await page.waitForURL('**/contracts');
  await Promise.all([page.context().close(), admin.context().close()]);
});

test('passwords are never kept in the tab, and a wrong one is named before it is sent', async ({
  browser,
}) => {
  const page = await anotherBrowser(browser, 'priya');
  await page.goto('/account');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password').fill('too short');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(
    /A password has at least 12 characters/,
  );
  await expect(page.getByLabel('New password')).toBeFocused();
  expect(sent).toEqual([]);
  const stored = await page.evaluate(() =>
    JSON.stringify([window.sessionStorage, window.localStorage]),
  );
  expect(stored).not.toContain(PASSWORD);
  expect(stored).not.toContain('too short');
  await page.context().close();
});
