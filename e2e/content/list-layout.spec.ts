import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures';
import { inDays, test, type SeedData } from '../seed-data';

const OFFER = { name: 'Always', price: '4.99', firstDay: inDays(-20), lastDay: inDays(200) };

/** Enough licenses and titles of one studio to scroll. */
async function manyRows(seed: SeedData): Promise<string> {
  const contract = await seed.contract();
  const window = { contract, firstDay: inDays(-30), lastDay: inDays(500) };
  for (let count = 0; count < 12; count += 1) {
    const license = await seed.license({ ...window, offers: [OFFER] });
    await seed.title({ license, offer: OFFER });
  }
  return `studio=${encodeURIComponent(contract.studio)}`;
}

/** How many pixels the farthest of the cells of the first row stands out of the window. */
async function sticksOut(page: Page): Promise<number> {
  const cells = page.getByRole('table').first().getByRole('row').nth(1).locator('> *');
  const ends = await cells.evaluateAll((elements) =>
    elements.map((element) => element.getBoundingClientRect().right),
  );
  return Math.max(0, ...ends.map((end) => end - (page.viewportSize()?.width ?? 0)));
}

async function top(part: Locator): Promise<number> {
  return (await part.boundingBox())?.y ?? -1;
}

test('lists fit every width from a small tablet on, and their heads stay in view', async ({
  page,
  seed,
}) => {
  const filter = await manyRows(seed);
  for (const path of [`/licenses?${filter}`, `/content?${filter}`, '/contracts']) {
    for (const width of [680, 820, 1280]) {
      await page.setViewportSize({ width, height: 300 });
      await page.goto(path);
      await expect(page.getByRole('table').first().getByRole('row').nth(1)).toBeVisible();
      expect(await sticksOut(page), `${path} at ${width}`).toBe(0);
    }
    // Of contracts there may be too few to scroll.
    if (path === '/contracts') continue;
    const head = page.getByRole('table').first().getByRole('row').first();
    const bar = page.getByRole('banner');
    await page.mouse.move(400, 200);
    await page.mouse.wheel(0, 300);
    await expect
      .poll(async () => (await top(head)) - ((await bar.boundingBox())?.height ?? 0), path)
      .toBe(0);
  }

  // A chosen row brings a bar of its own, under which the head stays.
  await page.goto(`/licenses?${filter}`);
  await page.getByRole('checkbox').nth(1).check({ force: true });
  const chosen = page.getByRole('status').filter({ hasText: '1 of 12 selected' });
  await expect(chosen).toBeVisible();
  await page.mouse.wheel(0, 300);
  const head = page.getByRole('table').first().getByRole('row').first();
  await expect.poll(async () => (await top(head)) > (await top(chosen))).toBe(true);
  expect(await top(chosen)).toBeGreaterThan(0);
  expect(await top(head)).toBeLessThan(120);
});
