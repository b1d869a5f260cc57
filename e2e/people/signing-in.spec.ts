import { expectAccessible } from '../accessible';
import { expect, signInAs } from '../fixtures';
import { PASSWORD, PEOPLE } from '../people';
import { test } from '../seed-data';

test('sign-in is required once, works by keyboard, and returns to the requested page', async ({
  newcomer: page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page, 'sign in');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);

  await page.getByLabel('E-mail address').fill(PEOPLE.priya.email);
  await page.getByLabel('Password').fill('not the password at all');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toHaveText(/Wrong e-mail or password/);
  await expect(page.getByLabel('E-mail address')).toHaveValue(PEOPLE.priya.email);
  await expectAccessible(page, 'a refused sign-in');

  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: license.name })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(license.address);
});

test('signing out ends the session, and pages require sign-in again', async ({
  newcomer: page,
}) => {
  await signInAs(page, 'priya');
  await page.goto('/account');
  await expectAccessible(page, 'an account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await page.goto('/contracts');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goBack();
  // The page that one comes back to may be leading away by itself.
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
