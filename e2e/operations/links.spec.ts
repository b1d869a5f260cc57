import type { Request } from '@playwright/test';
import { expect } from '../fixtures';
import { test } from '../seed-data';

/** Whether a request fetches ahead what a page shows first. */
function isAhead(request: Request): boolean {
  return request.headers()['next-router-prefetch'] !== undefined;
}

test('a page is fetched ahead once a pointer rests on its link or the focus is there, and not before', async ({
  page,
}) => {
  const ahead: string[] = [];
  page.on('request', (request) => {
    if (isAhead(request)) ahead.push(new URL(request.url()).pathname);
  });
  await page.goto('/licenses', { waitUntil: 'networkidle' });
  expect(ahead).toEqual([]);

  const pages = page.getByRole('navigation', { name: 'Pages' });
  await pages.getByRole('link', { name: 'Contracts' }).hover();
  await expect.poll(() => [...new Set(ahead)]).toEqual(['/contracts']);
  await pages.getByRole('link', { name: 'Calendar' }).focus();
  await expect.poll(() => [...new Set(ahead)]).toEqual(['/contracts', '/calendar']);
});

test('a line says that a page is on its way when it takes long, and goes when it is there', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [] });
  await page.goto(`/licenses?q=${license.contract.reference}`);
  let answer = () => {};
  const isAnswered = new Promise<void>((resolve) => (answer = resolve));
  await page.route(`**${license.address}?_rsc=*`, async (route) => {
    await isAnswered;
    await route.continue();
  });
  await page.getByRole('link', { name: license.name }).click();
  const line = page.getByRole('progressbar', { name: 'The page is loading' });
  await expect(line).toHaveCSS('opacity', '1');
  answer();
  await page.waitForURL(`**${license.address}`);
  await expect(line).toHaveCount(0);
});
