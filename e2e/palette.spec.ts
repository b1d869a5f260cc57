import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { expect, signInAs, workAs } from './fixtures';
import { on, test, unique } from './seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find or run' });
const line = (page: Page, name: string | RegExp) => palette(page).getByRole('menuitem', { name });

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('searchbox')).toBeFocused();
}

test('a license, a title and a contract are found from anywhere by part of a name, without a mouse', async ({
  page,
  seed,
}) => {
  const name = unique('Quagga');
  const license = await seed.license({ name: `${name} slate`, offers: [SPRING] });
  await page.goto('/history');
  await openPalette(page);
  await page.keyboard.type(name.toLowerCase());
  await expect(line(page, new RegExp(`${name} slate`))).toBeVisible();
  await expectAccessible(page, 'the palette');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${license.address}`);
  await expect(page.getByRole('heading', { level: 1, name: `${name} slate` })).toBeVisible();
  await expect(palette(page)).toBeHidden();

  await page.goto('/licenses');
  await openPalette(page);
  const recent = palette(page).getByRole('group', { name: 'Recent' });
  await expect(recent.getByRole('menuitem').first()).toContainText(`${name} slate`);
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
});

test('what a page does by a key is run from the palette, too', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await openPalette(page);
  await page.keyboard.type('>end this');
  await expect(line(page, 'End this license')).toContainText('ShiftE');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: /^End/ })).toBeVisible();
});

test('what a page does without a key is run from the palette, and so are the theme and signing out', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  // A session of its own, which ends here.
  await page.context().clearCookies();
  await signInAs(page, 'priya');
  await page.goto(license.address);
  const run = async (text: string) => {
    await openPalette(page);
    await page.keyboard.type(`>${text}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };
  await run('amend');
  const sheet = page.getByRole('complementary');
  await expect(sheet.getByRole('button', { name: 'Amend terms' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  const theme = (await page.locator('html').getAttribute('class'))?.includes('dark');
  await run('dark');
  await expect(page.locator('html')).toHaveClass(theme === true ? /\blight\b/ : /\bdark\b/);
  await run('sign out');
  await page.waitForURL('**/sign-in**');
});

test('commands are those of the role', async ({ page }) => {
  await workAs(page, 'vera');
  await page.goto('/licenses');
  await openPalette(page);
  await page.keyboard.type('>new');
  await expect(palette(page).getByText('Nothing is called “new”.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('>missing');
  await expect(line(page, 'Missing amounts')).toBeVisible();
});

test('a search that fails says so and is tried again', async ({ page, seed }) => {
  const name = unique('Okapi');
  await seed.license({ name, offers: [SPRING] });
  await page.route('**/find?**', (route) => route.abort());
  await page.goto('/licenses');
  await openPalette(page);
  await page.keyboard.type(name);
  const again = palette(page).getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.unroute('**/find?**');
  await again.click();
  await expect(line(page, new RegExp(name))).toBeVisible();
});

test('what cannot be looked up names nothing, and nobody is told anything without a session', async ({
  page,
  playwright,
}) => {
  for (const text of ['a\u0000b', 'x'.repeat(5_000), '', '%', "'"]) {
    const answer = await page.request.get('/find', { params: { text } });
    expect(answer.status(), text.slice(0, 9)).toBe(200);
    const { licenses, people } = (await answer.json()) as Record<string, { rows: unknown[] }>;
    expect(people?.rows).toEqual([]);
    if (text.length !== 1) expect(licenses?.rows).toEqual([]);
  }
  const anonymous = await playwright.request.newContext({
    baseURL: test.info().project.use.baseURL ?? '',
  });
  expect((await anonymous.get('/find', { params: { text: 'a' } })).status()).toBe(401);
  await anonymous.dispose();
});

test('G and a letter go to a page, and the keys of a page are listed and can be turned off', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByRole('region', { name: 'This page' })).toContainText('New offer');
  await expect(keys.getByRole('region', { name: 'Timeline' })).toContainText('Today');
  await expectAccessible(page, 'the keys');
  await keys.getByLabel('Find a key').fill('content');
  await expect(keys.getByRole('region')).toHaveCount(1);
  await keys.getByLabel('Find a key').fill('');
  await keys.getByText('Keys without Ctrl act on the page').click();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await expect(keys).toBeHidden();
  await expect(page.getByRole('complementary')).toBeHidden();

  await openPalette(page);
  await palette(page).getByRole('button', { name: 'all keys' }).click();
  await keys.getByText('Keys without Ctrl act on the page').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.waitForURL('**/content');
});
