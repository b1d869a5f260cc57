import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { expect } from '../fixtures';
import { inDays, test, unique, type SeedData } from '../seed-data';

/** A title that goes dark in ten days, and one that has a gap of five days before that. */
async function soonDark(seed: SeedData) {
  const now = { name: 'Now', price: '4.99', firstDay: inDays(-20), lastDay: inDays(4) };
  const later = { name: 'Later', price: '3.99', firstDay: inDays(10), lastDay: inDays(400) };
  const last = { name: 'Last', price: '2.99', firstDay: inDays(-20), lastDay: inDays(9) };
  const contract = await seed.contract();
  const window = { contract, firstDay: inDays(-30), lastDay: inDays(500) };
  const gappy = await seed.license({ ...window, offers: [now, later] });
  const ending = await seed.license({ ...window, offers: [last] });
  const withGap = await seed.title({ license: gappy, offer: now, title: unique('Gap') });
  await seed.assign(withGap, gappy, later);
  const dark = await seed.title({ license: ending, offer: last, title: unique('Dark') });
  return { studio: contract.studio, gappy, ending, withGap, dark, last, later };
}

test('the month shows offers that start and end, and the boards titles that go dark', async ({
  page,
  seed,
}) => {
  const { studio, ending, withGap, dark, last } = await soonDark(seed);
  const filter = `studio=${encodeURIComponent(studio)}`;
  await page.goto(`/calendar?${filter}&month=${last.lastDay.slice(0, 7)}`);

  const board = page.getByRole('region', { name: 'Going dark' });
  await expect(board.getByRole('listitem')).toHaveCount(1);
  await expect(board).toContainText('in 10 days');
  const gaps = page.getByRole('region', { name: 'Gaps ahead' });
  await expect(gaps.getByRole('link', { name: withGap.title })).toBeVisible();
  await expect(gaps).toContainText('Dark 5 days');
  await expect(page.getByRole('link', { name: /2\s*offers end within 30 days/ })).toBeVisible();

  const day = page.locator(`table a[data-day="${last.lastDay}"]`);
  await expect(day).toHaveAccessibleName(/ 1 ends /);
  await expect(day).toContainText(`${dark.title} US`);
  await day.focus();
  await page.keyboard.press('Enter');
  const ends = page.getByRole('region', { name: /^Ends on/ });
  await expect(ends.getByRole('link', { name: ending.name })).toBeVisible();
  await expect(ends).toContainText(`1 title: ${dark.title}`);
  await expect(page.getByText('No offers start on this day.')).toBeVisible();
  await expectAccessible(page, 'a month with a day’s events');

  await page.getByRole('link', { name: /offers end within 30 days/ }).click();
  await expect(page.getByRole('region', { name: 'Ends within 30 days' })).toContainText(
    'in 4 days',
  );
  const nextMonth = await page.getByRole('link', { name: 'Next month' }).getAttribute('href');
  const firstOfNextMonth = `${/month=(\d{4}-\d{2})/.exec(nextMonth ?? '')?.[1] ?? 'none'}-01`;
  await page.getByRole('link', { name: 'Next month' }).click();
  const entry = page.locator('table a[data-day][tabindex="0"]');
  await expect(entry).toHaveAttribute('data-day', firstOfNextMonth);
  await entry.focus();
  await page.keyboard.press('ArrowRight');
  await expect(
    page.locator(`table a[data-day="${firstOfNextMonth.replace(/01$/, '02')}"]`),
  ).toBeFocused();

  await board.getByRole('link', { name: dark.title }).click();
  await expect(page.getByRole('heading', { level: 1, name: dark.title })).toBeVisible();
});

