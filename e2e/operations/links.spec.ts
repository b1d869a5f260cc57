import type { Request } from '@playwright/test';
import { expect, test } from '../fixtures';

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
