import type { Page } from '@playwright/test';
import { expect } from '../../fixtures';
import { on, test } from '../../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };

/** Clicks the offer on the timeline, and tells whether its form is there before the page does anything else. */
function clickedAtOnce(page: Page, by: 'key' | 'pointer'): Promise<boolean> {
  return page.getByRole('gridcell', { name: /^Spring/ }).evaluate(
    async (bar, detail) => {
      const next = new MessageChannel();
      const otherWork = new Promise((resolve) => (next.port1.onmessage = resolve));
      bar.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
      next.port2.postMessage(null);
      await otherWork;
      return document.querySelector('aside form') !== null;
    },
    by === 'pointer' ? 1 : 0,
  );
}

test('opening an offer by pointer leaves the page free for other work, by key it is there for the next key', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  for (const [by, isThere] of [
    ['pointer', false],
    ['key', true],
  ] as const) {
    await page.goto(license.address);
    const form = page.getByRole('complementary').getByLabel('Name');
    // Loaded by now, so that only drawing it is left.
    await page.getByRole('gridcell', { name: /^Spring/ }).click();
    await expect(form).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(form).toBeHidden();
    expect(await clickedAtOnce(page, by), by).toBe(isThere);
    await expect(form).toBeVisible();
  }
});
