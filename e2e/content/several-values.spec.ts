import type { Page } from '@playwright/test';
import { expect } from '../fixtures';
import { inDays, test, unique } from '../seed-data';

/** Chooses values of a filter by typing their names, and closes it. */
async function choose(page: Page, filter: string, values: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: filter, exact: true }).click();
  const menu = page.getByRole('dialog', { name: filter });
  for (const value of values) {
    await menu.getByRole('combobox').fill(value);
    await expect(menu.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(menu.getByRole('option', { selected: true })).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
}

/** Saves what is filtered as a view, whose tab is returned. */
async function saveView(page: Page) {
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  const name = unique('View');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save view' }).click();
  const tab = page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  return tab;
}

async function expectNoOverflow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  // A menu that is closing may still stand where the wide window had room for it.
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
}

test('contracts are filtered by several studios, each counted, and saved as a view', async ({
  page,
  seed,
}) => {
  const word = unique('Film');
  const [first, second, third] = [
    await seed.contract(`Amber ${word}`),
    await seed.contract(`Birch ${word}`),
    await seed.contract(`Cobalt ${word}`),
  ];
  await seed.contract(first.studio);
  await page.goto(`/contracts?q=${encodeURIComponent(word)}`);
  const studios = page.getByRole('table', { name: 'Contracts' }).getByRole('rowheader');
  await expect(studios).toHaveCount(4);

  await page.getByRole('button', { name: 'Studio', exact: true }).click();
  const menu = page.getByRole('dialog', { name: 'Studio' });
  await menu.getByRole('combobox').fill(word);
  await expect(menu.getByRole('option', { name: first.studio })).toContainText('2');
  await expect(menu.getByRole('option', { name: third.studio })).toContainText('1');
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await choose(page, 'Studio', [first.studio, second.studio]);
  await expect(studios).toHaveText([first.studio, first.studio, second.studio]);
  await expect(await saveView(page)).toContainText('3');

  await page.getByRole('button', { name: 'Closed', exact: true }).click();
  await expect(page.getByRole('option', { name: 'Void' })).toContainText('0');
  await page.keyboard.press('Escape');
  await expectNoOverflow(page);
});

test('the history is filtered by several things and kinds of change, which the days keep', async ({
  page,
  seed,
}) => {
  const offer = { name: 'Now', firstDay: inDays(-30), lastDay: inDays(400) };
  const license = await seed.license({
    ...{ firstDay: offer.firstDay, lastDay: offer.lastDay, offers: [offer] },
  });
  await seed.title({ license, offer });
  const changes = page.getByRole('listitem').filter({ has: page.locator('time') });
  await page.goto(`/history?studio=${encodeURIComponent(license.contract.studio)}`);
  await expect(changes.filter({ hasText: 'Now' }).first()).toBeVisible();
  const all = await changes.count();

  await choose(page, 'About', ['Licenses', 'Titles']);
  await expect(page).toHaveURL(/about=license&about=content/);
  // All but the contract.
  await expect(changes).toHaveCount(all - 1);
  const words = await changes.allTextContents();
  await page.getByRole('form', { name: 'Days' }).getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/from=/);
  expect(new URL(page.url()).searchParams.getAll('about')).toEqual(['license', 'content']);
  await expect(changes).toHaveText(words);
  await choose(page, 'Change', ['Offers', 'Takedowns']);
  await expect(page).toHaveURL(/kind=offers&kind=takedowns/);
  await expect(changes).toHaveCount(1);
  await expect(changes).toContainText(license.name);
  await expectNoOverflow(page);
});

test('the calendar is filtered by several kinds of title', async ({ page, seed }) => {
  const offer = { name: 'Now', firstDay: inDays(0), lastDay: inDays(400) };
  const license = await seed.license({
    ...{ firstDay: offer.firstDay, lastDay: offer.lastDay, offers: [offer] },
  });
  await seed.title({ license, offer, kind: 'short' });
  const studio = encodeURIComponent(license.contract.studio);
  await page.goto(`/calendar?studio=${studio}&day=${inDays(0)}`);
  const nothing = page.getByText('No offers start on this day.');
  await expect(nothing).toHaveCount(0);

  await choose(page, 'Kind', ['Movie', 'Series']);
  await expect(page).toHaveURL(/kind=movie&kind=series/);
  await expect(nothing).toBeVisible();
  await page.getByRole('button', { name: /^Movie, Series Kind$|^Kind Movie, Series$/ }).click();
  const menu = page.getByRole('dialog', { name: 'Kind' });
  await menu.getByRole('combobox').fill('short');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/kind=movie&kind=series&kind=short|kind=short/);
  await page.keyboard.press('Escape');
  await expect(nothing).toHaveCount(0);
  await saveView(page);
  await expectNoOverflow(page);
});