test('the month, its days and feeds say that rights ended and that a title is taken down', async ({
  page,
  seed,
  playwright,
}) => {
  const { studio, ending, gappy, withGap } = await soonDark(seed);
  const day = inDays(6);
  await seed.end(ending, inDays(5), 'Terminated');
  await seed.takeDown(withGap, day, 'Rights dispute', { version: 2 });
  await page.goto(`/calendar?studio=${encodeURIComponent(studio)}&month=${day.slice(0, 7)}`);
  const cell = page.locator(`table a[data-day="${day}"]`);
  await expect(cell).toHaveAccessibleName(/ 2 changes of rights /);
  await cell.click();
  const rights = page.getByRole('region', { name: /^Rights on/ });
  await expect(rights.getByRole('listitem').filter({ hasText: ending.name })).toContainText(
    'Rights endedTerminated',
  );
  await expect(rights.getByRole('listitem').filter({ hasText: withGap.title })).toContainText(
    'Taken downRights dispute',
  );
  await expectAccessible(page, 'a day on which rights end');
  await expect(rights.getByRole('link', { name: gappy.name })).toHaveCount(0);

  await page.goto('/calendar/feeds');
  await page.getByLabel('Name').fill(unique('Feed'));
  await chooseStudio(page, studio);
  await page.getByRole('button', { name: 'Create feed' }).click();
  const address = await page.getByLabel('Feed URL').inputValue();
  const anybody = await playwright.request.newContext();
  const text = (await (await anybody.get(address)).text()).replaceAll('\r\n ', '');
  expect(text).toContain(`SUMMARY:Rights ended: ${ending.name}`);
  expect(text).toContain(`SUMMARY:Taken down: ${withGap.title}\\, everywhere`);
  await anybody.dispose();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/calendar?studio=${encodeURIComponent(studio)}&day=${day}`);
  await expect(page.getByRole('link', { name: /2 changes of rights/ }).first()).toBeVisible();
  await expectAccessible(page, 'a day on which rights end, on a phone');
});

test('a month on a phone is a list, and an invalid URL shows errors', async ({ page, seed }) => {
  const { studio, last } = await soonDark(seed);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(
    `/calendar?studio=${encodeURIComponent(studio)}&month=${last.lastDay.slice(0, 7)}`,
  );
  await expect(page.getByRole('link', { name: /1 ends/ }).first()).toBeVisible();
  await expectAccessible(page, 'a month on a phone');

  const response = await page.goto(
    '/calendar?month=2026-13&day=2026-02-30&kind=opera&ending=8&dark=%00',
  );
  expect(response?.status()).toBe(200);
  const notice = page.getByRole('alert').filter({ hasText: 'is not a month' });
  await expect(notice).toContainText('“2026-13” is not a month');
  await expect(notice).toContainText('“2026-02-30” is not a valid date');
  await expect(notice).toContainText('“opera” is not a known kind of title');
});

test('a feed is created, read without sign-in, and not found after it is revoked', async ({
  page,
  seed,
  playwright,
  baseURL,
}) => {
  const { studio, dark } = await soonDark(seed);
  const name = unique('Feed');
  await page.goto('/calendar/feeds');
  await page.getByRole('button', { name: 'Create feed' }).click();
  await expect(page.getByText('A feed’s name cannot be empty.').first()).toBeVisible();
  await page.getByLabel('Name').fill(name);
  await chooseStudio(page, studio);
  await page.getByRole('checkbox', { name: 'Offers that start' }).press('Space');
  await page.getByRole('button', { name: 'Create feed' }).click();
  const address = await page.getByLabel('Feed URL').inputValue();
  expect(address).toMatch(/\/calendar\/feed\/[\w-]{43}\.ics$/);
  await expectAccessible(page, 'a feed that was made');

  const anybody = await playwright.request.newContext();
  const read = await anybody.get(address);
  expect(read.status()).toBe(200);
  expect(read.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(read.headers()['cache-control']).toContain('private');
  const text = (await read.text()).replaceAll('\r\n ', '');
  expect(text).toContain(`SUMMARY:Goes dark: ${dark.title}`);
  expect(text).toContain(`SUMMARY:Ends: Last\\, $2.99`);
  expect(text).not.toContain('SUMMARY:Starts');
  expect(text).toContain(`URL;VALUE=URI:${baseURL ?? ''}${dark.address}`);
  const elsewhere = { host: 'other.example', 'x-forwarded-host': 'other.example' };
  const asked = await anybody.get(address, { headers: elsewhere });
  expect((await asked.text()).replaceAll('\r\n ', '')).toContain(
    `URL;VALUE=URI:${baseURL ?? ''}${dark.address}`,
  );
  expect((await anybody.get(address.replace(/.{4}\.ics$/, 'AAAA.ics'))).status()).toBe(404);
  expect((await anybody.get(address.replace(/[^/]+$/, 'x.ics'))).status()).toBe(404);

  await page.reload();
  await expect(page.getByText(address)).toHaveCount(0);
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await expect(
    page.getByText('Calendar apps that use it will no longer get updates.'),
  ).toBeVisible();
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await expect(page.getByText('Revoked. Its URL no longer works.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Feeds' })).not.toContainText(name);
  expect((await anybody.get(address)).status()).toBe(404);
  await anybody.dispose();
});

/** Chooses a studio of a feed; of many, narrowed by its name, as each other test adds its own. */
async function chooseStudio(page: Page, studio: string): Promise<void> {
  await page.getByRole('button', { name: /Studio$/ }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  const find = page.getByRole('combobox', { name: 'Find in studio' });
  if (await find.isVisible()) await find.fill(studio);
  await page.getByRole('option', { name: studio, exact: true }).click();
  await expect(page.getByRole('button', { name: `${studio} Studio` })).toBeVisible();
}
