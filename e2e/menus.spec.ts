import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { expect } from './fixtures';
import { test } from './seed-data';

/** Opens a page and keeps back all scripts that its markup does not name. What is returned ends that. */
async function withoutLaterScripts(
  page: Page,
  address: string,
  how: 'held' | 'offline',
): Promise<() => Promise<void>> {
  const markup = await (await page.request.get(address)).text();
  const held: (() => Promise<void>)[] = [];
  let isHeld = true;
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (!isHeld || markup.includes(pathname)) return route.continue();
    if (how === 'offline') return route.abort('internetdisconnected');
    held.push(() => route.continue());
  });
  await page.goto(address);
  return async () => {
    isHeld = false;
    await Promise.all(held.map((go) => go()));
  };
}

test('a menu pressed before its code is there opens once it is', async ({ page, seed }) => {
  const license = await seed.license();
  const letThrough = await withoutLaterScripts(page, license.address, 'held');
  const button = page.getByRole('button', { name: 'More actions' });
  await expect(button).toHaveAttribute('aria-haspopup', 'menu');
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await letThrough();
  await page.getByRole('menuitem', { name: 'Copy license' }).click();
  await expect(page.getByRole('complementary').getByText('Copy license').first()).toBeVisible();
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('keys open a menu at its first or last action, and Esc goes back to its button', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  const letThrough = await withoutLaterScripts(page, license.address, 'held');
  const button = page.getByRole('button', { name: 'More actions' });
  const [copy, remove] = ['Copy license', 'Void license'].map((name) =>
    page.getByRole('menuitem', { name }),
  );
  if (copy === undefined || remove === undefined) throw new Error('There are two.');
  await button.press('ArrowUp');
  await letThrough();
  await expect(remove).toBeFocused();
  for (const [key, focused] of [
    ['ArrowDown', copy],
    ['ArrowUp', remove],
    ['Enter', copy],
    ['Space', copy],
  ] as const) {
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await expect(page.getByRole('menu')).toHaveCount(0);
    await button.press(key);
    await expect(focused).toBeFocused();
  }
  await page.keyboard.press('v');
  await expect(remove).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary').getByText('Void license').first()).toBeVisible();
});

test('a menu opens at once when its code has come with the page', async ({ page, seed }) => {
  const license = await seed.license();
  await page.goto(license.address);
  await page.waitForLoadState('networkidle');
  // Within two frames, where what is suspended shows after 300 ms.
  const menus = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const button = document.querySelector('button[aria-label="More actions"]');
        if (!(button instanceof HTMLElement)) throw new Error('There is no button.');
        button.click();
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve(document.querySelectorAll('[role=menu]').length);
          });
        });
      }),
  );
  expect(menus).toBe(1);
});

test('a menu whose code cannot be loaded says so, and opens when it can', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  const letThrough = await withoutLaterScripts(page, license.address, 'offline');
  const button = page.getByRole('button', { name: 'More actions' });
  await button.click();
  const refusal = page.getByRole('alertdialog', {
    name: 'This part of the page could not be loaded',
  });
  await expect(refusal).toBeVisible();
  await expectAccessible(page, 'a menu that could not be loaded');
  await page.keyboard.press('Escape');
  await expect(refusal).toHaveCount(0);
  await expect(button).toBeFocused();
  await button.click();
  await expect(refusal).toBeVisible();
  await letThrough();
  await refusal.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('menuitem', { name: 'Copy license' })).toBeVisible();
});
